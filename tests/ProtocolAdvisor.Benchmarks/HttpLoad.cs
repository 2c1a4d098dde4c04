using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// One request, sent again and again over several loopback connections that stay open, each waiting for its answer before it asks again. Answers are told apart by their length, which
/// the first one of a connection teaches: asking must cost little beside answering.
/// </summary>
/// <param name="port">The port on loopback.</param>
/// <param name="request">The whole request.</param>
internal sealed class HttpLoad(int port, string request)
{
    private const int Connections = 32;
    private static readonly TimeSpan Quiet = TimeSpan.FromMilliseconds(100);
    private readonly byte[] _request = Encoding.UTF8.GetBytes(request);

    /// <summary>Asks for so long.</summary>
    /// <returns>Answers a second; an answer that is no 200 is no measurement.</returns>
    internal async Task<double> RunAsync(TimeSpan duration, CancellationToken token)
    {
        var connected = await Task.WhenAll(Enumerable.Range(0, Connections).Select(_ => ConnectAsync(token)));
        var start = Stopwatch.GetTimestamp();
        var answers = await Task.WhenAll(connected.Select(x => Task.Run(() => AskAsync(x.Socket, x.Length, start, duration, token), token)));
        return answers.Sum() / Stopwatch.GetElapsedTime(start).TotalSeconds;
    }

    private async Task<(Socket Socket, int Length)> ConnectAsync(CancellationToken token)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), token);
        await socket.SendAsync(_request, token);
        var buffer = new byte[1 << 17];
        var length = await socket.ReceiveAsync(buffer, token);
        await Task.Delay(Quiet, token);
        while (socket.Available > 0)
        {
            length += await socket.ReceiveAsync(buffer.AsMemory(length), token);
            await Task.Delay(Quiet, token);
        }

        return buffer.AsSpan().StartsWith("HTTP/1.1 200 "u8)
            ? (socket, length) : throw new InvalidOperationException($"The service answered: {Encoding.UTF8.GetString(buffer, 0, length)}");
    }

    private async Task<int> AskAsync(Socket socket, int length, long start, TimeSpan duration, CancellationToken token)
    {
        using var closing = socket;
        var buffer = new byte[1 << 16];
        var answers = 0;
        for (; Stopwatch.GetElapsedTime(start) < duration; answers++)
        {
            await socket.SendAsync(_request, token);
            for (var received = 0; received < length;)
            {
                var count = await socket.ReceiveAsync(buffer, token);
                if (count == 0 || (received += count) > length) throw new InvalidOperationException("The service hung up, or answered something else than before.");
            }
        }

        return answers;
    }
}
