using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The address that settings are asked for, and its traces in the answer: some servers write it into the user name, where it must become a placeholder again,
/// because candidates are told, stored and compared without anybody's address.
/// </summary>
internal sealed class AddressPlaceholders(DiscoveryQuestion question)
{
    /// <summary>The local part that stands for a real one where the caller does not allow his to be sent.</summary>
    internal const string StandIn = "protocol-advisor";

    private readonly string _localPart = question is { MaySendAddress: true, Email: { } email } ? email.LocalPart : StandIn;

    /// <summary>The address as it is sent.</summary>
    internal string Sent => $"{_localPart}@{question.Domain}";

    /// <summary>The user name's form with what was sent, or the caller's own address, taken out.</summary>
    internal string? In(string? username) => username switch
    {
        null => null,
        _ when Is(username, Sent) || Is(username, question.Email?.ToString()) => "%EMAILADDRESS%",
        _ when Is(username, _localPart) || Is(username, question.Email?.LocalPart) => "%EMAILLOCALPART%",
        _ => username,
    };

    /// <summary>The user name that a form means for this address; the address itself where a place remains that we do not know.</summary>
    internal static string Fill(string? form, EmailAddress email)
    {
        var filled = (form ?? "%EMAILADDRESS%")
            .Replace("%EMAILADDRESS%", email.ToString(), StringComparison.OrdinalIgnoreCase)
            .Replace("%EMAILLOCALPART%", email.LocalPart, StringComparison.OrdinalIgnoreCase)
            .Replace("%EMAILDOMAIN%", email.Domain.Value, StringComparison.OrdinalIgnoreCase);
        return filled.Contains('%', StringComparison.Ordinal) && !email.LocalPart.Contains('%', StringComparison.Ordinal) ? email.ToString() : filled;
    }

    private static bool Is(string text, string? other) => string.Equals(text, other, StringComparison.OrdinalIgnoreCase);
}
