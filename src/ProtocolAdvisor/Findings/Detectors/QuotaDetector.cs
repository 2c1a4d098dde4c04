using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>How full the mailbox is.</summary>
internal static class QuotaDetector
{
    private const decimal NearlyFull = 0.9m;

    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap?.Quota is not { LimitBytes: > 0 } quota) yield break;
        var share = (decimal)quota.UsedBytes / quota.LimitBytes;
        if (share < NearlyFull) yield break;
        var code = share >= 1 ? FindingCode.QuotaFull : FindingCode.QuotaNearlyFull;
        yield return Found.For(MailProtocol.Imap, code, Found.Text($"{quota.UsedBytes} of {quota.LimitBytes} bytes used ({Math.Floor(share * 100)} %)"));
    }
}
