using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>
/// Causes and the way out: what must be done, what should be, and what is only good to know. The code in brackets is what <c>explain</c> and
/// the catalogue know.
/// </summary>
internal static class FindingsText
{
    /// <summary>What must and should be done: stands right behind the answer.</summary>
    public static TextSection Section(ToDo toDo, ReportWords words) => toDo is { Must.Count: 0, Should.Count: 0 }
        ? new(words.Heading(toDo), [.. words.Layout.Wrapped(words.Phrases.NothingToDo)])
        : new($"{words.Heading(toDo)}: {words.Counted(toDo)}", [.. toDo.Must.Concat(toDo.Should).SelectMany(x => Lines(x, words))]);

    /// <summary>What is only good to know: stands among what the answer rests on.</summary>
    public static TextSection Noticed(ToDo toDo, ReportWords words) => new(words.Phrases.Noticed, [.. toDo.Noticed.SelectMany(x => Lines(x, words))]);

    private static IEnumerable<string> Lines(IReadOnlyList<FindingReport> cause, ReportWords words) =>
    [
        .. words.Layout.Bullet(Title(cause, words)),
        .. cause[0].Severity == Severity.Blocking ? Detail(cause[0].Meaning, words) : [],
        .. Detail(words.Said(words.Phrases.Remedy, "remedy", cause[0].Remedy), words),
        .. Seen(cause, words).SelectMany(x => Detail(x, words)),
    ];

    /// <summary>A cause by its title, its places and its code, for where a sign beside it says how bad it is.</summary>
    public static string Named(IReadOnlyList<FindingReport> cause, ReportWords words) =>
        Title(cause, words.Phrases.Likelihoods.TryGetValue(cause[0].Confidence, out var likelihood) ? [likelihood] : [], words);

    private static string Title(IReadOnlyList<FindingReport> cause, ReportWords words) => Title(
        cause,
        [
            words.Phrases.Severities[cause[0].Severity],
            .. words.Phrases.Likelihoods.TryGetValue(cause[0].Confidence, out var likelihood) ? [likelihood] : Array.Empty<string>(),
        ],
        words);

    private static string Title(IReadOnlyList<FindingReport> cause, string[] marks, ReportWords words) =>
        $"{cause[0].Title}{(marks.Length > 0 ? $" ({string.Join(", ", marks)})" : "")}{Places(cause, words)} [{WireName.Of(cause[0].Code)}]";

    /// <summary>What was seen of a cause, a sentence each.</summary>
    public static IEnumerable<string> Seen(IReadOnlyList<FindingReport> cause, ReportWords words)
    {
        var seen = FindingCauses.Seen(cause);
        var (shown, folded) = FindingCauses.Folded(seen);
        foreach (var (places, _) in shown)
            yield return words.Said(words.Phrases.Evidence, "evidence",
                seen.Count > 1 && Where(places[0]) is not null
                    ? $"{Places(places, words)[2..]}: {Shown(places[0], words)}"
                    : Shown(places[0], words));
        if (folded.Count > 0) yield return words.Said(words.Phrases.MoreSeen, "more", Number(folded.Count));
    }

    // With a comma before each.
    private static string Places(IReadOnlyList<FindingReport> cause, ReportWords words)
    {
        var (shown, folded) = FindingCauses.Folded<string>([.. cause.Select(Where).OfType<string>().Distinct()]);
        return string.Concat(shown.Select(x => $", {x}")) + (folded.Count > 0 ? $", {words.Said(words.Phrases.MorePlaces, "more", Number(folded.Count))}" : "");
    }

    private static string Number(int count) => count.ToString(CultureInfo.InvariantCulture);

    private static string? Where(FindingReport finding) => (finding.Endpoint is { } endpoint ? OwnLetters.Of(endpoint) : null) ?? finding.Protocol?.Name();

    // Among words of ours a server's stand in quotation marks already.
    private static string Shown(FindingReport finding, ReportWords words) =>
        finding.Quotes is [var quote] && quote == finding.Evidence ? words.Said(words.Phrases.Quote, "text", quote) : finding.Evidence!;

    private static IEnumerable<string> Detail(string text, ReportWords words) => words.Layout.Wrapped(text, "  ");
}
