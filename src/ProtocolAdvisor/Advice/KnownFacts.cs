using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>What is known of a mailbox when advice is asked for: measured by us, or told by the caller. Null is "not known".</summary>
public sealed record KnownFacts
{
    /// <summary>The IMAP side.</summary>
    public ImapKnowledge? Imap { get; init; }

    /// <summary>The POP3 side.</summary>
    public Pop3Knowledge? Pop3 { get; init; }

    /// <summary>The instant to which the facts belong: dates in the plan count from here.</summary>
    public DateTimeOffset? AsOf { get; init; }

    /// <summary>The protocol that the operator prefers, as his published settings say.</summary>
    public MailProtocol? Preferred { get; init; }

    /// <summary>What a run has learned, in the terms of the advice.</summary>
    public static KnownFacts From(AssessmentFacts facts) => new()
    {
        AsOf = facts.StartedAt,
        Preferred = facts.Discovery.Preferred,
        Imap = ImapKnowledge.From(facts),
        Pop3 = Pop3Knowledge.From(facts),
    };
}

/// <summary>What is known of one protocol at this mailbox.</summary>
public abstract record ProtocolKnowledge
{
    /// <summary>Whether an endpoint could be spoken to securely.</summary>
    public bool? Usable { get; init; }

    /// <summary>How the sign-in ended.</summary>
    public SignInOutcome? SignIn { get; init; }

    /// <summary>Round-trip time in milliseconds.</summary>
    public double? RoundTripMs { get; init; }

    /// <summary>Bytes a second of a batch of messages.</summary>
    public double? ThroughputBytesPerSecond { get; init; }

    /// <summary>Messages that the protocol shows.</summary>
    public long? Messages { get; init; }

    /// <summary>Their bytes.</summary>
    public long? Bytes { get; init; }

    /// <summary>Size of the largest message.</summary>
    public long? LargestMessageBytes { get; init; }

    // A protocol that nobody named was not looked at, and a probe that we cut short has learned nothing: that is unknown, and unknown is not "unusable". Where what was
    // looked at cannot be used, though, there is nothing to recommend: a way that nobody has seen is no way out.
    private protected static bool? UsableIn(AssessmentFacts facts, MailProtocol protocol)
    {
        var probes = facts.Of(protocol).Select(x => x.Probe).ToList();
        if (facts.Discovery.NotOffered.Contains(protocol) || (probes.Count == 0 && SearchedInVain(facts))) return false;
        if (probes.Count == 0) return facts.Endpoints.Count == 0 || UsableIn(facts, Other(protocol)) != false ? null : false;
        return probes.Exists(x => x.Usable) ? true : probes.Exists(x => IsCutShort(x.Failure?.Kind)) ? null : false;
    }

    // Where every source has answered, what none of them names is not there; and where all of them together found nothing, there is nothing to recommend.
    private static bool SearchedInVain(AssessmentFacts facts) =>
        facts.Discovery.Attempts is { Count: > 0 } attempts
        && (facts.Endpoints.Count == 0 || attempts.All(x => x.Source != DiscoverySource.Explicit && x.Outcome != SourceOutcome.Failed));

    private static MailProtocol Other(MailProtocol protocol) => protocol == MailProtocol.Imap ? MailProtocol.Pop3 : MailProtocol.Imap;

    private static bool IsCutShort(FailureKind? kind) => kind is FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.Unexpected;

    private protected static double? RoundTripIn(AssessmentFacts facts, MailProtocol protocol) =>
        facts.Of(protocol).OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).Select(x => x.Probe.RoundTripMs).FirstOrDefault(x => x is not null);

    // A busy mailbox or server has told us nothing about whether signing in works here.
    private protected static SignInOutcome? SignInOf(AssessmentFacts facts, MailProtocol protocol)
    {
        var results = facts.Of(protocol).Select(x => x.SignIn).ToList();
        return results.Any(x => x.Outcome == SignInOutcome.Accepted) ? SignInOutcome.Accepted
            : results.Any(x => x.Outcome == SignInOutcome.Rejected && !x.IsPassing) ? SignInOutcome.Rejected
            : results.Any(x => x.Outcome == SignInOutcome.Rejected) ? null : SignInOutcome.NotAttempted;
    }
}

/// <summary>What is known of the mailbox over IMAP.</summary>
public sealed record ImapKnowledge : ProtocolKnowledge
{
    /// <summary>Messages in the Inbox.</summary>
    public long? InboxMessages { get; init; }

    /// <summary>Bytes in the Inbox.</summary>
    public long? InboxBytes { get; init; }

    /// <summary>Folders, the Inbox included.</summary>
    public int? Folders { get; init; }

    /// <summary>The storage quota.</summary>
    public Quota? Quota { get; init; }

    /// <summary>Bytes that a month adds.</summary>
    public long? GrowthBytesPerMonth { get; init; }

    /// <summary>Whether new mail is pushed (IDLE).</summary>
    public bool? Idle { get; init; }

    internal static ImapKnowledge From(AssessmentFacts facts) => new()
    {
        Usable = UsableIn(facts, MailProtocol.Imap),
        SignIn = SignInOf(facts, MailProtocol.Imap),
        RoundTripMs = RoundTripIn(facts, MailProtocol.Imap),
        ThroughputBytesPerSecond = facts.Imap?.Fetch?.ThroughputBytesPerSecond,
        Messages = facts.Imap?.Messages,
        Bytes = facts.Imap?.Bytes,
        InboxMessages = facts.Imap?.InboxMessages,
        InboxBytes = facts.Imap?.InboxBytes,
        Folders = facts.Imap?.Folders,
        LargestMessageBytes = facts.Imap?.LargestMessageBytes,
        Quota = facts.Imap?.Quota,
        GrowthBytesPerMonth = facts.Imap?.GrowthBytesPerMonth,
        Idle = facts.Imap?.Idle ?? facts.Of(MailProtocol.Imap).Select(x => x.Probe.Capabilities?.Has("IDLE")).FirstOrDefault(x => x is not null),
    };
}

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

    internal static Pop3Knowledge From(AssessmentFacts facts) => new()
    {
        Usable = UsableIn(facts, MailProtocol.Pop3),
        SignIn = SignInOf(facts, MailProtocol.Pop3),
        RoundTripMs = RoundTripIn(facts, MailProtocol.Pop3),
        ThroughputBytesPerSecond = facts.Pop3?.Fetch?.ThroughputBytesPerSecond,
        Messages = facts.Pop3?.Messages,
        Bytes = facts.Pop3?.Bytes,
        LargestMessageBytes = facts.Pop3?.LargestMessageBytes,
        Uidl = facts.Pop3?.Uidl,
        Top = facts.Pop3?.Top,
        Pipelining = facts.Pop3?.Pipelining,
        ExpireDays = facts.Pop3?.ExpireDays,
        ExpiresOnRetrieval = facts.Pop3?.ExpiresOnRetrieval,
        LoginDelaySeconds = facts.Pop3?.LoginDelaySeconds,
    };
}
