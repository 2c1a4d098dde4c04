namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: flexibility matters most; the mailbox is the same everywhere.</summary>
internal static class WantsFlexibilityRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.Priority.Is(priority => priority == Priority.Flexibility), Evidence.Of("usage.priority", s.Usage.Priority));
}
