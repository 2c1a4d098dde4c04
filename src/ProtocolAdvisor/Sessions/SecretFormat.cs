using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Whether a refused password looks miscopied. That one bit is all that ever leaves; the password is neither mended nor tried again.
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

    [GeneratedRegex(@"\A(?:[A-Za-z]{4}\s){3}[A-Za-z]{4}\z")]
    private static partial Regex AppPasswordAsShown();
}
