using ProtocolAdvisor.Discovery;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Who names the servers, and where they contradict each other.</summary>
internal static class DiscoveryText
{
    public static TextSection Sources(DiscoveryReport discovery, ReportWords words)
    {
        var told = discovery.Sources.Where(x => x.Outcome is SourceOutcome.Found or SourceOutcome.Failed).ToList();
        var vain = discovery.Sources.Count(x => x.Outcome == SourceOutcome.NotFound);
        return new(words.Phrases.Sources,
        [
            .. told.SelectMany(x => words.Layout.Bullet(Source(x, words))),
            .. vain > 0 ? words.Layout.Wrapped(words.Said(words.Phrases.AskedInVain, "places", ReportWords.Text(vain)!)) : [],
        ]);
    }

    public static TextSection Drift(DiscoveryReport discovery, ReportWords words) => new(words.Phrases.Drift, [.. discovery.Drift.SelectMany(x => Lines(x, words))]);

    /// <summary>One source in one line.</summary>
    public static string Source(SourceReport source, ReportWords words)
    {
        var cause = source.Failure is { } failure ? words.Phrases.Failures[failure.Kind] + words.Quoted(failure.Reply) : string.Empty;
        var outcome = words.Said(words.Phrases.SourceOutcomes[source.Outcome], "cause", cause);
        var forgeable = source is { Outcome: SourceOutcome.Found, Trust: SourceTrust.Insecure } ? $" ({words.Phrases.Forgeable})" : string.Empty;
        return $"{words.Phrases.SourceNames[source.Source]}, {source.Location}: {outcome}{forgeable}";
    }

    private static IEnumerable<string> Lines(DriftReport drift, ReportWords words) =>
    [
        .. words.Layout.Bullet(drift.Protocol is { } protocol ? $"{ReportWords.Name(protocol)}: {drift.Text}" : drift.Text),
        .. drift.Values.SelectMany(x => words.Layout.Wrapped($"{x.Location}: {x.Value}", "  ", "    ")),
    ];
}
