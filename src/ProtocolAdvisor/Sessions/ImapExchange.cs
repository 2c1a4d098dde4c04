using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>A command of our own.</summary>
/// <param name="Text">The command without its tag; a character is a byte.</param>
/// <param name="Shown">What the transcript may have of it.</param>
/// <param name="Elsewhere">Whether it is about a folder other than the Inbox: a server's words on it may well name it.</param>
internal sealed record ImapCommand(string Text, string Shown, bool Elsewhere = false)
{
    /// <summary>A command that holds nothing private.</summary>
    internal static ImapCommand Plain(string text) => new(text, text);
}

/// <summary>How a command of ours was answered.</summary>
/// <param name="Ok">Whether with OK.</param>
/// <param name="Text">The answer without its tag.</param>
internal sealed record ImapAnswer(bool Ok, string Text)
{
    /// <summary>The answer as a failure: the server's refusal, or that it lacks what was asked for.</summary>
    internal UnexpectedReplyException Failure() => new(Ok ? FailureKind.ProtocolViolation : FailureKind.CommandRefused, Ok ? null : Text);
}

/// <summary>
/// Commands in our own words, between two of MailKit's: several in one write (RFC 9051 §5.5), which MailKit cannot, and tolerant of whatever stands between the
/// answers. Every read is bounded.
/// </summary>
internal sealed partial class ImapExchange(MailConnection connection, WireGuard wire, ImapTranscript transcript)
{
    private const int MaxLiteral = 64 << 10;
    private int _tags;

    /// <summary>Sends the commands in one write, and reads until each is answered.</summary>
    /// <param name="commands">Which.</param>
    /// <param name="heard">Told of every untagged line as soon as it comes: an answer may never do.</param>
    /// <param name="token">The step's limit.</param>
    /// <param name="pausing">Told whenever there is nothing more to read for now: what was heard may be all that ever comes.</param>
    /// <returns>The answers, in the order of the commands.</returns>
    /// <exception cref="UnexpectedReplyException">The server says goodbye.</exception>
    /// <exception cref="ResponseTooLargeException">A bound was reached.</exception>
    internal async Task<IReadOnlyList<ImapAnswer>> AskAsync(IReadOnlyList<ImapCommand> commands, Action<List<ImapToken>> heard, CancellationToken token, Action? pausing = null)
    {
        var first = _tags;
        _tags += commands.Count;
        await SendAsync([.. commands.Select((command, i) => (Tag(first + i), command))], token);
        var answers = new Dictionary<int, ImapAnswer>();
        for (var lines = 0; answers.Count < commands.Count; lines++)
        {
            if (lines == ResponseGuard.MaxLines) throw new ResponseTooLargeException(new(RemarkCode.TooManyLines, ("lines", ResponseGuard.MaxLines)));
            var line = await ReadAsync(token);
            if (line.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase)) throw new UnexpectedReplyException(FailureKind.ConnectionReset, Words(line));
            if (line.StartsWith("* ", StringComparison.Ordinal)) heard(ImapToken.Split(line));
            else if (Answer().Match(line) is { Success: true } answer && Number(answer) - first is var which && which >= 0 && which < commands.Count)
                answers[which] = new(answer.Groups["ok"].Success, Words(answer.Groups["text"].Value));
            if (!connection.Lines.HasBuffered) pausing?.Invoke();
        }

        wire.Return(connection.Lines.TakeBuffered());
        return [.. commands.Select((_, i) => answers[i])];
    }

    private async Task SendAsync(IReadOnlyList<(string Tag, ImapCommand Command)> commands, CancellationToken token)
    {
        transcript.Asked(commands);
        await connection.Stream.WriteAsync(Encoding.Latin1.GetBytes(string.Concat(commands.Select(x => $"{x.Tag} {x.Command.Text}\r\n"))), token);
        await connection.Stream.FlushAsync(token);
    }

    // A line, with its literals as quoted strings.
    private async Task<string> ReadAsync(CancellationToken token)
    {
        var text = new StringBuilder();
        var line = await ReadLineAsync(token);
        while (Literal().Match(line) is { Success: true } literal)
        {
            if (!int.TryParse(literal.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || text.Length + size > MaxLiteral)
                throw new ResponseTooLargeException(new(RemarkCode.LiteralTooLong, ("bytes", literal.Groups[1].Value)));
            var content = new StringBuilder(await ReadLineAsync(token));
            while (content.Length < size) content.Append("\r\n").Append(await ReadLineAsync(token));
            text.Append(line.AsSpan(0, literal.Index)).Append(ImapToken.Quote(content.ToString(0, size)));
            line = content.ToString(size, content.Length - size);
        }

        return text.Append(line).ToString();
    }

    private async Task<string> ReadLineAsync(CancellationToken token)
    {
        var line = await connection.Lines.ReadRawLineAsync(token);
        transcript.Heard(line.Span, bodyFollows: false);
        return Encoding.Latin1.GetString(line.Span);
    }

    private static int Number(Match answer) => int.Parse(answer.Groups["tag"].ValueSpan, CultureInfo.InvariantCulture);

    // MailKit's tags begin with a capital letter, whichever.
    private static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"q{number}");

    private static string Words(string line) => ServerText.Decode(Encoding.Latin1.GetBytes(line));

    [GeneratedRegex(@"\{(\d{1,10})\+?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^q(?<tag>\d{1,9}) (?<text>(?:(?<ok>OK)|NO|BAD)\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Answer();
}
