using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>
/// By what a request is known again. Whatever could be used to check a guessed password stays in this process's memory: the whole request
/// is known by an HMAC under a
/// random key that is never written, and what outlives the process knows nothing of the secret.
/// </summary>
/// <param name="Whole">HMAC-SHA-256 of the request and its secret; for the memory only.</param>
/// <param name="WithoutSecret">SHA-256 of the request without its secret; to be sealed before it is written, because addresses can be
/// guessed, too.</param>
internal sealed record RequestMark(byte[] Whole, byte[] WithoutSecret)
{
    private static readonly byte[] OwnKey = RandomNumberGenerator.GetBytes(32);

    /// <summary>The mark of a valid request: of what it means, not of its spelling.</summary>
    public static RequestMark Of(AssessmentRequest request)
    {
        // A secret writes itself as stars.
        var open = JsonSerializer.SerializeToUtf8Bytes(request, WireJson.Options);
        var secret = (request.Credentials?.Password ?? request.Credentials?.AccessToken)?.Reveal() ?? "";
        byte[] whole = [.. SHA256.HashData(open), .. Encoding.UTF8.GetBytes(secret)];
        return new(HMACSHA256.HashData(OwnKey, whole), SHA256.HashData(open));
    }

    /// <summary>Whether it is the same request, secret and all.</summary>
    public bool Is(RequestMark other) => CryptographicOperations.FixedTimeEquals(Whole, other.Whole);
}
