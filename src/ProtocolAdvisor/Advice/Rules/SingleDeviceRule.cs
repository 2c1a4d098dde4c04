namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: one device, one person, no webmail. The one device must have been stated; people and webmail must not have been stated
/// otherwise. Someone who names one device and says no more has named one place, so the rule counts; as a second reader or webmail
/// may still come to light, it counts as presumed, which lowers confidence.</summary>
internal static class SingleDeviceRule
{
    public static Verdict Judge(Situation s)
    {
        var alone = s.Usage.People.Is(people => people < 2) & !s.Usage.Webmail;
        return s.Usage.Devices == 1 && alone is null ? Verdict.Presumed : Verdict.When(s.Usage.Devices.Is(devices => devices == 1) & alone);
    }

    public static string?[] Facts(Situation s) =>
        [Evidence.Of("usage.devices", s.Usage.Devices), Evidence.Of("usage.people", s.Usage.People), Evidence.Of("usage.webmail", s.Usage.Webmail)];
}
