namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: speed matters most; what was fetched opens at once.</summary>
internal static class WantsSpeedRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.Priority.Is(priority => priority == Priority.Speed), Evidence.Of("usage.priority", s.Usage.Priority));
}
