using System.Text;

namespace ProtocolAdvisor.Sessions;

/// <summary>The error that OAuth servers hide in a SASL challenge: base64 of a JSON object (RFC 7628 §3.2.2).</summary>
internal static class SaslError
{
    /// <summary>The decoded challenge; null where it is not base64.</summary>
    internal static string? Text(string challenge)
    {
        var bytes = new byte[challenge.Length];
        return challenge.Length > 0 && Convert.TryFromBase64String(challenge, bytes, out var count) ? Encoding.UTF8.GetString(bytes, 0, count) : null;
    }
}
