using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>That one signs in with OAuth 2.0 only, and what follows for the choice of a mail program.</summary>
/// <param name="ThunderbirdKnows">Whether Thunderbird knows every such server, so that it can sign in there.</param>
internal sealed record OAuthOnly(bool ThunderbirdKnows)
{
    /// <summary>Whether the settings beside it tell already that Thunderbird cannot.</summary>
    public bool IsThunderbirdToldOf { get; init; }

    /// <summary>The same beside settings; null for none.</summary>
    public OAuthOnly Beside(ClientSettings? settings) => this with
    {
        IsThunderbirdToldOf = settings is not null && ClientCaveat.Of(settings).Any(x => x.Code == CaveatCode.ThunderbirdOAuthOnlyWhereKnown),
    };

    /// <summary>The state of a run; null where another way leads in, or where that is not known.</summary>
    /// <param name="facts">What was learned.</param>
    /// <param name="recommended">The recommended protocol, whose servers count; null for all that there are.</param>
    public static OAuthOnly? Of(AssessmentFacts facts, MailProtocol? recommended)
    {
        var ways = new SignInWays(facts, ProviderReading.Of(facts), withToken: false);
        var named = facts.Discovery.Candidates.Select(x => x.Endpoint).Concat(facts.Incoming.Select(x => x.Probe.Endpoint))
            .Where(x => recommended is null || x.Protocol == recommended).Distinct().ToList();
        if (named.Count == 0) return null;
        return named.Select(x => x.Protocol).Distinct().All(x => ways.TakesOnlyOAuth(x, PublishedOf(x)))
            ? new(named.TrueForAll(x => ThunderbirdSignIn.KnowsOAuthOf(x.Host))) : null;

        IEnumerable<IReadOnlyList<AuthenticationMethod>> PublishedOf(MailProtocol protocol) =>
            facts.Discovery.Candidates.Where(x => x.Endpoint.Protocol == protocol).Select(x => x.Authentication);
    }

    /// <summary>The same of servers that nobody has looked at: by what is published alone.</summary>
    /// <param name="servers">Each server's host and what its best source says.</param>
    public static OAuthOnly? Of(IReadOnlyList<(string Host, IReadOnlyList<AuthenticationMethod> Published)> servers) =>
        servers.Count > 0 && servers.All(x => x.Published.Count > 0 && x.Published.All(one => one == AuthenticationMethod.OAuth2))
            ? new(servers.All(x => HostName.TryParse(x.Host, null, out var host) && ThunderbirdSignIn.KnowsOAuthOf(host))) : null;
}
