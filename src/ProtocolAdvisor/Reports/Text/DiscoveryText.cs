using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Who names the servers, and where they contradict each other.</summary>
internal static class DiscoveryText
{
    /// <summary>A discovery on its own: the servers, who names them, what is to be mended.</summary>
    public static IReadOnlyList<TextSection> Sections(DiscoveryReply reply, ReportWords words)
    {
        var (candidates, toDo) = (reply.Discovery.Candidates, ToDo.Of(reply.Findings));
        TextSection[] sections =
        [
            candidates.Count > 0
                ? new(words.Said(words.Phrases.Candidates, "name", reply.Domain), [.. candidates.SelectMany(x => Server(
                    $"{x.Protocol.Name()} {x.Host}", x.Port, x.Security, x.Sources, x.Trusted, words))])
                : new(string.Empty, [.. words.Layout.Wrapped(NoCandidates(reply, words))]),
            new(words.Phrases.Outgoing, [.. reply.Discovery.Outgoing.SelectMany(x => Server($"SMTP {x.Host}", x.Port, x.Security, x.Sources, x.Trusted, words))]),
            BesideText.OtherWays(reply.Discovery, words),
            BesideText.OAuth(reply, words),
            Sources(reply.Discovery, words, reply.Provider),
            Drift(reply.Discovery, words),
            .. reply.Findings.Count == 0 ? Array.Empty<TextSection>() : [FindingsText.Section(toDo, words), FindingsText.Noticed(toDo, words)],
        ];
        return [.. sections.Where(x => x.Lines.Count > 0)];
    }

    // Where nothing could be asked, not finding anything is not the domain's doing.
    private static string NoCandidates(DiscoveryReply reply, ReportWords words) =>
        reply.Findings.FirstOrDefault(x => x.Code == FindingCode.LookupImpossible) is { } ours
            ? ours.Title + "." : words.Said(words.Phrases.NoCandidates, "name", reply.Domain);

    /// <summary>Who names the servers, and whose they are.</summary>
    public static TextSection Sources(DiscoveryReport discovery, ReportWords words, ProviderReport? provider = null)
    {
        // Guesses are tried only where nothing is published; else they say nothing.
        var guessed = discovery.Candidates.Any(x => x.Sources.Contains(DiscoverySource.Convention));
        var told = discovery.Sources.Where(x => x.Outcome is SourceOutcome.Found or SourceOutcome.Failed || x.Oddities.Count > 0)
            .Where(x => x.Source != DiscoverySource.Convention || guessed)
            .Where(x => x.Source != DiscoverySource.Jmap || x.Outcome == SourceOutcome.Found).ToList();
        var vain = discovery.Sources.Count(x => x.Outcome == SourceOutcome.NotFound && !told.Contains(x));
        return new(words.Phrases.Sources,
        [
            .. provider is null ? [] : words.Layout.Bullet($"{provider.Said(words.Language)}."),
            .. told.SelectMany(x => words.Layout.Bullet(Source(x, words)).Concat(Oddities(x, words))),
            .. vain > 0 ? words.Layout.Wrapped(words.Said(words.Phrases.AskedInVain, "more", ReportWords.Text(vain)!)) : [],
        ]);
    }

    public static TextSection Drift(DiscoveryReport discovery, ReportWords words) =>
        new(words.Phrases.Drift, [.. discovery.Drift.SelectMany(x => Lines(x, words))]);

    private static IEnumerable<string> Oddities(SourceReport source, ReportWords words) =>
        source.Oddities.SelectMany(x => words.Layout.Wrapped(x, "  ", "    "));

    /// <summary>One source in one line.</summary>
    public static string Source(SourceReport source, ReportWords words)
    {
        var cause = source.Failure is { } failure
            ? words.Cause(words.Phrases.Failures[failure.Kind], failure.Detail, failure.Reply) : string.Empty;
        var outcome = words.Said(words.Phrases.SourceOutcomes[source.Outcome], "cause", cause);
        var forgeable = source is { Outcome: SourceOutcome.Found, Trust: SourceTrust.Insecure }
            ? $" ({words.Phrases.Forgeable})" : string.Empty;
        return $"{Place(source.Source, source.Location, words)}: {outcome}{forgeable}";
    }

    /// <summary>What was asked, and where; of what the caller named there is no place but the request itself.</summary>
    public static string Place(DiscoverySource source, string location, ReportWords words) =>
        source == DiscoverySource.Explicit ? words.Phrases.SourceNames[source] : $"{words.Phrases.SourceNames[source]}, {OwnLetters.Of(location)}";

    private static IEnumerable<string> Server(
        string name, int port, ConnectionSecurity security, IReadOnlyList<DiscoverySource> sources, bool trusted, ReportWords words)
    {
        string[] said = [.. sources.Select(x => words.Phrases.SourceNames[x]), .. trusted ? Array.Empty<string>() : [words.Phrases.Forgeable]];
        return words.Layout.Bullet($"{name}:{ReportWords.Text(port)} ({words.Security(security)}): {string.Join("; ", said)}");
    }

    private static IEnumerable<string> Lines(DriftReport drift, ReportWords words) =>
    [
        .. words.Layout.Bullet(drift.Protocol is { } protocol ? $"{protocol.Name()}: {OwnLetters.Of(drift.Text)}" : OwnLetters.Of(drift.Text)),
        .. drift.Values.SelectMany(x => words.Layout.Wrapped(OwnLetters.Of($"{x.Location}: {x.Text}"), "  ", "    ")),
    ];
}
