using System.Buffers;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>One line that a client sent, and whether it travelled inside TLS.</summary>
public sealed record ReceivedLine(string Text, bool Encrypted)
{
    public override string ToString() => Text;
}

/// <summary>What a client sent over one connection, kept so that a test can ask for it or wait for it.</summary>
public sealed class Transcript
{
    private readonly Lock gate = new();
    private readonly List<ReceivedLine> lines = [];
    private readonly ArrayBufferWriter<byte> raw = new();
    private readonly List<(Func<ReceivedLine, bool> Match, TaskCompletionSource<ReceivedLine> Waiter)> waiting = [];
    private bool ended;

    /// <summary>The lines that the script has read so far.</summary>
    public IReadOnlyList<ReceivedLine> Lines
    {
        get
        {
            lock (gate)
                return [.. lines];
        }
    }

    /// <summary>Every byte that arrived, decrypted where TLS was on, also those that no script read as a line.</summary>
    public byte[] Bytes
    {
        get
        {
            lock (gate)
                return raw.WrittenSpan.ToArray();
        }
    }

    /// <summary>All lines, one below the other.</summary>
    public override string ToString() => string.Join('\n', Lines);

    /// <summary>The first line that matches: the one already there, or the one that is still to come.</summary>
    /// <exception cref="IOException">The connection ended without such a line.</exception>
    public Task<ReceivedLine> LineAsync(Func<ReceivedLine, bool> match)
    {
        lock (gate)
        {
            if (lines.FirstOrDefault(match) is { } line)
                return Task.FromResult(line);
            if (ended)
                return Task.FromException<ReceivedLine>(NeverCame());
            var waiter = new TaskCompletionSource<ReceivedLine>(TaskCreationOptions.RunContinuationsAsynchronously);
            waiting.Add((match, waiter));
            return waiter.Task;
        }
    }

    /// <summary>The first line that contains the text, in any case.</summary>
    public Task<ReceivedLine> LineAsync(string part) =>
        LineAsync(line => line.Text.Contains(part, StringComparison.OrdinalIgnoreCase));

    internal void Add(ReadOnlySpan<byte> bytes)
    {
        lock (gate)
            raw.Write(bytes);
    }

    internal void Add(ReceivedLine line)
    {
        lock (gate)
        {
            lines.Add(line);
            foreach (var (match, waiter) in waiting)
            {
                if (match(line))
                    waiter.TrySetResult(line);
            }
        }
    }

    internal void End()
    {
        lock (gate)
        {
            ended = true;
            foreach (var (_, waiter) in waiting)
                waiter.TrySetException(NeverCame());
        }
    }

    private IOException NeverCame() =>
        new($"The connection ended without that line; it had: {Encoding.UTF8.GetString(raw.WrittenSpan)}");
}
