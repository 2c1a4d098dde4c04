namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: while nobody has said how many devices there are, the choice that loses nothing. Presumed by nature: an answer lifts it.</summary>
internal static class UseUnknownRule
{
    public static RuleOutcome Judge(Situation s) => s.Usage.Devices is null ? RuleOutcome.Presumed() : RuleOutcome.No;
}
