namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out with several devices: a message that one fetches is missing on the others.</summary>
internal static class MultiDeviceRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.Devices.Is(devices => devices >= 2), Evidence.Of("usage.devices", s.Usage.Devices));
}
