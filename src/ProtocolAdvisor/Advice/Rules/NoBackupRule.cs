namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: there is no backup, and speed has not been named as worth setting one up.</summary>
internal static class NoBackupRule
{
    public static RuleOutcome Judge(Situation s)
    {
        var evidence = Evidence.Of("usage.backup", s.Usage.Backup);
        return s.Usage is { Backup: Backup.None, Priority: null }
            ? RuleOutcome.Presumed(evidence)
            : RuleOutcome.When(s.Usage.Backup.Is(x => x == Backup.None) & s.Usage.Priority.Is(x => x != Priority.Speed), evidence);
    }
}
