namespace ProtocolAdvisor.Discovery;

/// <summary>Where a source says that one gets OAuth 2.0 access tokens (RFC 6749) for the mailbox. Nothing of it is ever asked; it is shown as it is.</summary>
/// <param name="Issuer">The issuer: a host name, or an https address (RFC 8414 §2); null where the source does not say.</param>
/// <param name="Scopes">What a client asks for (RFC 6749 §3.3), in the source's order: at most 20 of at most 128 characters.</param>
/// <param name="AuthorizationUrl">The authorization endpoint, an https address; null where the source does not say.</param>
/// <param name="TokenUrl">The token endpoint, an https address; null where the source does not say.</param>
public sealed record OAuthClaim(string? Issuer, IReadOnlyList<string> Scopes, string? AuthorizationUrl, string? TokenUrl)
{
    /// <summary>Whether it says where tokens come from; scopes alone do not.</summary>
    internal bool SaysWhere => (Issuer ?? AuthorizationUrl ?? TokenUrl) is not null;

    /// <summary>Whether it is the same offer; lists have no equality of their own.</summary>
    internal bool IsSameAs(OAuthClaim other) =>
        (Issuer, AuthorizationUrl, TokenUrl) == (other.Issuer, other.AuthorizationUrl, other.TokenUrl) && Scopes.SequenceEqual(other.Scopes);
}

/// <summary>An offer of OAuth 2.0 with whoever makes it. Knowledge of providers that comes from elsewhere than a search is added to the same list.</summary>
/// <param name="Issuer">The issuer: a host name, or an https address; null where the source does not say.</param>
/// <param name="Scopes">What a client asks for, in the source's order: at most 20 of at most 128 characters.</param>
/// <param name="AuthorizationUrl">The authorization endpoint, an https address; null where the source does not say.</param>
/// <param name="TokenUrl">The token endpoint, an https address; null where the source does not say.</param>
/// <param name="Source">The best source that makes it.</param>
/// <param name="Trusted">Whether one of those that make it could not have been forged on the way.</param>
public sealed record OAuthOffer(
    string? Issuer, IReadOnlyList<string> Scopes, string? AuthorizationUrl, string? TokenUrl, DiscoverySource Source, bool Trusted);
