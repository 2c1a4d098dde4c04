using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Threading.Channels;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A loopback server that plays a script on every connection, for what no sane server does.</summary>
public sealed class ScriptedMailServer : IAsyncDisposable
{
    private readonly Socket listener;
    private readonly Func<ScriptedConnection, Task> script;
    private readonly CancellationTokenSource stopping = new();
    private readonly Channel<ScriptedConnection> arrivals = Channel.CreateUnbounded<ScriptedConnection>();
    private readonly Lock gate = new();
    private readonly List<ScriptedConnection> connections = [];
    private readonly List<Task> playing = [];
    private readonly Task accepting;

    private readonly ThrottledLine? line;

    private ScriptedMailServer(Func<ScriptedConnection, Task> script, Socket listener, ThrottledLine? line)
    {
        this.script = script;
        this.line = line;
        this.listener = listener;
        EndPoint = (IPEndPoint)listener.LocalEndPoint!;
        accepting = AcceptAsync();
    }

    public IPEndPoint EndPoint { get; }

    public IPAddress Address => EndPoint.Address;

    public int Port => EndPoint.Port;

    /// <summary>Every connection so far, in the order in which they came.</summary>
    public IReadOnlyList<ScriptedConnection> Connections
    {
        get
        {
            lock (gate)
                return [.. connections];
        }
    }

    /// <summary>Starts to listen, on 127.0.0.1 and a free port unless told otherwise; behind a line where one is given.</summary>
    public static ScriptedMailServer Start(Func<ScriptedConnection, Task> script, IPAddress? address = null, int port = 0, ThrottledLine? line = null) =>
        new(script, Listening(new IPEndPoint(address ?? IPAddress.Loopback, port)), line);

    /// <inheritdoc cref="Start(Func{ScriptedConnection, Task}, IPAddress, int, ThrottledLine)"/>
    public static ScriptedMailServer Start(MailScript script, IPAddress? address = null, int port = 0, ThrottledLine? line = null) =>
        Start(script.PlayAsync, address, port, line);

    /// <summary>Starts to listen on the loopback of a machine of its own.</summary>
    public static ScriptedMailServer StartOn(SeparateMachine machine, MailScript script, IPAddress address, int port = 0)
    {
        var endPoint = new IPEndPoint(address, port);
        return new(script.PlayAsync, machine.Within(() => Listening(endPoint)), null);
    }

    /// <summary>A server that says a text at once and then nothing: a banner of SSH or SMTP, or garbage.</summary>
    public static ScriptedMailServer StartSaying(string text, IPAddress? address = null, int port = 0) => Start(
        async connection =>
        {
            await connection.WriteAsync(text);
            await connection.StaySilentAsync();
        },
        address,
        port);

    /// <summary>The next connection nobody has asked for yet: the first call gives the first connection.</summary>
    public async Task<ScriptedConnection> NextConnectionAsync(CancellationToken cancellationToken = default) =>
        await arrivals.Reader.ReadAsync(cancellationToken);

    /// <summary>Stops listening, ends every script. A script that failed by its own mistake fails the test here.</summary>
    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        listener.Dispose();
        await accepting;
        arrivals.Writer.TryComplete();
        await Task.WhenAll(playing);
        stopping.Dispose();
    }

    private static Socket Listening(IPEndPoint endPoint)
    {
        if (!IPAddress.IsLoopback(endPoint.Address))
            throw new ArgumentException($"{endPoint.Address} is not a loopback address.", nameof(endPoint));
        var socket = new Socket(endPoint.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(endPoint);
        socket.Listen();
        return socket;
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var socket = await listener.AcceptAsync(stopping.Token);
                var connection = new ScriptedConnection(socket, connections.Count + 1, line, stopping.Token);
                lock (gate)
                    connections.Add(connection);
                playing.Add(PlayAsync(connection));
                arrivals.Writer.TryWrite(connection);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or ObjectDisposedException || (e is SocketException && stopping.IsCancellationRequested))
        {
            // Disposed: no more connections.
        }
    }

    private async Task PlayAsync(ScriptedConnection connection)
    {
        await Task.Yield();
        try
        {
            await script(connection);
        }
        catch (Exception e) when (IsTheClientsDoing(e))
        {
            // The client left, reset, or refused our certificate; or the test is over. Tests judge that by the client.
        }
        finally
        {
            await connection.CloseAsync();
            connection.Finish();
        }
    }

    private static bool IsTheClientsDoing(Exception e) =>
        e is IOException or SocketException or OperationCanceledException or ObjectDisposedException or AuthenticationException;
}
