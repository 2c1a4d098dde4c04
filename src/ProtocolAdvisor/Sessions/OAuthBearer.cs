using System.Globalization;
using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// OAUTHBEARER's messages (RFC 7628) for POP3: MailKit's own mechanism only works inside MailKit's clients, which tell it host and port.
/// </summary>
internal static class OAuthBearer
{
    /// <summary>What a client says to a server's error, so that the server may fail the sign-in (§3.2.3).</summary>
    internal const string Dismissal = "AQ==";

    /// <summary>The client's one message, in base64 (§3.1).</summary>
    internal static string Message(MailEndpoint endpoint, Credentials credentials)
    {
        var name = credentials.Username.Replace("=", "=3D", StringComparison.Ordinal).Replace(",", "=2C", StringComparison.Ordinal);
        var port = endpoint.Port.ToString(CultureInfo.InvariantCulture);
        return Convert.ToBase64String(Encoding.UTF8.GetBytes(
            $"n,a={name},\u0001host={endpoint.Host}\u0001port={port}\u0001auth=Bearer {credentials.Secret.Reveal()}\u0001\u0001"));
    }

    /// <summary>The error that a server hides in a challenge: base64 of a JSON object (§3.2.2); null where it is not base64.</summary>
    internal static string? Error(string challenge)
    {
        var bytes = new byte[challenge.Length];
        return challenge.Length > 0 && Convert.TryFromBase64String(challenge, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
