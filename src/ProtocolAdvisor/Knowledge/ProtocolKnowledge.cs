using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Knowledge;

/// <summary>
/// What is known of one protocol at this mailbox: whether it can be used, the server with the line to it, and what it shows. A caller tells
/// all of it flat; what he does not tell of the speed is read from the sample fetches, where those are known.
/// </summary>
public abstract record ProtocolKnowledge
{
    /// <summary>Whether an endpoint can be spoken to securely.</summary>
    [JsonIgnore]
    public Access Access { get; init; }

    /// <summary>Whether the mailbox behind an accepted sign-in can be opened.</summary>
    [JsonIgnore]
    public Access Opening { get; init; }

    /// <summary>Whether an endpoint could be spoken to securely.</summary>
    public bool? Usable
    {
        get => Access.Known;
        init => Access = Access.Told(value);
    }

    /// <summary>How the sign-in ended.</summary>
    public SignInOutcome? SignIn { get; init; }

    /// <summary>Whether the mailbox behind an accepted sign-in could be opened.</summary>
    public bool? MailboxOpens
    {
        get => Opening.Known;
        init => Opening = Access.Told(value);
    }

    /// <summary>The server, and the line to it.</summary>
    [SentFlat]
    public ServerLine Server { get; init; } = new();

    /// <summary>Bytes a second of a batch of messages, as told.</summary>
    public double? ThroughputBytesPerSecond { get; init; }

    /// <summary>What the server takes for a command beyond the network's share, in milliseconds, as told.</summary>
    public double? CommandServerMs { get; init; }

    /// <summary>How far fetches stray from what the line explains, in milliseconds, as told.</summary>
    public double? JitterMs { get; init; }

    /// <summary>Capacity that the line and the server showed towards the client, in Mbit/s, as told.</summary>
    public double? DownMbit { get; init; }

    /// <summary>Whether the told <c>downMbit</c> is a lower bound, because the line was not filled: no decision rests on it.</summary>
    public bool DownMbitAtLeast { get; init; }

    /// <summary>Whether the end of a long answer is held back until the rest was acknowledged, as told.</summary>
    public bool HoldsLongAnswers { get; init; }

    /// <summary>What is told of a side, and where nothing is told, what was seen of it.</summary>
    internal static T Completed<T>(T? told, T seen)
        where T : ProtocolKnowledge => told is null ? seen : (T)((ProtocolKnowledge)told with
        {
            Access = told.Access.State == AccessState.Unknown ? seen.Access : told.Access,
            SignIn = told.SignIn ?? seen.SignIn,
            Opening = told.Opening.State == AccessState.Unknown ? seen.Opening : told.Opening,
            Server = told.Server == new ServerLine() ? seen.Server : told.Server,
        });

    // As told, else as the sample fetches show it.
    internal double? ServerMs => CommandServerMs ?? Fetch?.ServerMs;

    internal double? StrayMs => JitterMs ?? Fetch?.JitterMs;

    internal bool HoldsEnds => HoldsLongAnswers || Fetch?.HoldsLongAnswers == true;

    /// <summary>Whether anything is known of how fast mail comes.</summary>
    internal bool IsMeasured => (DownMbit ?? ThroughputBytesPerSecond ?? Fetch?.DownMbit ?? Fetch?.ThroughputBytesPerSecond) is not null;

    // What can be reckoned with: a capacity that was reached, or one that the caller told.
    internal double? CapacityMbit => DownMbitAtLeast ? null : DownMbit ?? Reached
        ?? (ThroughputBytesPerSecond is > 0 and { } told ? Math.Max(RequestBounds.NarrowestMbit, told * 8 / 1e6) : null);

    /// <summary>Whether that capacity follows from nothing but a throughput that the caller tells.</summary>
    internal bool CapacityIsTold => (DownMbit ?? Reached) is null;

    private double? Reached =>
        Fetch is { DownMbitKind: CapacityKind.Reached, DownMbit: { } mbit } ? Math.Max(RequestBounds.NarrowestMbit, mbit) : null;

    private protected abstract LatencySummary? Fetch { get; }
}
