using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Threading.Channels;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>A name server over UDP on loopback. All answers take the same time, so those that wait are a queue, and no timer is needed for
/// each.</summary>
internal sealed class WorldNameServer : IAsyncDisposable
{
    private const int HeaderSize = 12;
    private const int Largest = 1232;
    private readonly WorldNames _names;
    private readonly TimeSpan _latency;
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
    private readonly Channel<(long Came, byte[] Reply, int Length, SocketAddress To)> _late = Channel.CreateUnbounded<(long, byte[], int, SocketAddress)>();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _serving;

    internal WorldNameServer(WorldNames names, TimeSpan latency)
    {
        (_names, _latency) = (names, latency);
        _socket.ReceiveBufferSize = 8 << 20;
        _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        _serving = Task.WhenAll(ReceiveAsync(), SendAsync());
    }

    /// <summary>Where it answers.</summary>
    internal IPEndPoint EndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    /// <summary>Questions so far.</summary>
    internal long Questions { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await ((Task)_serving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task ReceiveAsync()
    {
        while (true)
        {
            var (buffer, from) = (new byte[512], new SocketAddress(AddressFamily.InterNetwork));
            var length = await _socket.ReceiveFromAsync(buffer.AsMemory(0, 400), SocketFlags.None, from, _stopping.Token);
            Questions++;
            if (Question(buffer, length, out var end) is { } question)
                _late.Writer.TryWrite((Stopwatch.GetTimestamp(), buffer, WorldRecord.Write(buffer, end, _names.Answer(question.Name, question.Type)), from));
        }
    }

    private async Task SendAsync()
    {
        await foreach (var (came, reply, length, to) in _late.Reader.ReadAllAsync(_stopping.Token))
        {
            var left = _latency - Stopwatch.GetElapsedTime(came);
            if (left > TimeSpan.FromMilliseconds(1)) await Task.Delay(left, _stopping.Token);
            await _socket.SendToAsync(reply.AsMemory(0, length), SocketFlags.None, to, _stopping.Token);
        }
    }

    private static (string Name, int Type)? Question(byte[] query, int length, out int end)
    {
        var name = new StringBuilder();
        var at = HeaderSize;
        for (; at < length && query[at] is > 0 and < 64; at += query[at] + 1)
        {
            if (name.Length > 0) name.Append('.');
            name.Append(Encoding.ASCII.GetString(query, at + 1, Math.Min(query[at], length - at - 1)));
        }

        end = at + 5;
        return end <= length && length < Largest ? (name.ToString().ToLowerInvariant(), BinaryPrimitives.ReadUInt16BigEndian(query.AsSpan(at + 1))) : null;
    }
}
