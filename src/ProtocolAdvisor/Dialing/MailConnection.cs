namespace ProtocolAdvisor.Dialing;

/// <summary>
/// One open connection on its way from the dialer through reconnaissance to the session: the same socket all along, so that a password goes to
/// the very peer whose certificate was judged.
/// </summary>
internal sealed class MailConnection : IDisposable
{
    internal MailConnection(MeteredStream meter)
    {
        Meter = meter;
        Stream = meter;
        Lines = new LineConversation(meter);
    }

    /// <summary>The bottom: counts, times and bounds.</summary>
    internal MeteredStream Meter { get; }

    /// <summary>What the protocol is spoken over: the socket, or TLS over it.</summary>
    internal Stream Stream { get; private set; }

    /// <summary>The lines over <see cref="Stream"/>.</summary>
    internal LineConversation Lines { get; private set; }

    /// <summary>From here on everything goes through <paramref name="encrypted"/>, with a fresh, empty buffer.</summary>
    internal void Encrypt(Stream encrypted) => (Stream, Lines) = (encrypted, new LineConversation(encrypted));

    public void Dispose()
    {
        Stream.Dispose();
        Meter.Dispose();
    }
}
