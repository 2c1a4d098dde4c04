namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: while nobody has said how many devices there are, the choice that loses nothing. Presumed by nature: an answer lifts it.</summary>
internal static class UseUnknownRule
{
    public static Verdict Judge(Situation s) => s.Usage.Devices is null ? Verdict.Presumed : Verdict.No;

    public static string?[] Facts(Situation s) => [];
}
