namespace ProtocolAdvisor.ScriptedServers;

/// <summary>
/// A line of set capacity that all servers behind it share, as a user's own does: what one of them sends, the others wait for. It has no delay of its own, and
/// what clients send is not counted.
/// </summary>
/// <param name="mbit">Capacity towards the client in Mbit/s.</param>
public sealed class ThrottledLine(double mbit)
{
    // What a few segments carry; smaller pieces would be shorter than timers can wait.
    private const int Piece = 4 * 1460;
    private static readonly TimeSpan TimerGrain = TimeSpan.FromMilliseconds(1);
    private readonly Lock gate = new();
    private long lateness;
    private long freeAt = TimeProvider.System.GetTimestamp();

    /// <summary>Bytes that it was given to carry so far.</summary>
    public long Carried { get; private set; }

    /// <summary>
    /// By how much it was late at most since this was last asked: a busy machine holds pieces back, and then they come faster than the line
    /// could carry them. What was measured meanwhile was measured on another line than this.
    /// </summary>
    public TimeSpan TakeLateness() => TimeSpan.FromTicks(Interlocked.Exchange(ref lateness, 0));

    internal Stream Behind(Stream stream) => new ThrottledStream(this, stream);

    // When the line has carried them, behind all that was sent before.
    private long Reserve(int bytes)
    {
        lock (gate)
        {
            Carried += bytes;
            return freeAt = Math.Max(freeAt, TimeProvider.System.GetTimestamp()) + (long)(bytes * 8 / (mbit * 1_000_000) * TimeProvider.System.TimestampFrequency);
        }
    }

    private void NoteLateness(TimeSpan late)
    {
        lock (gate) lateness = Math.Max(lateness, late.Ticks);
    }

    // What is written is queued, as in a socket's send buffer: a timer that is late must not leave the line idle.
    private sealed class ThrottledStream(ThrottledLine line, Stream rest) : Stream
    {
        private Task sent = Task.CompletedTask;

        public override bool CanRead => true;
        public override bool CanWrite => true;
        public override bool CanSeek => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            for (; !buffer.IsEmpty; buffer = buffer[Math.Min(Piece, buffer.Length)..])
            {
                var piece = buffer[..Math.Min(Piece, buffer.Length)].ToArray();
                sent = SendAsync(sent, piece, line.Reserve(piece.Length));
            }

            return sent.IsFaulted ? new ValueTask(sent) : ValueTask.CompletedTask;
        }

        // The client may have left: the script hears of it when it reads.
        private async Task SendAsync(Task before, byte[] piece, long due)
        {
            await before;
            var wait = TimeProvider.System.GetElapsedTime(TimeProvider.System.GetTimestamp(), due);
            if (wait > TimerGrain) await Task.Delay(wait);
            line.NoteLateness(TimeProvider.System.GetElapsedTime(due));
            await rest.WriteAsync(piece);
        }

        public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => rest.ReadAsync(buffer, cancellationToken);

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            rest.ReadAsync(buffer, offset, count, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => sent.WaitAsync(cancellationToken);

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => rest.Flush();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
