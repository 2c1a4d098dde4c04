using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>What has to be entered as the password.</summary>
public sealed record PasswordFact : ProviderFact
{
    /// <summary>What the provider takes.</summary>
    public required PasswordSignIn SignIn { get; init; }

    /// <summary>
    /// Whether it is so only where the user has switched on a second factor; otherwise the mailbox's own password is taken.
    /// </summary>
    public bool WithSecondFactorOnly { get; init; }
}

/// <summary>Whether a password signs in, and which.</summary>
[JsonConverter(typeof(KebabCase<PasswordSignIn>))]
public enum PasswordSignIn
{
    /// <summary>The mailbox's own password.</summary>
    Yes,

    /// <summary>A password that the user has made for mail programs; his own is refused.</summary>
    AppPassword,

    /// <summary>
    /// A code that the provider hands out when IMAP or POP3 is switched on (China's providers); the mailbox's own password is refused.
    /// </summary>
    AuthorisationCode,

    /// <summary>A password of its own for IMAP, POP3 and sending, which the user sets once; that of the web pages is refused.</summary>
    MailPassword,

    /// <summary>None: OAuth2 only.</summary>
    No,
}

/// <summary>The page on which a password for mail programs is made, or which says how.</summary>
public sealed record PageFact : ProviderFact
{
    /// <summary>Its address (https).</summary>
    public required Uri Address { get; init; }
}
