using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>What a provider is recognised by: values of one kind, from one source.</summary>
public sealed record ProviderMark : ProviderFact
{
    /// <summary>What they are.</summary>
    public required MarkKind Kind { get; init; }

    /// <summary>The values, in lower case except for the words of greetings.</summary>
    public required IReadOnlyList<string> Values { get; init; }
}

/// <summary>
/// Kinds of marks, the strongest evidence first; where marks point to several providers, the earlier kind decides. The server that is
/// really used says most: mail may be received by one house and kept at another. Then who receives it, who signs people in, what a
/// catalogue says, and what the domain's name says, which may have changed hands. Words of a greeting come last: anybody can say them.
/// </summary>
[JsonConverter(typeof(CamelCase<MarkKind>))]
public enum MarkKind
{
    /// <summary>
    /// The end of a mail server's name, at a label's boundary: <c>gmail.com</c> is the end of <c>imap.gmail.com</c>, not of
    /// <c>notgmail.com</c>.
    /// </summary>
    MailHost,

    /// <summary>
    /// A mail server's name in the valid certificate that a server showed under another name: a customer's own name for the provider's
    /// server. No record has marks of its own for it; those of <see cref="MailHost"/> count.
    /// </summary>
    CertificateName,

    /// <summary>The end of a mail exchanger's name (MX), likewise.</summary>
    MailExchanger,

    /// <summary>
    /// An OAuth2 or SASL issuer: a host name, as <c>accounts.google.com</c>. A scope that is an address of the provider's own
    /// (<c>https://mail.google.com/</c>) says the same.
    /// </summary>
    Issuer,

    /// <summary>The provider's identifier in a catalogue in the ISPDB's format, as <c>googlemail.com</c>.</summary>
    CatalogueId,

    /// <summary>A mail domain, whole.</summary>
    Domain,

    /// <summary>The end of a mail domain below which every customer has a name of his own, as <c>onmicrosoft.com</c>.</summary>
    DomainSuffix,

    /// <summary>Words in a server's greeting that only this provider's servers say, in any case.</summary>
    Greeting,
}
