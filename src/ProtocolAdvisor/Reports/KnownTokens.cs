using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Reports;

/// <summary>Adds what is publicly known of a provider's access tokens to what sources say of them. Pure.</summary>
internal static class KnownTokens
{
    /// <summary>
    /// The offers of a search, and behind them those of the provider's record that say more: everything where no source says where tokens
    /// come from, scopes and addresses where sources name the same issuer without them. Where they name another, theirs counts.
    /// </summary>
    /// <param name="published">What sources say.</param>
    /// <param name="provider">Whose mailbox it is; null where that is not known.</param>
    internal static IReadOnlyList<OAuthOffer> Beside(IReadOnlyList<OAuthOffer> published, ProviderMatch? provider) =>
    [
        .. published,
        .. (provider?.Provider.OAuth ?? []).Where(x => x.Plan is null).Select(Offer)
            .Where(known => published.Count == 0 || published.Any(x => IsOfSameIssuer(x, known)))
            .Where(known => !published.Any(x => IsOfSameIssuer(x, known) && SaysAsMuch(x, known)))
            .Take(Math.Max(0, BesideMailServers.MostOffers - published.Count)),
    ];

    private static OAuthOffer Offer(OAuthFact fact) => new(
        fact.Issuer, fact.Scopes, fact.AuthorizationUrl?.AbsoluteUri, fact.TokenUrl?.AbsoluteUri, DiscoverySource.Provider, Trusted: true);

    // Thunderbird names an issuer by its host, OpenID by its address.
    private static bool IsOfSameIssuer(OAuthOffer one, OAuthOffer other) =>
        HostOf(one) is { } host && host.Equals(HostOf(other), StringComparison.OrdinalIgnoreCase);

    private static string? HostOf(OAuthOffer offer) =>
        offer.Issuer is { } issuer && Uri.TryCreate(issuer, UriKind.Absolute, out var address) ? address.IdnHost : offer.Issuer;

    private static bool SaysAsMuch(OAuthOffer published, OAuthOffer known) =>
        (published.Scopes.Count > 0 || known.Scopes.Count == 0)
        && (published.AuthorizationUrl ?? known.AuthorizationUrl) == published.AuthorizationUrl
        && (published.TokenUrl ?? known.TokenUrl) == published.TokenUrl;
}
