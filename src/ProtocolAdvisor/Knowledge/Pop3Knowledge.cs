using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Knowledge;

/// <summary>What is known of the maildrop over POP3.</summary>
public sealed record Pop3Knowledge : ProtocolKnowledge
{
    /// <summary>Whether UIDL works.</summary>
    public bool? Uidl { get; init; }

    /// <summary>Whether TOP is offered.</summary>
    public bool? Top { get; init; }

    /// <summary>Whether PIPELINING is offered.</summary>
    public bool? Pipelining { get; init; }

    /// <summary>Days after which the server deletes (EXPIRE n).</summary>
    public int? ExpireDays { get; init; }

    /// <summary>Whether fetched messages may be deleted at once (EXPIRE 0).</summary>
    public bool? ExpiresOnRetrieval { get; init; }

    /// <summary>Seconds between sign-ins (LOGIN-DELAY).</summary>
    public int? LoginDelaySeconds { get; init; }

    internal static Pop3Knowledge From(AssessmentFacts facts) => From(facts, ConnectionIn(facts, MailProtocol.Pop3));

    private static Pop3Knowledge From(AssessmentFacts facts, ConnectionFacts? connection) => new()
    {
        Usable = UsableIn(facts, MailProtocol.Pop3),
        SignIn = SignInOf(facts, MailProtocol.Pop3),
        MailboxOpens = OpensIn(facts, MailProtocol.Pop3),
        RoundTripMs = RoundTripIn(facts, MailProtocol.Pop3),
        ThroughputBytesPerSecond = facts.Pop3?.Fetch?.ThroughputBytesPerSecond,
        Messages = facts.Pop3?.Messages,
        Bytes = facts.Pop3?.Bytes,
        LargestMessageBytes = facts.Pop3?.LargestMessageBytes,
        MedianMessageBytes = facts.Pop3?.MedianMessageBytes,
        LargeMessageBytes = facts.Pop3?.LargeMessageBytes,
        ConnectRoundTrips = connection?.RoundTrips,
        SignInServerMs = SignInServerMsIn(facts, MailProtocol.Pop3),
        CommandServerMs = facts.Pop3?.Fetch?.ServerMs,
        JitterMs = facts.Pop3?.Fetch?.JitterMs,
        DownMbit = facts.Pop3?.Fetch?.DownMbit,
        Uidl = facts.Pop3?.Uidl,
        Top = facts.Pop3?.Top,
        Pipelining = facts.Pop3?.Pipelining,
        ExpireDays = facts.Pop3?.ExpireDays,
        ExpiresOnRetrieval = facts.Pop3?.ExpiresOnRetrieval,
        LoginDelaySeconds = facts.Pop3?.LoginDelaySeconds ?? (facts.Pop3 is { ListedAfterSignIn: true } ? 0 : null), // a list that leaves it out has none
        DownMbitAtLeast = facts.Pop3?.Fetch is { DownMbitKind: not CapacityKind.Reached },
        Implementation = ImplementationIn(facts, MailProtocol.Pop3),
        ConnectServerMs = connection?.ServerMs,
        HeldBackConnecting = connection?.HeldBack ?? 0,
        HeldBackInHandshake = connection?.HeldInHandshake ?? 0,
        HelloRetried = connection?.HelloRetried ?? false,
        HoldsLongAnswers = facts.Pop3?.Fetch?.HoldsLongAnswers ?? false,
    };
}
