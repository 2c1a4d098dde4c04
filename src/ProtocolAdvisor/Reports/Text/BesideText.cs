using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>What sources say beside mail servers: other ways to the mailbox, and where access tokens come from.</summary>
internal static class BesideText
{
    /// <summary>The other ways.</summary>
    public static TextSection OtherWays(DiscoveryReport discovery, ReportWords words)
    {
        var beside = BesideWords.In(words.Language);
        return new(beside.Phrases.OtherWays, discovery.OtherWays.Count == 0 ? [] :
        [
            .. words.Layout.Wrapped(beside.Phrases.OtherWaysHint),
            .. discovery.OtherWays.SelectMany(x => words.Layout.Bullet($"{beside.Short(x)}: {beside.Source(x.Source, x.Trusted)}")),
        ]);
    }

    /// <summary>OAuth in a report: what follows where it is the only way, and what sources say of it.</summary>
    public static TextSection OAuth(AssessmentReport report, ReportWords words) => OAuth(report.OAuthOnly, report.Discovery, words);

    /// <summary>The same for a search without a run.</summary>
    public static TextSection OAuth(DiscoveryReply reply, ReportWords words) =>
        OAuth(reply.OAuthOnly, reply.Discovery, words);

    private static TextSection OAuth(OAuthOnly? only, DiscoveryReport discovery, ReportWords words)
    {
        var beside = BesideWords.In(words.Language);
        return new(beside.Phrases.OAuth,
        [
            .. only is null ? [] : beside.Consequences(only).SelectMany(words.Layout.Bullet),
            .. discovery.OAuth2.SelectMany(x => Offer(x, beside, words)),
        ]);
    }

    private static IEnumerable<string> Offer(OAuthOffer offer, BesideWords beside, ReportWords words) =>
    [
        .. words.Layout.Bullet(words.Said(beside.Phrases.SaidBy, "source", beside.Source(offer.Source, offer.Trusted))),
        .. beside.Facts(offer).SelectMany(x => words.Layout.Wrapped($"{x.Name}: {x.Value}", "  ", "    ")),
    ];
}
