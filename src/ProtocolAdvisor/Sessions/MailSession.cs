using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

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

    /// <summary>How many messages the server listed and did not hand out when they were asked for one by one.</summary>
    internal int Refused { get; private set; }

    /// <summary>The server's words to the first message that it did not hand out, or to the one at which it stopped for now; null where it handed out all.</summary>
    internal string? Refusal { get; private set; }

    /// <summary>Whether the server hands out nothing more for now, because the account has fetched too much or asked too often: then nothing more is asked of it.</summary>
    internal bool IsHeldOff { get; private set; }

    /// <summary>Throws where the server hands out nothing more for now.</summary>
    /// <exception cref="UnexpectedReplyException">The server's words.</exception>
    internal void DemandNotHeldOff()
    {
        if (IsHeldOff) throw new UnexpectedReplyException(FailureKind.CommandRefused, Refusal);
    }

    /// <summary>Whether words say that the account has fetched too much or asked too often, whatever was asked for.</summary>
    internal static bool IsLimit(string? words, MailProtocol protocol) => words is not null && SignInRefusal.Known(words, protocol)?.Reason
        is SignInReason.AuthRateLimited or SignInReason.AuthTooManyConnections or SignInReason.AuthBandwidthExceeded or SignInReason.Pop3LoginDelay;

    /// <summary>Notes that the server did not hand out what was asked for. A limit that the account has reached says nothing of the message.</summary>
    /// <param name="words">Its words.</param>
    /// <param name="protocol">The protocol.</param>
    /// <param name="ofOne">Whether one whole message was asked for.</param>
    protected void NoteRefusal(string words, MailProtocol protocol, bool ofOne)
    {
        var held = IsLimit(words, protocol);
        if (held || Refusal is null) Refusal = words;
        IsHeldOff |= held;
        if (ofOne && !held) Refused++;
    }

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
