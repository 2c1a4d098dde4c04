using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace ProtocolAdvisor.Web.Invites;

/// <summary>The secret of an invite's link: whoever holds it is the one who was invited.</summary>
internal static class InviteToken
{
    private const int RandomBytes = 20;
    private const int Length = 27;

    /// <summary>160 random bits in 27 URL-safe characters.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(RandomBytes));

    /// <summary>By what a token is kept: of 160 random bits a plain hash gives nothing away.</summary>
    public static string HashOf(string token) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a text may be a token.</summary>
    public static bool IsPossible(string text) => text.Length == Length && text.All(x => char.IsAsciiLetterOrDigit(x) || x is '-' or '_');
}
