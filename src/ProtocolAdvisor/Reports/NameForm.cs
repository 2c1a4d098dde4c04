using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Reports;

/// <summary>How a user name is shown: as the placeholder that client settings use, or masked.</summary>
internal static class NameForm
{
    private const string Mask = "***";

    /// <summary>The placeholder where the name follows from the address, else its first character; null without a name.</summary>
    public static string? Of(string? username, EmailAddress? email)
    {
        if (string.IsNullOrEmpty(username)) return null;
        if (IsAddress(username, email)) return "%EMAILADDRESS%";
        if (string.Equals(username, email?.LocalPart, StringComparison.OrdinalIgnoreCase)) return "%EMAILLOCALPART%";
        return string.IsNullOrWhiteSpace(username) ? Mask : $"{username.TrimStart().EnumerateRunes().First()}{Mask}";
    }

    // Its domain may be written in letters or in A-labels (RFC 5890).
    private static bool IsAddress(string username, EmailAddress? email) => string.Equals(username, email?.ToString(), StringComparison.OrdinalIgnoreCase)
        || (EmailAddress.TryParse(username, null, out var address) && string.Equals(address.ToString(), email?.ToString(), StringComparison.OrdinalIgnoreCase));

    /// <summary>The name that settings may state: what is masked is the user's own.</summary>
    public static LoginName NameOf(string shown) =>
        shown.EndsWith(Mask, StringComparison.Ordinal) ? LoginName.OnlyUserKnows : LoginName.Of(shown);
}
