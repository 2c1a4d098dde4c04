using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// The bottom of every connection: one socket as a stream that bounds what a peer may send, notes when bytes last went out and came in,
/// counts client bursts (what a round trip is), and keeps the first bytes received for naming a peer that speaks something else.
/// </summary>
internal sealed class MeteredStream(Socket socket, IPAddress peer, TimeProvider clock) : Stream
{
    private const int OptionLevelTcp = 6;
    private const int OptionQuickAck = 12;
    private const int OptionTcpInfo = 11;
    private const int MinRttOffset = 148;
    private static readonly byte[] On = BitConverter.GetBytes(1);
    private readonly byte[] _opening = new byte[256];
    private int _openingLength;
    private readonly List<Arrival> _arrivals = [];
    private int _heldBefore;
    private long _burstBegan;
    private bool _lastWasRead = true;
    private bool _isClosed;
    private double? _roundTripMs;

    /// <summary>When bytes last went out.</summary>
    internal long LastWrite { get; private set; }

    /// <summary>When bytes last came in.</summary>
    internal long LastRead { get; private set; }

    /// <summary>How long the peer has kept us waiting: since its last bytes, or since we began to ask behind them. A question that is only repeated does not count anew.</summary>
    internal TimeSpan Silence => clock.GetElapsedTime(Math.Max(LastRead, _burstBegan));

    /// <summary>Bytes received.</summary>
    internal long Received { get; private set; }

    /// <summary>Whether the peer has hung up.</summary>
    internal bool Ended { get; private set; }

    /// <summary>The address at the other end: the one that was dialled, since a socket that was reset at once knows it no longer.</summary>
    internal string RemoteAddress { get; } = peer.ToString();

    /// <summary>Whether something has come that nobody has read: of a server that was asked nothing, its goodbye or its end.</summary>
    internal bool IsLeft => Ended || socket.Poll(TimeSpan.Zero, SelectMode.SelectRead);

    /// <summary>How often the client sent something after it had received something, its first write included.</summary>
    internal int Bursts { get; private set; }

    /// <summary>What came since bytes last went out, read by read.</summary>
    internal IReadOnlyList<Arrival> Arrivals => _arrivals;

    /// <summary>How many answers the peer has held back in part until we had acknowledged the rest (Nagle's algorithm): each costs a round trip more.</summary>
    internal int HeldBack => _heldBefore + HeldAnswer.Count(_arrivals, _arrivals.Count > 1 ? RoundTripMs() : null);

    /// <summary>The first bytes that the peer sent since <see cref="ForgetOpening"/>; at most 256.</summary>
    internal ReadOnlySpan<byte> Opening => _opening.AsSpan(0, _openingLength);

    /// <summary>
    /// The smallest round-trip time that the kernel has measured on this connection, in milliseconds (<c>tcpi_min_rtt</c>, Linux); null where it
    /// does not tell. It contains neither the server's work nor our own scheduling. Once the connection is closed, it stays what it was.
    /// </summary>
    internal double? RoundTripMs()
    {
        if (_isClosed || !OperatingSystem.IsLinux()) return _roundTripMs;
        Span<byte> buffer = stackalloc byte[256];
        var length = socket.GetRawSocketOption(OptionLevelTcp, OptionTcpInfo, buffer);
        if (length < MinRttOffset + sizeof(uint)) return null;
        var micros = BitConverter.ToUInt32(buffer[MinRttOffset..]);
        return micros is 0 or uint.MaxValue ? null : micros / 1000.0;
    }

    /// <summary>How many bytes the peer may send in all; what is more is a <see cref="ResponseTooLargeException"/>.</summary>
    internal long Allowed { get; set; } = 16 << 20;

    /// <summary>From here on, <see cref="Opening"/> collects anew.</summary>
    internal void ForgetOpening() => _openingLength = 0;

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await socket.ReceiveAsync(buffer, SocketFlags.None, cancellationToken);
        LastRead = clock.GetTimestamp();
        Received += count;
        if (count > 0) _arrivals.Add(new Arrival(clock.GetElapsedTime(LastWrite, LastRead).TotalMilliseconds, Received));
        Ended |= count == 0 && !buffer.IsEmpty;
        _lastWasRead = true;
        if (Received > Allowed) throw new ResponseTooLargeException(new(RemarkCode.TooLong, ("bytes", Allowed)));
        Keep(buffer.Span[..count]);
        AcknowledgeAtOnce();
        return count;
    }

    /// <inheritdoc/>
    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        if (_lastWasRead) BeginBurst();
        _lastWasRead = false;
        while (!buffer.IsEmpty) buffer = buffer[await socket.SendAsync(buffer, SocketFlags.None, cancellationToken)..];
        LastWrite = clock.GetTimestamp();
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <inheritdoc/>
    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Tells the peer that nothing more will come, and waits for its own end.</summary>
    internal async Task LeaveAsync(CancellationToken token)
    {
        socket.Shutdown(SocketShutdown.Send);
        var rest = new byte[4096];
        while (await ReadAsync(rest, token) > 0)
        {
        }
    }

    private void BeginBurst()
    {
        Bursts++;
        _burstBegan = clock.GetTimestamp();
        _heldBefore = HeldBack;
        _arrivals.Clear();
    }

    // Cyrus and nginx hold the greeting back by Nagle until our delayed acknowledgement: 40 ms. The kernel forgets the wish, so it is renewed.
    private void AcknowledgeAtOnce()
    {
        if (OperatingSystem.IsLinux() && socket.Connected) socket.SetRawSocketOption(OptionLevelTcp, OptionQuickAck, On);
    }

    private void Keep(ReadOnlySpan<byte> bytes)
    {
        var some = bytes[..Math.Min(bytes.Length, _opening.Length - _openingLength)];
        some.CopyTo(_opening.AsSpan(_openingLength));
        _openingLength += some.Length;
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && !_isClosed)
        {
            _roundTripMs = RoundTripMs();
            _isClosed = true;
            socket.Dispose();
        }

        base.Dispose(disposing);
    }

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
    public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    // Nothing here may block a thread: a synchronous call would be our bug.

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();
}
