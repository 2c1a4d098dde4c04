using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

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

    /// <summary>The same of servers that nobody has looked at: by what is published, and what is known of their provider.</summary>
    /// <param name="discovery">What was found.</param>
    /// <param name="provider">Whose mailbox it is; null where that is not known.</param>
    public static OAuthOnly? Of(DiscoveryResult discovery, ProviderMatch? provider)
    {
        return discovery.Candidates.Count > 0 && discovery.Candidates.All(TakesNothingElse)
            ? new(discovery.Candidates.All(x => ThunderbirdSignIn.KnowsOAuthOf(x.Endpoint.Host))) : null;

        bool TakesNothingElse(EndpointCandidate x) =>
            (x.Authentication.Count > 0 && x.Authentication.All(one => one == AuthenticationMethod.OAuth2))
            || (provider is not null && provider.Provider.PasswordFor(x.Endpoint.Protocol)?.SignIn == PasswordSignIn.No
                && ProviderReading.Concerns(provider, x.Endpoint.Host));
    }
}
