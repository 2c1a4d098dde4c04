using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>Says in one language what sources name beside mail servers. Page, text and terminal say it in these words.</summary>
internal sealed class BesideWords
{
    private const int MostInALine = 3;
    private readonly Language _language;
    private readonly ReportPhrases _report;

    private BesideWords(Language language) => (_language, _report, Phrases) = (language, ReportPhrases.Of(language), language.Table<BesidePhrases>());

    /// <summary>The words themselves.</summary>
    public BesidePhrases Phrases { get; }

    /// <summary>A language's.</summary>
    public static BesideWords In(Language language) => new(language);

    /// <summary>That the mailbox can be reached by these ways: one of each kind, a few.</summary>
    public string Reachable(IReadOnlyList<OtherWay> ways)
    {
        var told = ways.DistinctBy(x => x.Kind).Take(MostInALine).Select(Short).ToList();
        var all = told.Count > 1 ? Fill(Phrases.Or, ("ways", string.Join(", ", told.SkipLast(1))), ("last", told[^1])) : told[0];
        return Fill(Phrases.Reachable, ("ways", all));
    }

    /// <summary>One way with its address.</summary>
    public string Short(OtherWay way) => way.Url is { } url ? $"{Name(way.Kind)} ({url})" : Name(way.Kind);

    /// <summary>What a way is called.</summary>
    public string Name(OtherWayKind kind) => kind switch
    {
        OtherWayKind.Jmap => "JMAP",
        OtherWayKind.Exchange => "Exchange",
        OtherWayKind.Ews => "Exchange Web Services (EWS)",
        OtherWayKind.ActiveSync => "Exchange ActiveSync",
        OtherWayKind.Graph => "Microsoft Graph",
        OtherWayKind.Webmail => Phrases.Webmail,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "A way without a name."),
    };

    /// <summary>Who says so, and whether he could be believed.</summary>
    public string Source(DiscoverySource source, bool trusted) =>
        trusted ? _report.SourceNames[source] : $"{_report.SourceNames[source]}; {_report.Forgeable}";

    /// <summary>What follows where OAuth is the only way.</summary>
    public IEnumerable<string> Consequences(OAuthOnly only) =>
    [
        Phrases.OAuthOnly, Phrases.Programs,
        .. only.IsThunderbirdToldOf ? Array.Empty<string>() : [only.ThunderbirdKnows ? Phrases.ThunderbirdCan : Phrases.ThunderbirdCannot],
        Phrases.AccessToken,
    ];

    /// <summary>One offer, name by name; scopes stand as they are.</summary>
    public IEnumerable<(string Name, string Value)> Facts(OAuthOffer offer) => new (string Name, string? Value)[]
    {
        (Phrases.Issuer, offer.Issuer), (Phrases.Scopes, offer.Scopes.Count > 0 ? string.Join(' ', offer.Scopes) : null),
        (Phrases.AuthorizationUrl, offer.AuthorizationUrl), (Phrases.TokenUrl, offer.TokenUrl),
    }.Where(x => x.Value is not null).Select(x => (x.Name, x.Value!));

    private string Fill(string sentence, params (string Place, string Value)[] values) =>
        Template.Fill(sentence, values.ToDictionary(x => x.Place, x => x.Value), _language);
}
