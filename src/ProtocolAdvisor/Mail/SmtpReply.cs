using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Mail;

/// <summary>An SMTP reply (RFC 5321 §4.2): a code of three digits, and a line or several.</summary>
/// <param name="Code">The code, 200–559.</param>
/// <param name="Lines">What stands behind the code in each line; never empty.</param>
internal sealed partial record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    /// <summary>Whether the server has done what was asked.</summary>
    internal bool IsDone => Code is >= 200 and < 300;

    /// <summary>Whether it refuses, for now (4xx) or for good (5xx).</summary>
    internal bool IsRefusal => Code >= 400;

    /// <summary>The enhanced status code at the head of the text (RFC 2034 §4, RFC 3463 §2): <c>5.7.8</c>; null where there is none.</summary>
    internal string? EnhancedCode => Enhanced().Match(Lines[0]) is { Success: true } match ? match.Value : null;

    /// <summary>What is said to people: the first line without the enhanced code.</summary>
    internal string Words => Lines[0][(EnhancedCode?.Length ?? 0)..].Trim();

    /// <summary>The reply in one line, as the server words it: the code, and the text of all lines.</summary>
    internal string Text => $"{Code} {string.Join(' ', Lines.Select(line => line.Trim()).Where(line => line.Length > 0))}".TrimEnd();

    /// <summary>Takes one line apart; null where it is none of an SMTP reply.</summary>
    internal static SmtpLine? Parse(string line)
    {
        var match = Form().Match(line);
        return match.Success
            ? new SmtpLine(int.Parse(match.Groups["code"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), match.Groups["more"].Value == "-", match.Groups["text"].Value)
            : null;
    }

    // Servers leave out the blank where no text follows.
    [GeneratedRegex(@"^(?<code>[2-5][0-5]\d)(?:(?<more>[ -])(?<text>.*))?$", RegexOptions.CultureInvariant | RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}(?=\s|$)", RegexOptions.CultureInvariant)]
    private static partial Regex Enhanced();
}

/// <summary>One line of an SMTP reply.</summary>
/// <param name="Code">The code.</param>
/// <param name="HasMore">Whether another line follows.</param>
/// <param name="Text">What stands behind the code.</param>
internal readonly record struct SmtpLine(int Code, bool HasMore, string Text);
