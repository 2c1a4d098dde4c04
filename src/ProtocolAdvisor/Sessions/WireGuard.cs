using System.Runtime.InteropServices;
using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// What MailKit is given for a socket: the vetted connection, with a greeting replayed in front (the real one was read by reconnaissance),
/// every byte from the server guarded before it is parsed, and the first tagged reply since <see cref="Mark"/> kept, with its time, because
/// MailKit's exceptions lose it.
/// </summary>
internal sealed class WireGuard(MailConnection connection, string greeting, ResponseGuard guard, ImapTranscript transcript, TimeProvider clock) : Stream
{
    private const int MaxKeptLine = 2048;
    private const string Capability = "CAPABILITY ";
    private readonly List<byte> _line = [];
    private ReadOnlyMemory<byte> _replay = Encoding.UTF8.GetBytes(greeting + "\r\n");

    /// <summary>The first tagged reply since the mark, without its tag; null when there was none.</summary>
    internal string? TaggedReply { get; private set; }

    /// <summary>
    /// Whether another command was answered behind that: then the session had begun, and what ends it is no refusal of the sign-in.
    /// </summary>
    internal bool WentOn { get; private set; }

    /// <summary>The last continuation (<c>+ …</c>) since the mark: OAuth servers put their error there.</summary>
    internal string? Continuation { get; private set; }

    /// <summary>The last tagged reply that was a refusal; null where none was heard.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>
    /// Whether the server has said since the mark what it can do: what is missing before the sign-in may be there behind it.
    /// </summary>
    internal bool CapabilitiesTold { get; private set; }

    /// <summary>Whether the server has hung up: inside TLS it says so (close_notify), and the socket's end may come later.</summary>
    internal bool Ended { get; private set; }

    /// <summary>Whether replies are read line by line: not any more once the folders are known, and message bodies may come.</summary>
    internal bool Listens { get; set; } = true;

    /// <summary>
    /// Said once behind an accepted sign-in, before anything else of MailKit's is sent; null where there is nothing to be said.
    /// </summary>
    internal Func<CancellationToken, Task>? BehindSignIn { get; set; }

    /// <summary>When the tagged reply's last bytes arrived.</summary>
    internal long TaggedAt { get; private set; }

    /// <summary>When the first bytes since the mark went out.</summary>
    internal long FirstWrite { get; private set; }

    /// <summary>Milliseconds from the first byte out since the mark to the tagged reply; to the last byte where none came.</summary>
    internal double ElapsedMs => clock.GetElapsedTime(FirstWrite, TaggedAt != 0 ? TaggedAt : connection.Meter.LastRead).TotalMilliseconds;

    /// <summary>Milliseconds from the last byte out to the last byte in: what one command took at the server and on the line.</summary>
    internal double CommandMs => clock.GetElapsedTime(connection.Meter.LastWrite, connection.Meter.LastRead).TotalMilliseconds;

    /// <summary>Bytes that were read past MailKit and are MailKit's to read: a piece of a line behind another's reply.</summary>
    internal void Return(ReadOnlyMemory<byte> bytes)
    {
        guard.Check(bytes.Span);
        _replay = bytes;
    }

    /// <summary>Until disposed, replies may carry message bodies.</summary>
    internal IDisposable ExpectBodies()
    {
        guard.ExpectsBodies = true;
        return new Bodies(guard);
    }

    private sealed class Bodies(ResponseGuard guard) : IDisposable
    {
        public void Dispose() => guard.ExpectsBodies = false;
    }

    /// <summary>From here on, look for a new tagged reply.</summary>
    internal void Mark() => (TaggedReply, WentOn, Continuation, FirstWrite, TaggedAt, CapabilitiesTold) = (null, false, null, 0, 0, false);

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (!_replay.IsEmpty)
        {
            var some = Math.Min(buffer.Length, _replay.Length);
            _replay[..some].CopyTo(buffer);
            _replay = _replay[some..];
            return some;
        }

        var count = await connection.Stream.ReadAsync(buffer, cancellationToken);
        Ended |= count == 0 && !buffer.IsEmpty;
        guard.Check(buffer.Span[..count]);
        if (Listens) Note(buffer.Span[..count]);
        return count;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (FirstWrite == 0) FirstWrite = clock.GetTimestamp();
        if (BehindSignIn is { } say && TaggedReply?.StartsWith(Statuses[0], StringComparison.OrdinalIgnoreCase) == true)
        {
            BehindSignIn = null;
            await say(cancellationToken);
        }

        guard.BeginCommand();
        transcript.Sent(buffer.Span);
        await connection.Stream.WriteAsync(buffer, cancellationToken);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task FlushAsync(CancellationToken cancellationToken) => connection.Stream.FlushAsync(cancellationToken);

    // Message text inside a literal can look like anything; only lines that begin with a letter and digits, as MailKit's tags do, and a
    // status count.
    private void Note(ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes)
        {
            if (b != '\n')
            {
                if (_line.Count < MaxKeptLine) _line.Add(b);
                continue;
            }

            var line = ServerText.Decode(CollectionsMarshal.AsSpan(_line)).TrimEnd('\r');
            _line.Clear();
            Note(line);
        }
    }

    private void Note(string line)
    {
        if (line.StartsWith("+ ", StringComparison.Ordinal)) Continuation = line[2..];
        if (line.IndexOf(Capability, StringComparison.OrdinalIgnoreCase) is >= 0 and var at) CapabilitiesTold |= !line.AsSpan(at + Capability.Length).TrimStart().IsEmpty;
        if (StatusAfterTag(line) is not { } status) return;
        WentOn = TaggedReply is not null;
        if (TaggedReply is null) (TaggedReply, TaggedAt) = (status, connection.Meter.LastRead);
        if (!status.StartsWith(Statuses[0], StringComparison.OrdinalIgnoreCase)) Refusal = status;
    }

    private static string? StatusAfterTag(string line)
    {
        var space = line.IndexOf(' ');
        if (space < 2 || !char.IsAsciiLetterUpper(line[0]) || !line.AsSpan(1, space - 1).ContainsOnlyDigits()) return null;
        var status = line[(space + 1)..];
        return Statuses.Any(x => status.StartsWith(x, StringComparison.OrdinalIgnoreCase)) ? status : null;
    }

    private static readonly string[] Statuses = ["OK", "NO", "BAD"];

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}

file static class Digits
{
    internal static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => text.IndexOfAnyExceptInRange('0', '9') < 0;
}
