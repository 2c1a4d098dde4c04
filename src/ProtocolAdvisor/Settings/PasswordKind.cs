using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>Which password is to be typed in where one signs in with a password.</summary>
[JsonConverter(typeof(CamelCase<PasswordKind>))]
public enum PasswordKind
{
    /// <summary>The mailbox's own.</summary>
    Own,

    /// <summary>One that was made for mail programs; the user's own is refused.</summary>
    AppPassword,

    /// <summary>The same, where the user signs in to the provider in two steps; otherwise his own.</summary>
    AppPasswordWithSecondFactor,

    /// <summary>A code that the provider hands out.</summary>
    AuthorisationCode,

    /// <summary>The one that the user has set for mail programs.</summary>
    MailPassword,

    /// <summary>The one that the server accepted in this run, at a provider that usually refuses the user's own.</summary>
    AsTested,

    /// <summary>The mailbox's own, while user name or password were refused as they were given.</summary>
    NotTheRefused,

    /// <summary>A new one: the old has expired.</summary>
    Renewed,
}
