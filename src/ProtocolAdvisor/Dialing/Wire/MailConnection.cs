using System.Net.Security;
using System.Net.Sockets;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// One open connection on its way from the dialer through reconnaissance to the session: the socket stays the same, so that a password goes
/// to the peer whose certificate was judged.
/// </summary>
internal sealed class MailConnection : IDisposable
{
    private static readonly TimeSpan LeaveLimit = TimeSpan.FromMilliseconds(500);
    private readonly TimeProvider _clock;
    private readonly GatePermit? _permit;
    private bool _isLeaving;

    /// <summary>A connection, and the leave to have it, which comes back when it is closed.</summary>
    internal MailConnection(MeteredStream meter, TimeProvider clock, GatePermit? permit = null)
    {
        (Meter, _clock, _permit) = (meter, clock, permit);
        Stream = meter;
        Transcript = new TranscriptRecorder(clock);
        Lines = new LineConversation(meter, Transcript);
    }

    /// <summary>The bottom: counts, times and bounds.</summary>
    internal MeteredStream Meter { get; }

    /// <summary>What is said on it, from the first line to the last.</summary>
    internal TranscriptRecorder Transcript { get; }

    /// <summary>What the protocol is spoken over: the socket, or TLS over it.</summary>
    internal Stream Stream { get; private set; }

    /// <summary>The lines over <see cref="Stream"/>.</summary>
    internal LineConversation Lines { get; private set; }

    /// <summary>From here on everything goes through <paramref name="encrypted"/>, with a fresh, empty buffer.</summary>
    internal void Encrypt(Stream encrypted) => (Stream, Lines) = (encrypted, new LineConversation(encrypted, Transcript));

    /// <summary>
    /// Ends the connection and waits until the server has ended it, too: the next connection must not be counted beside this one. LOGOUT or
    /// QUIT is not sent, because it would give a server more to do before it closes.
    /// </summary>
    /// <remarks>From its call on, <see cref="Dispose"/> has nothing to do any more: whoever goes on without waiting does not cut the goodbye short.</remarks>
    internal async Task LeaveAsync()
    {
        _isLeaving = true;
        using var limit = new CancellationTokenSource(LeaveLimit, _clock);
        try
        {
            if (Stream is SslStream encrypted) await encrypted.ShutdownAsync().WaitAsync(limit.Token);
            await Meter.LeaveAsync(limit.Token);
        }
        catch (Exception e) when (e is IOException or SocketException or InvalidOperationException or OperationCanceledException or ResponseTooLargeException)
        {
            // A server that has hung up before, or does not hang up: we leave it anyway.
        }
        finally
        {
            Close();
        }
    }

    public void Dispose()
    {
        if (!_isLeaving) Close();
    }

    private void Close()
    {
        Stream.Dispose();
        Meter.Dispose();
        _permit?.Dispose();
    }
}
