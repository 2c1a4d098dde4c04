namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: speed matters most; what was fetched opens at once.</summary>
internal static class WantsSpeedRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.Priority.Is(priority => priority == Priority.Speed));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.priority", s.Usage.Priority)];
}
