namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out where the device cannot be backed up: one broken disk would lose all mail.</summary>
internal static class BackupImpossibleRule
{
    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.Backup.Is(backup => backup == Backup.Impossible));

    public static string?[] Facts(Situation s) => [Evidence.Of("usage.backup", s.Usage.Backup)];
}
