namespace ProtocolAdvisor.Dialing;

/// <summary>
/// One open connection on its way from the dialer through reconnaissance to the session: the same socket all along, so that a password goes to
/// the very peer whose certificate was judged.
/// </summary>
internal sealed class MailConnection : IDisposable
{
    internal MailConnection(MeteredStream meter, TimeProvider clock)
    {
        Meter = meter;
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

    public void Dispose()
    {
        Stream.Dispose();
        Meter.Dispose();
    }
}
