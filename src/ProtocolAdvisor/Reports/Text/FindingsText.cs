using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Causes and the way out: first what keeps mail from working, then the rest. The code in brackets is what <c>explain</c> and the catalogue know.</summary>
internal static class FindingsText
{
    public static IEnumerable<TextSection> Sections(IReadOnlyList<FindingReport> findings, ReportWords words) =>
    [
        new(words.Phrases.Blocking, [.. FindingCauses.Of(findings.Where(x => x.Severity == Severity.Blocking)).SelectMany(x => Lines(x, words))]),
        new(words.Phrases.OtherFindings, [.. FindingCauses.Of(findings.Where(x => x.Severity != Severity.Blocking)).SelectMany(x => Lines(x, words))]),
    ];

    private static IEnumerable<string> Lines(IReadOnlyList<FindingReport> cause, ReportWords words) =>
    [
        .. words.Layout.Bullet(Title(cause, words)),
        .. cause[0].Severity == Severity.Blocking ? Detail(cause[0].Meaning, words) : [],
        .. Detail(words.Said(words.Phrases.Remedy, "remedy", cause[0].Remedy), words),
        .. cause.Where(x => x.Evidence is { Length: > 0 }).SelectMany(x => Detail(words.Said(words.Phrases.Evidence, "evidence", Evidence(x, cause.Count > 1, words)), words)),
    ];

    private static string Title(IReadOnlyList<FindingReport> cause, ReportWords words)
    {
        var finding = cause[0];
        string[] marks = [words.Phrases.Severities[finding.Severity], .. words.Phrases.Likelihoods.TryGetValue(finding.Confidence, out var likelihood) ? [likelihood] : Array.Empty<string>()];
        return $"{finding.Title} ({string.Join(", ", marks)}){string.Concat(cause.Select(Where).OfType<string>().Distinct().Select(x => $", {x}"))} [{WireName.Of(finding.Code)}]";
    }

    private static string? Where(FindingReport finding) => finding.Endpoint ?? finding.Protocol?.Name();

    private static string Evidence(FindingReport finding, bool oneOfSeveral, ReportWords words) =>
        string.Join(": ", [.. oneOfSeveral && Where(finding) is { } where ? [where] : Array.Empty<string>(), Shown(finding, words)]);

    // Among words of ours a server's stand in quotation marks already.
    private static string Shown(FindingReport finding, ReportWords words) =>
        finding.Quotes is [var quote] && quote == finding.Evidence ? words.Said(words.Phrases.Quote, "text", quote) : finding.Evidence!;

    private static IEnumerable<string> Detail(string text, ReportWords words) => words.Layout.Wrapped(text, "  ");
}
