namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: flexibility matters most; the mailbox is the same everywhere.</summary>
internal static class WantsFlexibilityRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.Priority.Is(priority => priority == Priority.Flexibility));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.priority", s.Usage.Priority)];
}
