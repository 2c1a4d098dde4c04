using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Causes and the way out: first what keeps mail from working, then the rest. The code in brackets is what <c>explain</c> and the catalogue know.</summary>
internal static class FindingsText
{
    public static IEnumerable<TextSection> Sections(IReadOnlyList<FindingReport> findings, ReportWords words) =>
    [
        new(words.Phrases.Blocking, [.. findings.Where(x => x.Severity == Severity.Blocking).SelectMany(x => Lines(x, words))]),
        new(words.Phrases.OtherFindings, [.. findings.Where(x => x.Severity != Severity.Blocking).SelectMany(x => Lines(x, words))]),
    ];

    private static IEnumerable<string> Lines(FindingReport finding, ReportWords words) =>
    [
        .. words.Layout.Bullet(Title(finding, words)),
        .. finding.Severity == Severity.Blocking ? Detail(finding.Meaning, words) : [],
        .. Detail(words.Said(words.Phrases.Remedy, "remedy", finding.Remedy), words),
        .. finding.Evidence is { Length: > 0 } evidence ? Detail(words.Said(words.Phrases.Evidence, "evidence", evidence), words) : [],
    ];

    private static string Title(FindingReport finding, ReportWords words)
    {
        string[] marks = [words.Phrases.Severities[finding.Severity], .. words.Phrases.Likelihoods.TryGetValue(finding.Confidence, out var likelihood) ? [likelihood] : Array.Empty<string>()];
        var where = finding.Endpoint ?? (finding.Protocol is { } protocol ? protocol.Name() : null);
        return $"{finding.Title} ({string.Join(", ", marks)}){(where is null ? string.Empty : $", {where}")} [{WireName.Of(finding.Code)}]";
    }

    private static IEnumerable<string> Detail(string text, ReportWords words) => words.Layout.Wrapped(text, "  ");
}
