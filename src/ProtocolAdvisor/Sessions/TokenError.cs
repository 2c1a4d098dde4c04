using System.Text.Json;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// What a server that refused an access token says of the token that it wants: a JSON object behind its words (RFC 7628 §3.2.2; XOAUTH2
/// has the same without the address).
/// </summary>
/// <param name="Configuration">The address of the issuer's configuration (<c>openid-configuration</c>); null where it does not say.</param>
/// <param name="Scopes">The scopes that a token must have; empty where it does not say.</param>
internal sealed record TokenError(string? Configuration, IReadOnlyList<string> Scopes)
{
    /// <summary>Reads a refusal; null where there is no such object in it, or no token was tried.</summary>
    public static TokenError? In(SignInResult refusal)
    {
        if (!refusal.IsOfToken || refusal.Reply is not { } reply) return null;
        var begin = reply.IndexOf('{', StringComparison.Ordinal);
        if (begin < 0) return null;
        try
        {
            using var document = JsonDocument.Parse(reply[begin..]);
            var root = document.RootElement;
            return new(Text(root, "openid-configuration"), Text(root, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? []);
        }
        catch (JsonException)
        {
            return null; // a server's words may be anything, and are cut where they are long
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String ? member.GetString() : null;
}
