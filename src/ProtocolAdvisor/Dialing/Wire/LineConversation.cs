using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// Lines out, lines in, over one connection: every read bounded (RFC 9051 §4 and RFC 1939 §3 end lines with CRLF; a bare LF is tolerated).
/// Knows nothing of either protocol beyond that.
/// </summary>
/// <param name="stream">The connection.</param>
/// <param name="transcript">Told of every line, but of multi-line replies only of the first ones.</param>
internal sealed class LineConversation(Stream stream, TranscriptRecorder transcript)
{
    /// <summary>Longest line accepted.</summary>
    internal const int MaxLineBytes = 64 << 10;

    private byte[] _buffer = new byte[4096];
    private int _start;
    private int _end;

    /// <summary>Whether bytes have arrived that nobody has asked for yet: before TLS starts there must be none.</summary>
    internal bool HasBuffered => _end > _start;

    /// <summary>The bytes that arrived unasked, fit to be shown.</summary>
    internal string BufferedText => ServerText.Of(_buffer.AsSpan(_start, _end - _start));

    /// <summary>Sends <paramref name="commands"/>, each a line without its CRLF, in one write.</summary>
    internal Task SendAsync(CancellationToken token, params string[] commands)
    {
        foreach (var command in commands) transcript.Client(command);
        return WriteAsync(commands, token);
    }

    /// <summary>
    /// Sends a command that holds a secret; <paramref name="shown"/> is what the transcript may have of it. What is <paramref name="behind"/> it goes in the same
    /// write, and holds none.
    /// </summary>
    internal Task SendSecretAsync(string shown, string command, CancellationToken token, params string[] behind) =>
        SendSecretsAsync([(shown, command)], token, behind);

    /// <summary>The same with several commands that hold secrets.</summary>
    internal Task SendSecretsAsync(IReadOnlyList<(string Shown, string Command)> secrets, CancellationToken token, params string[] behind)
    {
        foreach (var line in secrets.Select(x => x.Shown).Concat(behind)) transcript.Client(line);
        return WriteAsync([.. secrets.Select(x => x.Command), .. behind], token);
    }

    private async Task WriteAsync(string[] commands, CancellationToken token)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(commands.Select(command => command + "\r\n")));
        await stream.WriteAsync(bytes, token);
        await stream.FlushAsync(token);
        Array.Clear(bytes);
    }

    /// <summary>Reads one line, without its end.</summary>
    /// <exception cref="ResponseTooLargeException">The line has no end within 64 KiB.</exception>
    /// <exception cref="EndOfStreamException">The server hung up.</exception>
    internal async Task<string> ReadLineAsync(CancellationToken token)
    {
        var line = await ReadUntoldAsync(token);
        transcript.Server(line);
        return line;
    }

    private async Task<string> ReadUntoldAsync(CancellationToken token) => ServerText.Decode((await ReadRawLineAsync(token)).Span);

    /// <summary>Reads one line as bytes that are valid until the next read; the transcript is not told.</summary>
    internal async ValueTask<ReadOnlyMemory<byte>> ReadRawLineAsync(CancellationToken token)
    {
        for (var scanned = 0; ;)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0) return Take(scanned + found);
            scanned = _end - _start;
            if (scanned > MaxLineBytes) throw new ResponseTooLargeException(new(RemarkCode.LineTooLong, ("bytes", MaxLineBytes)));
            await FillAsync(token);
        }
    }

    /// <summary>Reads the lines of a POP3 multi-line reply up to its lone dot, dot-stuffing undone (RFC 1939 §3).</summary>
    /// <param name="maxLines">Most lines accepted.</param>
    /// <param name="toldLines">How many of them the transcript is told.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task<List<string>> ReadMultilineAsync(int maxLines, int toldLines, CancellationToken token)
    {
        var lines = new List<string>();
        await ReadMultilineAsync(toldLines, Add, token);
        return lines;

        void Add(string line)
        {
            if (lines.Count >= maxLines) throw new ResponseTooLargeException(new(RemarkCode.TooManyLines, ("lines", maxLines)));
            lines.Add(line);
        }
    }

    /// <summary>The same line by line, for who keeps less than he is told.</summary>
    /// <param name="toldLines">How many of them the transcript is told.</param>
    /// <param name="read">Given each line.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task ReadMultilineAsync(int toldLines, Action<string> read, CancellationToken token)
    {
        var told = 0;
        for (var line = await ReadUntoldAsync(token); line != "."; line = await ReadUntoldAsync(token))
        {
            if (told++ < toldLines) transcript.Server(line);
            else transcript.LeaveOut(1);
            read(line.StartsWith('.') ? line[1..] : line);
        }
    }

    /// <summary>
    /// Reads a POP3 multi-line reply for its size only: the bytes that a client would have stored. Its lines are the message's, and may be of any length: RFC 5322 §2.1.1 binds who wrote it,
    /// not the server. The transcript is told how many there were.
    /// </summary>
    internal async Task<long> SkipMultilineAsync(CancellationToken token) => (await SkipMultilineAsync(long.MaxValue, token)).Bytes;

    /// <summary>The same, but of a reply that may be longer than <paramref name="most"/> bytes: then the rest is left unread.</summary>
    /// <returns>The bytes and lines read, and whether that was all.</returns>
    internal async Task<(long Bytes, int Lines, bool Whole)> SkipMultilineAsync(long most, CancellationToken token)
    {
        var (bytes, lines, begins) = (0L, 0, true);
        while (true)
        {
            var (piece, ends) = await ReadPieceAsync(token);
            var isStuffed = begins && piece.Length > 0 && piece.Span[0] == '.';
            if (isStuffed && ends && piece.Length == 1) return (bytes, lines, true);
            bytes += piece.Length + (ends ? 2 : 0) - (isStuffed ? 1 : 0);
            begins = ends;
            if (ends) transcript.LeaveOut(1);
            if (ends) lines++;
            if (bytes > most) return (bytes, lines, false);
        }
    }

    // A line without its end; or a part of one that is longer than any reply's may be. A CR waits for the LF behind it.
    private async ValueTask<(ReadOnlyMemory<byte> Piece, bool Ends)> ReadPieceAsync(CancellationToken token)
    {
        for (var scanned = 0; ;)
        {
            var found = _buffer.AsSpan(_start + scanned, _end - _start - scanned).IndexOf((byte)'\n');
            if (found >= 0) return (Take(scanned + found), true);
            scanned = _end - _start;
            if (scanned > MaxLineBytes)
            {
                var length = _buffer[_end - 1] == '\r' ? scanned - 1 : scanned;
                _start += length;
                return (_buffer.AsMemory(_start - length, length), false);
            }

            await FillAsync(token);
        }
    }

    /// <summary>Waits until something is there to be read.</summary>
    /// <exception cref="EndOfStreamException">The server hung up.</exception>
    internal async Task WaitAsync(CancellationToken token)
    {
        if (!HasBuffered) await FillAsync(token);
    }

    /// <summary>Reads so many bytes as they come, whatever they are; the transcript is not told.</summary>
    /// <param name="count">How many.</param>
    /// <param name="read">Given each part, which is valid until it returns.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task ReadExactlyAsync(long count, Func<ReadOnlyMemory<byte>, ValueTask> read, CancellationToken token)
    {
        for (; count > 0;)
        {
            await WaitAsync(token);
            var part = (int)Math.Min(count, _end - _start);
            await read(_buffer.AsMemory(_start, part));
            _start += part;
            count -= part;
        }
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsMemory(_start, length > 0 && _buffer[_start + length - 1] == '\r' ? length - 1 : length);
        _start += length + 1;
        return line;
    }

    private async ValueTask FillAsync(CancellationToken token)
    {
        if (_start > 0)
        {
            Buffer.BlockCopy(_buffer, _start, _buffer, 0, _end - _start);
            (_start, _end) = (0, _end - _start);
        }

        if (_end == _buffer.Length) Array.Resize(ref _buffer, _buffer.Length * 2);
        var count = await stream.ReadAsync(_buffer.AsMemory(_end), token);
        if (count == 0) throw new EndOfStreamException();
        _end += count;
    }
}
