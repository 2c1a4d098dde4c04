using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Knowledge;

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

    /// <summary>Size of the median message.</summary>
    public long? MedianMessageBytes { get; init; }

    /// <summary>Size of a large message: the 95th percentile.</summary>
    public long? LargeMessageBytes { get; init; }

    /// <summary>Round trips before the sign-in: TCP, STARTTLS, TLS, greeting and capabilities, as counted at this server.</summary>
    public int? ConnectRoundTrips { get; init; }

    /// <summary>What the server takes for a sign-in beyond the network's share, in milliseconds.</summary>
    public double? SignInServerMs { get; init; }

    /// <summary>What the server takes for a command beyond the network's share, in milliseconds.</summary>
    public double? CommandServerMs { get; init; }

    /// <summary>How far the sample fetches strayed from what the line explains, in milliseconds.</summary>
    public double? JitterMs { get; init; }

    /// <summary>Capacity that the measured line and the server showed towards the client, in Mbit/s: at least this.</summary>
    public double? DownMbit { get; init; }

    // A protocol that nobody named was not looked at, and a probe that we cut short has learned nothing: that is unknown, and unknown is not "unusable". Where what was
    // looked at cannot be used, though, there is nothing to recommend: a way that nobody has seen is no way out.
    private protected static bool? UsableIn(AssessmentFacts facts, MailProtocol protocol)
    {
        var probes = facts.Of(protocol).Select(x => x.Probe).ToList();
        if (facts.Discovery.NotOffered.Contains(protocol) || (probes.Count == 0 && SearchedInVain(facts))) return false;
        if (probes.Count == 0) return facts.Endpoints.Count == 0 || UsableIn(facts, protocol.Other()) != false ? null : false;
        return probes.Exists(x => x.Usable) ? true : probes.Exists(x => IsCutShort(x.Failure?.Kind)) ? null : false;
    }

    // Where every source has answered, what none of them names is not there; and where all of them together found nothing, there is nothing to recommend.
    private static bool SearchedInVain(AssessmentFacts facts) =>
        facts.Discovery.Attempts is { Count: > 0 } attempts
        && (facts.Endpoints.Count == 0 || attempts.All(x => x.Source != DiscoverySource.Explicit && x.Outcome != SourceOutcome.Failed));

    private static bool IsCutShort(FailureKind? kind) => kind is FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.Unexpected;

    private protected static double? RoundTripIn(AssessmentFacts facts, MailProtocol protocol) =>
        facts.Of(protocol).OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).Select(x => x.Probe.RoundTripMs).FirstOrDefault(x => x is not null);

    // Of the endpoint that a client is told to use: signed in to first, then implicit TLS.
    private protected static int? ConnectRoundTripsIn(AssessmentFacts facts, MailProtocol protocol) => facts.Of(protocol)
        .Where(x => x.Probe.Usable)
        .OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).ThenBy(x => x.Probe.Endpoint.Security)
        .Select(x => (int?)x.Probe.Steps.Sum(step => step.RoundTrips ?? 0)).FirstOrDefault();

    private protected static double? SignInServerMsIn(AssessmentFacts facts, MailProtocol protocol) => facts.Of(protocol)
        .Where(x => x.SignIn is { Outcome: SignInOutcome.Accepted, ElapsedMs: not null } && x.Probe.RoundTripMs is not null)
        .Select(x => (double?)Math.Max(0, x.SignIn.ElapsedMs!.Value - (SignInRoundTrips(x) * x.Probe.RoundTripMs!.Value))).FirstOrDefault();

    // The time of an IMAP sign-in is that of its own command, while the step goes on to namespaces and folders: its round trips follow from the mechanism
    // (RFC 4959: an initial response saves one). A POP3 sign-in is the step.
    private static int SignInRoundTrips(EndpointFacts endpoint) =>
        endpoint.Probe.Endpoint.Protocol == MailProtocol.Pop3
            ? endpoint.SessionSteps.FirstOrDefault(x => x.Step == MailStep.SignIn)?.RoundTrips ?? 1
            : endpoint.SignIn.Mechanism == "LOGIN command" || endpoint.Probe.Capabilities?.Has("SASL-IR") == true ? 1 : 2;

    // A busy mailbox or server has told us nothing about whether signing in works here; neither has one that did not answer, or was spared a second failure.
    private protected static SignInOutcome? SignInOf(AssessmentFacts facts, MailProtocol protocol)
    {
        var results = facts.Of(protocol).Select(x => x.SignIn).ToList();
        return results.Any(x => x.Outcome == SignInOutcome.Accepted) ? SignInOutcome.Accepted
            : results.Any(x => x.Outcome == SignInOutcome.Rejected && !x.IsPassing) ? SignInOutcome.Rejected
            : results.Any(x => x.Outcome is SignInOutcome.Rejected or SignInOutcome.Unanswered || x.Reason == SignInReason.OtherProtocolRefused)
                ? null : SignInOutcome.NotAttempted;
    }
}
