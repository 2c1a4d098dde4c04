namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out with several devices: a message that one fetches is missing on the others.</summary>
internal static class MultiDeviceRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.Devices.Is(devices => devices >= 2));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.devices", s.Usage.Devices)];
}
