using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What a server says twice of the same messages, and says differently.</summary>
internal static class CountsDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (c.Facts.Imap is not { } imap) yield break;
        string[] seen = [.. imap.CountDifferences.Select(Text), .. imap.ImplausibleSizes > 0 ? [Found.Text($"{imap.ImplausibleSizes} messages of an impossible size")] : Array.Empty<string>()];
        if (seen.Length > 0) yield return Found.For(MailProtocol.Imap, FindingCode.CountsDisagree, string.Join("; ", seen));
    }

    private static string Text(CountDifference counts) => string.Join(
        ", ", new[] { counts.Status is { } told ? Found.Text($"{counts.Role}: {told} in STATUS") : null, counts.Opened is { } shown ? Found.Text($"{counts.Role}: {shown} when opened") : null }.OfType<string>());
}
