namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out where the device cannot be backed up: one broken disk would lose all mail.</summary>
internal static class BackupImpossibleRule
{
    public static RuleOutcome Judge(Situation s) =>
        RuleOutcome.When(s.Usage.Backup.Is(backup => backup == Backup.Impossible), Evidence.Of("usage.backup", s.Usage.Backup));
}
