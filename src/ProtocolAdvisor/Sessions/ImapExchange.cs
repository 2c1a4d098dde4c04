using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// IMAP's commands and answers in our own words: several in one write (RFC 9051 §5.5), tolerant of whatever stands between the answers, and every read bounded.
/// </summary>
/// <param name="connection">The vetted connection.</param>
/// <param name="transcript">Told what may be shown.</param>
/// <param name="maxLiteral">Most bytes of a message.</param>
/// <param name="clock">Measures patience.</param>
internal sealed partial class ImapExchange(MailConnection connection, ImapTranscript transcript, long maxLiteral, TimeProvider clock)
{
    /// <summary>Most lines in the reply to what was asked together.</summary>
    internal const int MaxLines = ResponseGuard.MaxLines;

    private const int MaxLiteral = 64 << 10;

    private const int MaxNudges = 3;
    private const double RoundTripsOfPatience = 1.5;
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    private int _tags;
    private int _nudges;

    /// <summary>What the server has said that it can do, since the sign-in began; null where it has said nothing.</summary>
    internal CapabilitySet? Told { get; private set; }

    /// <summary>A tag that was not used yet.</summary>
    internal string NextTag() => Tag(_tags++);

    /// <summary>Gives the commands their tags, so that they can be sent.</summary>
    internal ImapBatch Prepare(IReadOnlyList<ImapCommand> commands)
    {
        var batch = new ImapBatch(commands);
        Count(batch);
        return batch;
    }

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
        var batch = Prepare(commands);
        await SendAsync(batch, token);
        return await ReadAsync(batch, heard, token, pausing);
    }

    /// <summary>The same of commands each of which must be over before the next begins: the untagged lines before a command's answer are its own.</summary>
    /// <param name="commands">Which.</param>
    /// <param name="heard">Told of every untagged line, with the place of its command.</param>
    /// <param name="answered">Told of every answer, in the order of the commands, with its place.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task AskInTurnAsync(IReadOnlyList<ImapCommand> commands, Action<int, List<ImapToken>> heard, Action<int, ImapAnswer> answered, CancellationToken token)
    {
        var (batch, told) = (Prepare(commands), 0);
        await SendAsync(batch, token);
        await ReadAsync(batch, line => heard(TellAnswers(), line), token, () => TellAnswers());
        TellAnswers();

        int TellAnswers()
        {
            for (; told < batch.Next; told++) answered(told, batch.AnswerAt(told)!);
            return told;
        }
    }

    /// <summary>Sends what was prepared.</summary>
    internal async Task SendAsync(ImapBatch batch, CancellationToken token)
    {
        transcript.Asked(batch.Tagged);
        await connection.Stream.WriteAsync(Encoding.Latin1.GetBytes(string.Concat(batch.Tagged.Select(x => $"{x.Tag} {x.Command.Text}\r\n"))), token);
        await connection.Stream.FlushAsync(token);
    }

    /// <summary>
    /// Reads until each command of what was sent is answered. A server may have thrown away with its buffer what rode behind a sign-in: one that says nothing for a while is
    /// asked for a sign of life, and where that comes first, what is missing is asked again.
    /// </summary>
    /// <inheritdoc cref="AskAsync"/>
    internal async Task<IReadOnlyList<ImapAnswer>> ReadAsync(ImapBatch batch, Action<List<ImapToken>> heard, CancellationToken token, Action? pausing = null)
    {
        await ReadAsync(batch, () => batch.IsAnswered, heard, pausing, token);
        return batch.Answers;
    }

    /// <summary>The same until the first of them is answered.</summary>
    internal Task ReadFirstAsync(ImapBatch batch, Action<List<ImapToken>> heard, CancellationToken token) => ReadAsync(batch, () => batch.IsBegun, heard, null, token);

    private async Task ReadAsync(ImapBatch batch, Func<bool> isEnough, Action<List<ImapToken>> heard, Action? pausing, CancellationToken token)
    {
        var nudges = new ImapBatch([]);
        for (var lines = 0; !isEnough(); lines++)
        {
            if (lines == MaxLines) throw TooManyLines();
            if (batch.RodeBehind) nudges = await WaitAsync(nudges, token);
            var line = await ReadLineAsync(token);
            Take(batch, line, heard);
            if (!isEnough() && nudges.Note(line))
            {
                Count(batch);
                await SendAsync(batch, token);
            }

            if (!connection.Lines.HasBuffered) pausing?.Invoke();
        }
    }

    // Nudges in vain are not repeated for ever: a server may just be busy.
    private async Task<ImapBatch> WaitAsync(ImapBatch nudges, CancellationToken token)
    {
        var coming = connection.Lines.WaitAsync(token);
        var patience = Patience + (RoundTripsOfPatience * TimeSpan.FromMilliseconds(connection.Meter.RoundTripMs() ?? 0));
        while (_nudges < MaxNudges && !await coming.ComesAsync(patience, clock, token))
        {
            _nudges++;
            await SendAsync(nudges = Prepare([ImapCommand.Plain("NOOP")]), token);
        }

        await coming;
        return nudges;
    }

    /// <summary>
    /// Reads the reply to a sign-in: a challenge (<c>+ …</c>), or the status behind its tag. What stands between is heard. A goodbye is not the end:
    /// the status may come behind it.
    /// </summary>
    /// <exception cref="EndOfStreamException">The server hung up.</exception>
    internal async Task<string> ReadReplyAsync(string tag, CancellationToken token)
    {
        for (var lines = 0; lines < MaxLines; lines++)
        {
            var line = await ReadLineAsync(token);
            if (line.StartsWith('+')) return Words(line);
            if (line.StartsWith(tag + " ", StringComparison.Ordinal)) return Words(line[(tag.Length + 1)..]);
        }

        throw TooManyLines();
    }

    /// <summary>Asks for message bodies in one write, and throws them away.</summary>
    /// <param name="commands">The FETCH, or several.</param>
    /// <param name="content">Given the bodies; null where nobody wants them.</param>
    /// <param name="token">The step's limit.</param>
    /// <returns>How many bodies came, and their bytes; and the commands' answers.</returns>
    internal async Task<(int Bodies, long Bytes, IReadOnlyList<ImapAnswer> Answers)> FetchAsync(IReadOnlyList<ImapCommand> commands, Stream? content, CancellationToken token)
    {
        var (batch, fetch) = (Prepare(commands), new BodyFetch(connection.Lines, transcript, maxLiteral, content));
        await SendAsync(batch, token);
        while (!batch.IsAnswered)
        {
            var line = await fetch.ReadLineAsync(token);
            if (IsGoodbye(line)) throw new UnexpectedReplyException(FailureKind.ConnectionReset, Words(line));
            batch.Note(line);
        }

        return (fetch.Bodies, fetch.Bytes, batch.Answers);
    }

    private void Count(ImapBatch batch)
    {
        _tags += batch.Number(_tags);
    }

    private static void Take(ImapBatch batch, string line, Action<List<ImapToken>> heard)
    {
        if (IsGoodbye(line)) throw new UnexpectedReplyException(FailureKind.ConnectionReset, Words(line));
        if (!batch.Note(line) && line.StartsWith("* ", StringComparison.Ordinal)) heard(ImapToken.Split(line));
    }

    // A line, with its literals as quoted strings.
    private async Task<string> ReadLineAsync(CancellationToken token)
    {
        var text = new StringBuilder();
        var line = await ReadRawAsync(token);
        while (Literal().Match(line) is { Success: true } literal)
        {
            if (!int.TryParse(literal.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var size) || text.Length + size > MaxLiteral)
                throw new ResponseTooLargeException(new(RemarkCode.LiteralTooLong, ("bytes", literal.Groups[1].Value)));
            var content = new StringBuilder(await ReadRawAsync(token));
            while (content.Length < size) content.Append("\r\n").Append(await ReadRawAsync(token));
            text.Append(line.AsSpan(0, literal.Index)).Append(ImapToken.Quote(content.ToString(0, size)));
            line = content.ToString(size, content.Length - size);
        }

        var whole = text.Append(line).ToString();
        if (CapabilitiesIn(whole) is { } told) Told = told;
        return whole;
    }

    private async Task<string> ReadRawAsync(CancellationToken token)
    {
        var line = await connection.Lines.ReadRawLineAsync(token);
        transcript.Heard(line.Span, bodyFollows: false);
        return Encoding.Latin1.GetString(line.Span);
    }

    private static bool IsGoodbye(string line) => line.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase);

    private static CapabilitySet? CapabilitiesIn(string line) =>
        Capabilities().Match(line) is { Success: true } told && told.Groups["names"].Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: > 0 } names
            ? new CapabilitySet(names) : null;

    private static ResponseTooLargeException TooManyLines() => new(new(RemarkCode.TooManyLines, ("lines", MaxLines)));

    private static string Tag(int number) => string.Create(CultureInfo.InvariantCulture, $"q{number}");

    private static string Words(string line) => ServerText.Decode(Encoding.Latin1.GetBytes(line));

    [GeneratedRegex(@"\{(\d{1,10})\+?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex Literal();

    // A line of its own, or the code of a status (RFC 9051 §7.1, 7.2.2).
    [GeneratedRegex(@"^(?:\* CAPABILITY(?<names> .*)|(?:\*|q\d+) OK \[CAPABILITY(?<names> [^\]]*)\].*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Capabilities();
}
