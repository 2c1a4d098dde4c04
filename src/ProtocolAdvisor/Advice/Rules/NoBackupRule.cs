namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: there is no backup, and speed has not been named as worth setting one up.</summary>
internal static class NoBackupRule
{
    public static Verdict Judge(Situation s) => s.Usage is { Backup: Backup.None, Priority: null }
        ? Verdict.Presumed
        : Verdict.When(s.Usage.Backup.Is(x => x == Backup.None) & s.Usage.Priority.Is(x => x != Priority.Speed));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.backup", s.Usage.Backup)];
}
