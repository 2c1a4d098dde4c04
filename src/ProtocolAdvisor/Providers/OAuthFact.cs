namespace ProtocolAdvisor.Providers;

/// <summary>OAuth2 (SASL XOAUTH2, OAUTHBEARER) as the provider documents it.</summary>
public sealed record OAuthFact : ProviderFact
{
    /// <summary>The issuer, a host name: as Thunderbird names it.</summary>
    public required string Issuer { get; init; }

    /// <summary>The scopes that reading or sending needs, as the provider spells them; empty where they are not public.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    /// <summary>The authorization endpoint (https); null where it is not known.</summary>
    public Uri? AuthorizationUrl { get; init; }

    /// <summary>The token endpoint (https); null where it is not known.</summary>
    public Uri? TokenUrl { get; init; }
}
