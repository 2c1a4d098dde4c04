using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>How a user name is shown: as the placeholder that client settings use, or masked.</summary>
internal static class NameForm
{
    private const string Mask = "***";

    /// <summary>The placeholder where the name follows from the address, else its first character; null without a name.</summary>
    public static string? Of(string? username, EmailAddress? email)
    {
        if (string.IsNullOrEmpty(username)) return null;
        if (string.Equals(username, email?.ToString(), StringComparison.OrdinalIgnoreCase)) return "%EMAILADDRESS%";
        if (string.Equals(username, email?.LocalPart, StringComparison.OrdinalIgnoreCase)) return "%EMAILLOCALPART%";
        return $"{username.EnumerateRunes().First()}{Mask}";
    }

    /// <summary>Whether what is shown hides the name.</summary>
    public static bool IsMasked(string shown) => shown.EndsWith(Mask, StringComparison.Ordinal);
}
