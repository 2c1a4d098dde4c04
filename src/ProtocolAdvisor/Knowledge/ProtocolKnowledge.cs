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

    /// <summary>Whether the mailbox behind an accepted sign-in could be opened.</summary>
    public bool? MailboxOpens { get; init; }

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

    /// <summary>Capacity that the measured line and the server showed towards the client, in Mbit/s.</summary>
    public double? DownMbit { get; init; }

    /// <summary>Whether <see cref="DownMbit"/> is a lower bound, because the line was not filled: no decision rests on it.</summary>
    public bool DownMbitAtLeast { get; init; }

    /// <summary>The server's software, as far as it says.</summary>
    public string? Implementation { get; init; }

    /// <summary>What the server takes until it has greeted, beyond the network's share and a handshake's usual work, in milliseconds.</summary>
    public double? ConnectServerMs { get; init; }

    /// <summary>Answers on the way to the greeting whose end was held back until the rest was acknowledged (Nagle's algorithm).</summary>
    public int HeldBackConnecting { get; init; }

    /// <summary>Those of them in the TLS handshake, where clients acknowledge at once.</summary>
    public int HeldBackInHandshake { get; init; }

    /// <summary>Whether the server asked for another key share in TLS 1.3 (HelloRetryRequest, RFC 8446 §4.1.4): a round trip for every client that had not offered it.</summary>
    public bool HelloRetried { get; init; }

    /// <summary>Whether the end of a long answer is held back until the rest was acknowledged.</summary>
    public bool HoldsLongAnswers { get; init; }

    // What can be reckoned with: a capacity that was reached, or one that the caller told.
    internal double? CapacityMbit => DownMbitAtLeast ? null : DownMbit ?? (ThroughputBytesPerSecond is > 0 and { } told ? Math.Max(RequestBounds.NarrowestMbit, told * 8 / 1e6) : null);

    // A protocol that nobody named was not looked at, and a probe that we cut short has learned nothing: that is unknown, and unknown is not "unusable". Where what was
    // looked at cannot be used, though, there is nothing to recommend: a way that nobody has seen is no way out.
    private protected static bool? UsableIn(AssessmentFacts facts, MailProtocol protocol)
    {
        var endpoints = facts.Of(protocol).ToList();
        if (facts.Discovery.NotOffered.Contains(protocol) || (endpoints.Count == 0 && SearchedInVain(facts))) return false;
        if (endpoints.Count == 0) return facts.Endpoints.Count == 0 || (UsableIn(facts, protocol.Other()) != false && OpensIn(facts, protocol.Other()) != false) ? null : false;
        return endpoints.Exists(x => x.Probe.Usable) ? true
            : endpoints.Exists(Unexamined.Is) || (endpoints.TrueForAll(x => IsGuess(facts, x)) && !SearchState.IsHeardOut(facts.Discovery)) ? null : false;
    }

    private protected static bool? OpensIn(AssessmentFacts facts, MailProtocol protocol)
    {
        var accepted = facts.Of(protocol).Where(x => x.SignIn.Outcome == SignInOutcome.Accepted).ToList();
        return accepted.Exists(x => x.MailboxStaysShut) ? false
            : accepted.Exists(x => x.SessionSteps.Any(step => step is { Step: MailStep.OpenMailbox, Outcome: StepOutcome.Completed })) ? true : null;
    }

    // Where every source has answered, what none of them names is not there; and where the domain does not exist, nothing is.
    private static bool SearchedInVain(AssessmentFacts facts) =>
        facts.Discovery.Attempts is { Count: > 0 } attempts && attempts.All(x => x.Source != DiscoverySource.Explicit)
        && (SearchState.IsHeardOut(facts.Discovery) || SearchState.IsDomainMissing(facts.Discovery));

    // A guess that does not answer says nothing while a source that may know better has not been heard.
    private static bool IsGuess(AssessmentFacts facts, EndpointFacts endpoint) =>
        facts.Discovery.Candidates.Any(x => x.Endpoint == endpoint.Probe.Endpoint && x.Sources is [DiscoverySource.Convention]);

    private protected static double? RoundTripIn(AssessmentFacts facts, MailProtocol protocol) =>
        facts.Of(protocol).OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).Select(x => x.Probe.RoundTripMs).FirstOrDefault(x => x is not null);

    // Of the endpoint that a client is told to use: signed in to first, then implicit TLS.
    private protected static ConnectionFacts? ConnectionIn(AssessmentFacts facts, MailProtocol protocol) => facts.Of(protocol)
        .Where(x => x.Probe.Usable)
        .OrderByDescending(x => x.SignIn.Outcome == SignInOutcome.Accepted).ThenBy(x => x.Probe.Endpoint.Security)
        .Select(x => ConnectionFacts.Of(x.Probe)).FirstOrDefault();

    private protected static string? ImplementationIn(AssessmentFacts facts, MailProtocol protocol) =>
        facts.Of(protocol).Select(x => x.Probe.Implementation).FirstOrDefault(x => x is not null);

    private protected static double? SignInServerMsIn(AssessmentFacts facts, MailProtocol protocol) => facts.Of(protocol)
        .Where(x => x.SignIn is { Outcome: SignInOutcome.Accepted, ElapsedMs: not null } && x.Probe.RoundTripMs is not null)
        .Select(x => (double?)Math.Max(0, x.SignIn.ElapsedMs!.Value - (SignInRoundTrips(x) * x.Probe.RoundTripMs!.Value))).FirstOrDefault();

    // The time of an IMAP sign-in is that of its own command, while the step goes on to namespaces and folders: its round trips follow from the mechanism
    // (RFC 4959: an initial response saves one). A POP3 sign-in is the step.
    private static int SignInRoundTrips(EndpointFacts endpoint) =>
        endpoint.Probe.Endpoint.Protocol switch
        {
            MailProtocol.Pop3 => endpoint.SessionSteps.FirstOrDefault(x => x.Step == MailStep.SignIn)?.RoundTrips ?? 1,
            MailProtocol.Imap => endpoint.SignIn.Mechanism == "LOGIN command" || endpoint.Probe.Capabilities?.Has("SASL-IR") == true ? 1 : 2,
        };

    // A busy mailbox, a broken server, and words that nobody knows have told us nothing about whether signing in works here; neither has a server that did not answer, or was
    // spared a second failure.
    private protected static SignInOutcome? SignInOf(AssessmentFacts facts, MailProtocol protocol)
    {
        var endpoints = facts.Of(protocol).ToList();
        return endpoints.Exists(x => x.IsAccepted) ? SignInOutcome.Accepted
            : endpoints.Exists(x => x.IsRefusedForGood) ? SignInOutcome.Rejected
            : endpoints.Exists(x => x.SignIn.Outcome is SignInOutcome.Accepted or SignInOutcome.Rejected or SignInOutcome.Unanswered || x.SignIn.Reason == SignInReason.OtherProtocolRefused)
                ? null : SignInOutcome.NotAttempted;
    }
}
