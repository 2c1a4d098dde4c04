using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A name server on loopback, UDP and TCP on one port, that answers from a table. Unknown names do not exist.</summary>
public sealed class ScriptedDnsServer : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, DnsAnswer[]> table = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentDictionary<(string Name, DnsType Type), DnsAnswer> byType = new();
    private readonly ConcurrentDictionary<(string Name, DnsType Type), int> asked = new();
    private readonly ConcurrentQueue<RecordedQuery> queries = new();
    private readonly Channel<RecordedQuery> arrivals = Channel.CreateUnbounded<RecordedQuery>();
    private readonly CancellationTokenSource stopping = new();
    private readonly Socket tcp;
    private readonly Socket udp;
    private readonly Task serving;

    private ScriptedDnsServer(Socket tcp, Socket udp)
    {
        this.tcp = tcp;
        this.udp = udp;
        tcp.Listen();
        EndPoint = (IPEndPoint)tcp.LocalEndPoint!;
        serving = Task.WhenAll(ServeUdpAsync(), ServeTcpAsync());
    }

    public IPEndPoint EndPoint { get; }

    /// <summary>Every question so far.</summary>
    public IReadOnlyList<RecordedQuery> Queries => [.. queries];

    /// <summary>What is answered for names that the table does not have.</summary>
    public DnsAnswer Otherwise { get; set; } = DnsAnswer.NonexistentDomain;

    /// <summary>Sets the truncation bit on every UDP answer, so that clients have to ask again over TCP.</summary>
    public bool TruncatesUdp { get; set; }

    /// <summary>How long every answer over UDP takes.</summary>
    public TimeSpan Thought { get; set; }

    /// <summary>Starts one on 127.0.0.1 and a free port.</summary>
    public static ScriptedDnsServer Start()
    {
        while (true)
        {
            var tcp = Bound(SocketType.Stream, new IPEndPoint(IPAddress.Loopback, 0));
            try
            {
                return new ScriptedDnsServer(tcp, Bound(SocketType.Dgram, (IPEndPoint)tcp.LocalEndPoint!));
            }
            catch (SocketException)
            {
                // A port that is free for TCP may be taken for UDP.
                tcp.Dispose();
            }
        }
    }

    /// <summary>Starts one on a machine of its own, where the port 53 that a resolv.conf means is free.</summary>
    public static ScriptedDnsServer StartOn(SeparateMachine machine, IPAddress address)
    {
        var endPoint = new IPEndPoint(address, 53);
        return new(machine.Within(() => Bound(SocketType.Stream, endPoint)), machine.Within(() => Bound(SocketType.Dgram, endPoint)));
    }

    /// <summary>The addresses of a name, IPv4 and IPv6 mixed; A and AAAA queries each get theirs.</summary>
    public ScriptedDnsServer Answer(string name, params string[] addresses) => Answer(name, DnsAnswer.Of(addresses));

    /// <summary>The answers to a name's 1st, 2nd… query, counted per record type; the last one stays. Two make a rebinding.</summary>
    public ScriptedDnsServer Answer(string name, params DnsAnswer[] inTurn)
    {
        table[name] = inTurn;
        return this;
    }

    /// <summary>Answers the queries of one type otherwise: a resolver that drops AAAA and answers A.</summary>
    public ScriptedDnsServer Answer(string name, DnsType type, DnsAnswer answer)
    {
        byType[(name.ToUpperInvariant(), type)] = answer;
        return this;
    }

    /// <summary>The next question nobody has asked for yet.</summary>
    public async Task<RecordedQuery> NextQueryAsync(CancellationToken cancellationToken = default) =>
        await arrivals.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (stopping.IsCancellationRequested) return; // a test has ended it already
        await stopping.CancelAsync();
        tcp.Dispose();
        udp.Dispose();
        await serving;
        stopping.Dispose();
    }

    private static Socket Bound(SocketType type, IPEndPoint endPoint)
    {
        var socket = new Socket(endPoint.AddressFamily, type, type == SocketType.Stream ? ProtocolType.Tcp : ProtocolType.Udp);
        try
        {
            socket.Bind(endPoint);
            return socket;
        }
        catch (SocketException)
        {
            socket.Dispose();
            throw;
        }
    }

    private byte[]? Reply(ReadOnlySpan<byte> query, bool overTcp)
    {
        if (DnsWire.Question(query, overTcp) is not { } question)
            return null;
        queries.Enqueue(question);
        arrivals.Writer.TryWrite(question);
        var answers = table.GetValueOrDefault(question.Name, [Otherwise]);
        var key = (question.Name.ToUpperInvariant(), question.Type);
        var turn = asked.AddOrUpdate(key, 0, (_, before) => before + 1);
        var answer = byType.GetValueOrDefault(key, answers[Math.Min(turn, answers.Length - 1)]);
        if (answer.Response == DnsResponse.None)
            return null;
        // A name exists for every type once it exists for one: the others get an empty answer, not NXDOMAIN.
        var chain = answer.Records.Any(record => record.Type == DnsType.Cname);
        var fitting = answer.Records.Where(record => record.Type == question.Type || (chain && record.Type == DnsType.Cname));
        return DnsWire.Response(query, answer with { Records = [.. fitting] }, TruncatesUdp && !overTcp);
    }

    private async Task ServeUdpAsync()
    {
        var buffer = new byte[4096];
        await UntilStoppedAsync(async () =>
        {
            var got = await udp.ReceiveFromAsync(buffer, SocketFlags.None, new IPEndPoint(IPAddress.Any, 0), stopping.Token);
            if (Reply(buffer.AsSpan(0, got.ReceivedBytes), overTcp: false) is not { } reply)
                return;
            if (Thought > TimeSpan.Zero)
                _ = ForgivingAsync(() => SendLaterAsync(reply, got.RemoteEndPoint, Thought));
            else
                await udp.SendToAsync(reply, SocketFlags.None, got.RemoteEndPoint, stopping.Token);
        });
    }

    private async Task SendLaterAsync(byte[] reply, EndPoint client, TimeSpan thought)
    {
        await Task.Delay(thought, stopping.Token);
        await udp.SendToAsync(reply, SocketFlags.None, client, stopping.Token);
    }

    private async Task ServeTcpAsync()
    {
        var clients = new List<Task>();
        await UntilStoppedAsync(async () =>
        {
            var client = await tcp.AcceptAsync(stopping.Token);
            clients.Add(ForgivingAsync(() => ServeClientAsync(client)));
        });
        await Task.WhenAll(clients);
    }

    private async Task ServeClientAsync(Socket client)
    {
        await using var stream = new NetworkStream(client, ownsSocket: true);
        var length = new byte[2];
        while (await stream.ReadAtLeastAsync(length, 2, throwOnEndOfStream: false, stopping.Token) == 2)
        {
            var query = new byte[BinaryPrimitives.ReadUInt16BigEndian(length)];
            await stream.ReadExactlyAsync(query, stopping.Token);
            if (Reply(query, overTcp: true) is not { } reply)
                continue;
            BinaryPrimitives.WriteUInt16BigEndian(length, (ushort)reply.Length);
            await stream.WriteAsync((byte[])[.. length, .. reply], stopping.Token);
        }
    }

    private async Task UntilStoppedAsync(Func<Task> serveOne)
    {
        while (!stopping.IsCancellationRequested)
            await ForgivingAsync(serveOne);
    }

    /// <summary>A client that left does not end the server; nor is the end of the server a failure.</summary>
    private static async Task ForgivingAsync(Func<Task> serve)
    {
        try
        {
            await serve();
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException or IOException or SocketException)
        {
            // The loop looks whether it is the end.
        }
    }
}
