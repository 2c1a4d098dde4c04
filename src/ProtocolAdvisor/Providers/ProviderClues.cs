using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>Everything by which a provider may be recognised; what is not known is left empty.</summary>
public sealed record ProviderClues
{
    /// <summary>The mail servers that are really used, or that sources name, the best first.</summary>
    public IReadOnlyList<HostName> MailHosts { get; init; } = [];

    /// <summary>The names in the servers' valid certificates, wildcards among them, whatever name the servers were asked under.</summary>
    public IReadOnlyList<string> CertificateNames { get; init; } = [];

    /// <summary>The domain's mail exchangers, the most preferred first.</summary>
    public IReadOnlyList<HostName> MailExchangers { get; init; } = [];

    /// <summary>OAuth2 or SASL issuers that settings or servers name: host names or https addresses.</summary>
    public IReadOnlyList<string> Issuers { get; init; } = [];

    /// <summary>The scopes of tokens that settings or servers name; only those that are https addresses tell anything.</summary>
    public IReadOnlyList<string> TokenScopes { get; init; } = [];

    /// <summary>The identifiers of the catalogue's entries (ISPDB), the best first.</summary>
    public IReadOnlyList<string> CatalogueIds { get; init; } = [];

    /// <summary>The mail domain, what stands behind the at sign.</summary>
    public HostName? Domain { get; init; }

    /// <summary>The first lines of the servers.</summary>
    public IReadOnlyList<string> Greetings { get; init; } = [];
}
