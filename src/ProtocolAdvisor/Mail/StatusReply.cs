using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Mail;

/// <summary>
/// A status reply taken apart: IMAP's OK, NO, BAD, BYE and PREAUTH, with or without a tag (RFC 9051 §7.1), POP3's +OK and -ERR (RFC 1939
/// §3). A response code counts only where the grammar allows it, directly behind the status (RFC 9051 §7.1, RFC 2449 §8). Brackets further
/// on are part of the text.
/// </summary>
/// <param name="Status">The status as it was sent.</param>
/// <param name="Code">The response code without its arguments; null where there is none.</param>
/// <param name="Words">What is said to people.</param>
internal sealed partial record StatusReply(string Status, string? Code, string Words)
{
    /// <summary>Takes a line apart; null where it is no status reply.</summary>
    internal static StatusReply? Parse(string line)
    {
        var match = Form().Match(line);
        if (!match.Success) return null;
        var code = match.Groups["code"];
        return new StatusReply(match.Groups["status"].Value, code.Success ? code.Value : null, match.Groups["words"].Value.Trim());
    }

    /// <summary>
    /// Whether the response code is this one, or one of its kinds (<c>SYS/TEMP/DISK</c> is a <c>SYS/TEMP</c>: RFC 2449 §8).
    /// </summary>
    internal bool HasCode(string code) => Code is { } own && own.StartsWith(code, StringComparison.OrdinalIgnoreCase) && (own.Length == code.Length || own[code.Length] == '/');

    [GeneratedRegex(
        @"^(?:(?:\*|[A-Za-z]+\d+) )?(?<status>\+OK|-ERR|OK|NO|BAD|BYE|PREAUTH)(?=[ \[]|$)(?: *\[(?<code>[^\] ]+)(?: [^\]]*)?\])?(?<words>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Form();
}
