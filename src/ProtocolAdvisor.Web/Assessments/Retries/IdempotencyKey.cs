using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>
/// The name that a caller gives to one wish, so that asking again fulfils it once (<c>Idempotency-Key</c>,
/// draft-ietf-httpapi-idempotency-key-header-07). A caller's
/// names are his own: two callers may use the same one.
/// </summary>
/// <param name="Text">What was sent, without quotes.</param>
internal sealed record IdempotencyKey(string Text)
{
    /// <summary>The header.</summary>
    public const string Header = "Idempotency-Key";

    /// <summary>Characters that it has at most.</summary>
    public const int Longest = 200;

    /// <summary>Reads the header: visible ASCII, in quotes (RFC 9651 §3.3.3), as the draft has it, or without, as most callers send
    /// it.</summary>
    public static bool TryParse(string header, [NotNullWhen(true)] out IdempotencyKey? key)
    {
        var text = header is ['"', .. var quoted, '"'] ? quoted : header;
        key = text.Length is > 0 and <= Longest && text.All(x => x is > ' ' and <= '~' and not '"' and not '\\') ? new(text) : null;
        return key is not null;
    }

    /// <summary>What is kept of it: it cannot be turned back.</summary>
    public string HashFor(Caller caller) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{caller.Name}\n{Text}")));
}
