using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Sessions;

/// <summary>A signed-in connection that only looks: nothing it does changes the mailbox. Two of them: IMAP and POP3.</summary>
/// <param name="connection">The vetted connection, which the session owns from here on.</param>
internal abstract class MailSession(MailConnection connection) : IDisposable
{
    private int _burstsTold = connection.Meter.Bursts;

    /// <summary>The connection.</summary>
    protected MailConnection Connection { get; } = connection;

    /// <summary>The smallest round-trip time of the connection in milliseconds; null where the kernel does not tell.</summary>
    internal double? RoundTripMs => Connection.Meter.RoundTripMs();

    /// <summary>Round trips since they were last asked for.</summary>
    internal int TakeRoundTrips()
    {
        var before = _burstsTold;
        _burstsTold = Connection.Meter.Bursts;
        return _burstsTold - before;
    }

    /// <summary>How the bytes of the last answer came.</summary>
    internal IReadOnlyList<Arrival> Arrivals => Connection.Meter.Arrivals;

    /// <summary>How many answers the server has held back in part until we had acknowledged the rest.</summary>
    internal int HeldBack => Connection.Meter.HeldBack;

    /// <summary>Whether half of what a server may send us is used up: nothing more is asked for that can be done without, for we would blame it for answering.</summary>
    internal bool HasReadMuch => Connection.Meter.Received >= Connection.Meter.Allowed / 2;

    /// <summary>Fetches one message and throws it away; null where the server does not hand it out.</summary>
    /// <param name="index">Its place in the Inbox, from 0.</param>
    /// <param name="token">The step's limit.</param>
    internal abstract Task<SampleFetch?> FetchAsync(int index, CancellationToken token);

    /// <summary>
    /// Fetches several messages as a fast client would: in one command, or sent ahead; null where the server allows neither, or returns
    /// none.
    /// </summary>
    /// <param name="indexes">Their places in the Inbox, from 0, ascending.</param>
    /// <param name="token">The step's limit.</param>
    internal abstract Task<SampleFetch?> FetchTogetherAsync(IReadOnlyList<int> indexes, CancellationToken token);

    /// <summary>Fetches the beginning of a message, at most so many bytes of it; null where the server does not return it.</summary>
    /// <param name="index">Its place in the Inbox, from 0.</param>
    /// <param name="bytes">How much.</param>
    /// <param name="token">The step's limit.</param>
    internal abstract Task<SampleFetch?> FetchPartAsync(int index, int bytes, CancellationToken token);

    /// <summary>Closes the connection.</summary>
    public virtual void Dispose() => Connection.Dispose();
}

/// <summary>What a fetch took.</summary>
/// <param name="Bytes">Bytes of the messages.</param>
/// <param name="ElapsedMs">Milliseconds, last byte out to last byte in.</param>
internal readonly record struct SampleFetch(long Bytes, double ElapsedMs)
{
    /// <summary>How many pieces of it the server held back until we had acknowledged the rest.</summary>
    internal int HeldBack { get; init; }

    /// <summary>Its bytes after DEFLATE, where the server offers to compress; null elsewhere.</summary>
    internal long? Deflated { get; init; }
}
