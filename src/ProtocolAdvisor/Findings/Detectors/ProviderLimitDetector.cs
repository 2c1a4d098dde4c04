using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// How much the provider allows, as far as that is publicly known, where the advice leads there: what goes beyond is refused, and looks
/// like a fault. Of how much may be fetched in a day only what this mailbox exceeds is told.
/// </summary>
internal static class ProviderLimitDetector
{
    private const long Megabyte = 1_000_000;

    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Provider is not { } match || c.Recommendation?.Protocol is not { } advised
            || !ProviderReading.ConcernsMailbox(match, c.Facts, advised)) yield break;
        var limits = match.Provider.Limits.Where(x => Matters(x, c, advised)).ToList();
        if (limits.Count == 0) yield break;
        var age = ProviderDetector.Age(limits.MinBy(x => x.Checked)!, c.Facts.StartedAt);
        var evidence = Seen.All([ProviderDetector.Recognised(match), .. limits.Select(Part), age]);
        var finding = Found.Once(FindingCode.ProviderLimits, match.Provider.Key, evidence, FindingConfidence.Likely);
        yield return limits.Exists(x => x.Kind == LimitKind.DownloadMegabytesPerDay) ? finding with { Severity = Severity.Low } : finding;
    }

    private static bool Matters(LimitFact limit, Case c, MailProtocol advised) => limit.Kind switch
    {
        LimitKind.MessagesSentPerDay => true,
        LimitKind.UploadMegabytesPerDay => limit.Concerns(advised) && IsCopiedUp(c),
        LimitKind.DownloadMegabytesPerDay => limit.Concerns(advised) && BytesOf(c, advised) > limit.Amount * Megabyte,
        LimitKind.ConnectionsPerMailbox or LimitKind.ConnectionsPerAddress or LimitKind.SignInsPerHour => limit.Concerns(advised),
    };

    private static bool IsCopiedUp(Case c) => c.Recommendation!.Plan.Migration.Any(x => x.Code == MigrationStepCode.CopyUp);

    private static long? BytesOf(Case c, MailProtocol advised) => advised switch
    {
        MailProtocol.Imap => c.Facts.Imap?.Bytes,
        MailProtocol.Pop3 => c.Facts.Pop3?.Bytes,
        MailProtocol.Submission => throw advised.IsNotCompared(),
    };

    private static EvidencePart Part(LimitFact limit)
    {
        (string, object)[] values = [("limit", limit.Kind), ("amount", limit.Amount), ("date", ProviderReading.InstantOf(limit.Checked))];
        return limit.Plan is { } plan
            ? Seen.Part(EvidenceCode.ProviderLimitOfPlan, [.. values, ("plan", plan)]) : Seen.Part(EvidenceCode.ProviderLimit, values);
    }
}
