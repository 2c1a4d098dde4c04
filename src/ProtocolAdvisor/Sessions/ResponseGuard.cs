using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Counts what an IMAP server sends where message bodies were asked for, before anything else looks at it. It does not parse as a client does, for whoever parses alike can be
/// fooled where the two differ: every opening parenthesis counts, quoted or not, closing ones give nothing back, and the count begins anew only behind a line that can have no
/// sequel.
/// </summary>
internal sealed partial class ResponseGuard(long maxLiteral)
{
    /// <summary>Longest line.</summary>
    internal const int MaxLine = 8 << 10;

    /// <summary>Most lines in the reply to one command.</summary>
    internal const int MaxLines = 21_000;

    /// <summary>Most bytes in the reply to one command, message bodies apart.</summary>
    internal const int MaxReply = 5 << 19;

    /// <summary>Most opening parentheses in one line.</summary>
    internal const int MaxOpen = 64;

    /// <summary>Most opening parentheses in the reply to one command, once a line has had a sequel.</summary>
    internal const int MaxOpenInSequel = 1_000;

    private readonly byte[] _line = new byte[MaxLine];
    private int _length;
    private int _lines;
    private int _bytes;
    private int _open;
    private long _body;
    private bool _quoted;
    private bool _escaped;
    private bool _sequel;

    /// <summary>Whether message bodies were asked for: only then is a literal's content passed over uncounted.</summary>
    internal bool ExpectsBodies { get; init; }

    /// <summary>Told of every line of replies, literals' contents apart as far as they were recognised, and whether a message body follows it that is passed over.</summary>
    internal Action<ReadOnlySpan<byte>, bool>? Heard { get; init; }

    /// <summary>Bytes of a message body that are still to come.</summary>
    internal long BodyLeft => _body;

    /// <summary>Looks at the next bytes from the server.</summary>
    /// <exception cref="ResponseTooLargeException">A bound was passed; nothing of these bytes may be parsed.</exception>
    internal void Check(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_body == 0)
            {
                Step(bytes[i]);
                continue;
            }

            var skip = (int)Math.Min(_body, bytes.Length - i);
            _body -= skip;
            i += skip - 1;
        }
    }

    private void Step(byte c)
    {
        if (++_bytes > MaxReply) throw new ResponseTooLargeException(new(RemarkCode.ReplyTooLong, ("bytes", MaxReply)));
        if (c == '\n')
        {
            EndLine();
            return;
        }

        if (_length == MaxLine) throw new ResponseTooLargeException(new(RemarkCode.LineTooLong, ("bytes", MaxLine)));
        _line[_length++] = c;
        if (c == '(' && ++_open > (_sequel ? MaxOpenInSequel : MaxOpen)) throw new ResponseTooLargeException(new(RemarkCode.TooManyParentheses));
        if (_escaped) _escaped = false;
        else if (c == '"') _quoted = !_quoted;
        else _escaped = c == '\\' && _quoted;
    }

    private void EndLine()
    {
        if (++_lines > MaxLines) throw new ResponseTooLargeException(new(RemarkCode.TooManyLines, ("lines", MaxLines)));
        var line = Encoding.Latin1.GetString(_line, 0, _length).TrimEnd('\r');
        var body = ExpectsBodies ? BodyLiteral().Match(line) : Match.Empty;
        if (body.Success) _body = Size(body.Groups[1].ValueSpan);

        // A quote left open, or any other literal, may go on in the next line: for the rest of this reply nothing is forgiven.
        else if (_quoted || AnyLiteral().IsMatch(line)) _sequel = true;
        if (!_sequel && !body.Success) _open = 0;
        Heard?.Invoke(_line.AsSpan(0, _length), body.Success);
        (_length, _quoted, _escaped) = (0, false, false);
    }

    private long Size(ReadOnlySpan<char> digits)
    {
        var known = long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size);
        return known && size <= maxLiteral ? size : throw new ResponseTooLargeException(new(RemarkCode.LiteralTooLong, ("bytes", digits.ToString())));
    }

    // Exactly what a server answers to FETCH … BODY.PEEK[]: nothing quoted, nothing else before the body.
    [GeneratedRegex(@"^\* \d{1,10} FETCH \((?:UID \d{1,10} |FLAGS \([\w\\$ ]*\) )*BODY\[\](?:<\d{1,10}>)? \{(\d{1,20})\}$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex BodyLiteral();

    [GeneratedRegex(@"\{\d+\+?\}$", RegexOptions.CultureInvariant)]
    private static partial Regex AnyLiteral();
}
