using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>The server's end of one connection: what a script reads from and writes to, and the record of what came.</summary>
public sealed class ScriptedConnection : IAsyncDisposable
{
    private readonly Socket socket;
    private readonly InputBuffer input;
    private readonly TaskCompletionSource finished = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Stream bottom;
    private Stream stream;
    private int closed;

    internal ScriptedConnection(Socket socket, int number, ThrottledLine? line, CancellationToken stopped)
    {
        this.socket = socket;
        Number = number;
        Stopped = stopped;
        input = new InputBuffer(Transcript, stopped);
        // A reply must leave at once, or Nagle's algorithm would add 40 ms to what a test measures.
        socket.NoDelay = true;
        var network = new NetworkStream(socket, ownsSocket: false);
        stream = bottom = line?.Behind(network) ?? network;
    }

    /// <summary>1 for the server's first connection, 2 for the next.</summary>
    public int Number { get; }

    /// <summary>Cancelled when the server is disposed: give it to every wait of a script.</summary>
    public CancellationToken Stopped { get; }

    /// <summary>Everything the client sent.</summary>
    public Transcript Transcript { get; } = new();

    /// <summary>The lines that the script has read so far.</summary>
    public IReadOnlyList<ReceivedLine> Received => Transcript.Lines;

    /// <summary>The TLS layer, once there is one: negotiated version, and the name that the client asked for.</summary>
    public SslStream? Tls { get; private set; }

    /// <summary>The size of the pieces in which everything is sent; null = as it comes.</summary>
    internal int? Pieces { get; set; }

    public bool IsEncrypted => Tls is not null;

    public bool IsClosed => Volatile.Read(ref closed) == 1;

    /// <summary>Completes when the script has ended and the connection is closed.</summary>
    public Task Finished => finished.Task;

    /// <summary>The next line without its line end, or null where the client has left.</summary>
    public async Task<string?> ReadLineAsync()
    {
        var line = await input.ReadLineAsync(stream);
        if (line is not null)
            Transcript.Add(new ReceivedLine(line, IsEncrypted));
        return line;
    }

    /// <summary>Exactly <paramref name="count"/> bytes, as an IMAP literal; null where the client leaves before.</summary>
    public Task<byte[]?> ReadBytesAsync(int count) => input.ReadBytesAsync(stream, count);

    /// <summary>Forgets what has arrived behind the last line, as servers do that cannot pipeline.</summary>
    public void DiscardBufferedInput() => input.Discard();

    /// <summary>Says nothing more and reads on until the client leaves.</summary>
    public async Task StaySilentAsync()
    {
        do
            DiscardBufferedInput();
        while (await input.FillAsync(stream));
    }

    public Task WriteLineAsync(string line) => WriteAsync(line + "\r\n");

    public Task WriteAsync(string text) => WriteAsync(Encoding.UTF8.GetBytes(text));

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes)
    {
        var size = Pieces ?? Math.Max(1, bytes.Length);
        for (; !bytes.IsEmpty; bytes = bytes[Math.Min(size, bytes.Length)..])
            await stream.WriteAsync(bytes[..Math.Min(size, bytes.Length)], Stopped);
    }

    /// <summary>The server's side of a TLS handshake; from then on everything travels inside it.</summary>
    public async Task UpgradeToTlsAsync(TestCertificate certificate, SslProtocols protocols = SslProtocols.None, bool wantsClientCertificate = false)
    {
        var tls = new SslStream(new ReplayStream(input.Take(), stream));
        await tls.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateContext = certificate.ServerContext,
                EnabledSslProtocols = protocols,
                AllowTlsResume = false,
                ClientCertificateRequired = wantsClientCertificate,
                RemoteCertificateValidationCallback = (_, shown, _, _) => shown is not null || !wantsClientCertificate,
#pragma warning disable SYSLIB0040 // The only way to OpenSSL's security level 0: small keys, SHA-1 and TLS 1.0 are what tests want.
                EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
            },
            Stopped);
        stream = Tls = tls;
    }

    /// <summary>Leaves with RST: the client sees "connection reset by peer".</summary>
    public void Reset()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1)
            return;
        socket.LingerState = new LingerOption(enable: true, seconds: 0);
        socket.Dispose();
    }

    /// <summary>Leaves in order: close_notify inside TLS, then FIN.</summary>
    public async Task CloseAsync()
    {
        if (Interlocked.Exchange(ref closed, 1) == 1)
            return;
        try
        {
            if (Tls is not null)
                await Tls.ShutdownAsync().WaitAsync(Stopped);
            await bottom.FlushAsync(Stopped);
            socket.Shutdown(SocketShutdown.Send);
            // Closing over unread input makes the kernel send RST, which can overtake the last reply.
            var rest = new byte[4096];
            while (socket.Available > 0 && await socket.ReceiveAsync(rest, Stopped) > 0) { }
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or OperationCanceledException or System.Security.Cryptography.CryptographicException)
        {
            // The client has left before us, or does not read and the test is over.
        }
        socket.Dispose();
    }

    ValueTask IAsyncDisposable.DisposeAsync() => new(CloseAsync());

    internal void Finish()
    {
        Transcript.End();
        finished.TrySetResult();
    }
}
