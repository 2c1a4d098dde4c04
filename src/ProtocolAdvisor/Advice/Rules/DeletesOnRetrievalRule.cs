namespace ProtocolAdvisor.Advice.Rules;

/// <summary>POP3 is out with EXPIRE 0 (RFC 2449 §6.7), unless there is a regular backup: what was fetched then exists only on the device.</summary>
internal static class DeletesOnRetrievalRule
{
    public static Verdict Judge(Situation s)
    {
        var backedUp = s.Usage.Backup.Is(backup => backup == Backup.Regular);

        // "Unless": a backup of which we have not heard does not lift the exclusion, it only leaves it open.
        return s.ExpiresOnRetrieval == true && backedUp is null ? Verdict.Presumed : Verdict.When(s.ExpiresOnRetrieval & !backedUp);
    }

    public static string?[] Facts(Situation s) => [Evidence.Of("pop3.expiresOnRetrieval", s.ExpiresOnRetrieval), Evidence.Of("usage.backup", s.Usage.Backup)];
}
