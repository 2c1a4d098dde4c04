using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Counts what an IMAP server sends before any parser sees it: two thousand nested parentheses in a BODYSTRUCTURE overflow the parser's stack and
/// end the process, and no catch helps. Measured with MailKit 4.18.2: 2 KB suffice; 64 MB without a line end take 261 MB of heap.
/// </summary>
internal sealed class ResponseGuard(long maxLiteral)
{
    internal const int MaxLine = 64 << 10;
    internal const int MaxLines = 21_000;
    internal const int MaxDepth = 64;
    private const int MaxLiteralDigits = 10;

    private enum Where
    {
        Text,
        Quoted,
        Escaped,
        LiteralSize,
        Literal,
    }

    private Where _where;
    private int _lineLength;
    private int _lines;
    private int _depth;
    private int _digits;
    private long _literal;
    private bool _literalAnnounced;

    /// <summary>A new command was sent: its reply's lines are counted anew.</summary>
    internal void BeginCommand() => _lines = 0;

    /// <summary>Looks at the next bytes from the server.</summary>
    /// <exception cref="ResponseTooLargeException">A bound was passed; nothing of these bytes may be parsed.</exception>
    internal void Check(ReadOnlySpan<byte> bytes)
    {
        for (var i = 0; i < bytes.Length; i++)
        {
            if (_where == Where.Literal)
            {
                var skip = (int)Math.Min(_literal, bytes.Length - i);
                _literal -= skip;
                i += skip - 1;
                if (_literal == 0) _where = Where.Text;
                continue;
            }

            Step(bytes[i]);
        }
    }

    private void Step(byte c)
    {
        if (c == '\n') EndLine();
        else if (++_lineLength > MaxLine) throw new ResponseTooLargeException($"a line of over {MaxLine >> 10} KiB");
        else _where = _where switch
        {
            Where.Escaped => Where.Quoted,
            Where.Quoted => c == '"' ? Where.Text : c == '\\' ? Where.Escaped : Where.Quoted,
            Where.LiteralSize => Size(c),
            _ => Text(c),
        };
    }

    private Where Text(byte c)
    {
        if (c != '\r') _literalAnnounced = false;
        if (c == '(' && ++_depth > MaxDepth) throw new ResponseTooLargeException($"more than {MaxDepth} nested parentheses");
        if (c == ')' && _depth > 0) _depth--;
        if (c == '{') (_literal, _digits) = (0, 0);
        return c switch { (byte)'"' => Where.Quoted, (byte)'{' => Where.LiteralSize, _ => Where.Text };
    }

    private Where Size(byte c)
    {
        if (c == '}')
        {
            _literalAnnounced = _digits > 0;
            return Where.Text;
        }

        if (c == '+') return Where.LiteralSize;
        if (!char.IsAsciiDigit((char)c) || ++_digits > MaxLiteralDigits) return Text(c);
        _literal = (_literal * 10) + (c - '0');
        return Where.LiteralSize;
    }

    // An unfinished quoted string or literal size ends with its line; parentheses may span a literal, so only a real end of line closes them.
    private void EndLine()
    {
        if (++_lines > MaxLines) throw new ResponseTooLargeException($"more than {MaxLines} lines in one reply");
        _lineLength = 0;
        var literalFollows = _literalAnnounced;
        (_where, _literalAnnounced) = (Where.Text, false);
        if (!literalFollows)
        {
            _depth = 0;
            return;
        }

        if (_literal > maxLiteral) throw new ResponseTooLargeException($"a literal of {_literal} bytes");
        if (_literal > 0) _where = Where.Literal;
    }
}
