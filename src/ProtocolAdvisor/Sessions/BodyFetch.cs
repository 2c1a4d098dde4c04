using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>Reads the reply to a FETCH of message bodies (RFC 9051 §7.5.2): the lines one by one, the bodies for their size only. Every byte is guarded before it is looked at.</summary>
internal sealed partial class BodyFetch
{
    private readonly LineConversation _lines;
    private readonly ResponseGuard _guard;
    private readonly Stream? _content;
    private readonly long _maxLiteral;
    private bool _follows;

    /// <summary>Ready to read.</summary>
    /// <param name="lines">The connection.</param>
    /// <param name="transcript">Told of the lines.</param>
    /// <param name="maxLiteral">Most bytes of a body.</param>
    /// <param name="content">Given the bodies; null where nobody wants them.</param>
    internal BodyFetch(LineConversation lines, ImapTranscript transcript, long maxLiteral, Stream? content)
    {
        (_lines, _content, _maxLiteral) = (lines, content, maxLiteral);
        _guard = new ResponseGuard(maxLiteral)
        {
            ExpectsBodies = true,
            Heard = (line, body) =>
            {
                transcript.Heard(line, body);
                _follows = body;
            },
        };
    }

    /// <summary>Bodies that came.</summary>
    internal int Bodies { get; private set; }

    /// <summary>Their bytes.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Reads a line, and the body behind it.</summary>
    /// <exception cref="ResponseTooLargeException">A bound was reached.</exception>
    internal async Task<string> ReadLineAsync(CancellationToken token)
    {
        var raw = await _lines.ReadRawLineAsync(token);
        var line = Encoding.Latin1.GetString(raw.Span);
        _guard.Check(raw.Span);
        _guard.Check("\n"u8);
        if (_follows) await TakeBodyAsync(_guard.BodyLeft, token);
        else if (OddBody().Match(line) is { Success: true } odd) await TakeBodyAsync(Size(odd.Groups[1].ValueSpan), token);
        else if (QuotedBody(line) is { } quoted) await TakeAsync(Encoding.Latin1.GetBytes(quoted), token);
        return line;
    }

    private async Task TakeBodyAsync(long size, CancellationToken token)
    {
        Bodies++;
        Bytes += size;
        await _lines.ReadExactlyAsync(size, async part =>
        {
            _guard.Check(part.Span);
            if (_content is not null) await _content.WriteAsync(part, token);
        }, token);
    }

    private async Task TakeAsync(byte[] body, CancellationToken token)
    {
        Bodies++;
        Bytes += body.Length;
        if (_content is not null) await _content.WriteAsync(body, token);
    }

    private long Size(ReadOnlySpan<char> digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size) && size <= _maxLiteral
            ? size : throw new ResponseTooLargeException(new(RemarkCode.LiteralTooLong, ("bytes", digits.ToString())));

    // With more in front of it than was asked for: then the guard does not pass over it, but counts every byte.
    [GeneratedRegex(@"^\* \d{1,10} FETCH \(.* BODY\[\](?:<\d{1,10}>)? \{(\d{1,20})\}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex OddBody();

    // Short bodies may come as quoted strings.
    private static string? QuotedBody(string line)
    {
        if (!line.Contains("BODY[", StringComparison.OrdinalIgnoreCase)) return null;
        var tokens = ImapToken.Split(line);
        var at = tokens.FindIndex(x => !x.Quoted && x.Text.StartsWith("BODY[", StringComparison.OrdinalIgnoreCase));
        return at >= 0 && tokens.ElementAtOrDefault(at + 1) is { Quoted: true } body ? body.Text : null;
    }
}
