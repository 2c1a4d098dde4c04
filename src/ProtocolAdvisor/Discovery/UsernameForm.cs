using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Judges the user name of a settings file. It must be a form with placeholders: a fixed name would be some other user's, or the asker's
/// own, echoed, and a report holds no full address. For the same reason complaints never quote it.
/// </summary>
internal static class UsernameForm
{
    /// <summary>The whole address.</summary>
    internal const string Address = "%EMAILADDRESS%";

    /// <summary>What stands before the address's <c>@</c>.</summary>
    internal const string LocalPart = "%EMAILLOCALPART%";

    /// <summary>The mail domain; the one placeholder that host names may have as well.</summary>
    internal const string Domain = "%EMAILDOMAIN%";

    /// <summary>Most characters of a user name.</summary>
    internal const int MaxLength = 256;

    /// <summary>Gives the form, or null with a complaint.</summary>
    /// <param name="text">What the file says.</param>
    /// <param name="askedWith">The address that was sent with the question; null when none was. Servers that write the file anew for each asker put it where the placeholder belongs.</param>
    /// <param name="complaint">What is wrong, when the result is null.</param>
    internal static string? Read(string text, EmailAddress? askedWith, out Remark? complaint)
    {
        var form = Restored(text, askedWith).Replace($"{LocalPart}@{Domain}", Address, StringComparison.Ordinal); // one form for one meaning
        var fixedText = form.Replace(Address, null, StringComparison.Ordinal).Replace(LocalPart, null, StringComparison.Ordinal).Replace(Domain, null, StringComparison.Ordinal);
        complaint = form.Length > MaxLength ? new Remark(RemarkCode.UsernameTooLong, ("limit", MaxLength))
            : ServerText.Of(form) != form ? new Remark(RemarkCode.UsernameUnprintable)
            : fixedText.Contains('%') ? new Remark(RemarkCode.UsernamePlaceholder)
            : fixedText.Length == form.Length ? new Remark(RemarkCode.UsernameFixed)
            : null;
        return complaint is null ? form : null;
    }

    private static string Restored(string text, EmailAddress? askedWith) =>
        askedWith is null ? text
        : text.Equals(askedWith.ToString(), StringComparison.OrdinalIgnoreCase) ? Address
        : text.Equals(askedWith.LocalPart, StringComparison.OrdinalIgnoreCase) ? LocalPart
        : text;
}
