using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What a server says twice of the same messages, and says differently.</summary>
internal static class CountsDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap is not { } imap) yield break;
        var seen = imap.CountDifferences.SelectMany(Counts).Append(imap.ImplausibleSizes > 0 ? Seen.Part(EvidenceCode.ImpossibleSizes, ("messages", imap.ImplausibleSizes)) : null);
        if (Seen.All(seen) is { } evidence) yield return Found.For(MailProtocol.Imap, FindingCode.CountsDisagree, evidence);
    }

    private static IEnumerable<EvidencePart?> Counts(CountDifference counts) =>
    [
        counts.Status is { } told ? Seen.Part(EvidenceCode.CountedByStatus, ("folder", counts.Role), ("messages", told)) : null,
        counts.Opened is { } shown ? Seen.Part(EvidenceCode.CountedWhenOpened, ("folder", counts.Role), ("messages", shown)) : null,
    ];
}
