using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Whether a refused password looks miscopied, or like one that a provider made. These bits are all that ever leaves; the password is neither
/// mended nor tried again.
/// </summary>
internal static partial class SecretFormat
{
    /// <summary>Blanks at the edges, or an app password as it is shown: 16 letters in four groups.</summary>
    internal static bool IsSuspect(Credentials credentials)
    {
        if (credentials.IsAccessToken) return false;
        var secret = credentials.Secret.Reveal();
        return secret.Trim().Length < secret.Length || AppPasswordAsShown().IsMatch(secret);
    }

    /// <summary>
    /// Whether it has the form in which providers make passwords for mail programs: 16 letters or digits of one case, whole or in groups of
    /// four. People make none like that.
    /// </summary>
    internal static bool LooksMade(Credentials credentials) => !credentials.IsAccessToken && MadePassword().IsMatch(credentials.Secret.Reveal().Trim());

    [GeneratedRegex(@"\A(?:[a-z0-9]{4}[ -]?){3}[a-z0-9]{4}\z|\A(?:[A-Z0-9]{4}[ -]?){3}[A-Z0-9]{4}\z")]
    private static partial Regex MadePassword();

    [GeneratedRegex(@"\A(?:[A-Za-z]{4}\s){3}[A-Za-z]{4}\z")]
    private static partial Regex AppPasswordAsShown();
}
