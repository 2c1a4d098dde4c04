using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Sending as a whole: nobody is there to take mail in, no way to sign in is offered, or port 25 alone is named.</summary>
internal static class SubmissionDetector
{
    public static IEnumerable<Finding> Find(Case c) => NotAnswered(c).Concat(NoAuth(c)).Concat(Port25Only(c));

    /// <summary>Whether nobody was there.</summary>
    public static bool IsSilent(ProbeResult probe) => !Unexamined.Is(probe) && probe.Failure switch
    {
        { Step: MailStep.Connect, Kind: FailureKind.ConnectionRefused or FailureKind.TimedOut or FailureKind.HostUnreachable or FailureKind.ConnectionReset } => true,
        { Step: MailStep.Greeting, Kind: FailureKind.TimedOut, Reply: null } => true,
        _ => false,
    };

    /// <summary>Whether it takes mail in over TLS, and does not say how to sign in there.</summary>
    public static bool OffersNothing(ProbeResult probe) =>
        probe is { Usable: true, Endpoint.Protocol: MailProtocol.Submission, Capabilities: { } offered } && offered.SaslMechanisms.Count == 0;

    // That nobody is at names which we guessed says nothing of the provider.
    private static IEnumerable<Finding> NotAnswered(Case c)
    {
        var tried = Tried(c).ToList();
        return tried.Count > 0 && tried.TrueForAll(IsSilent) && c.Facts.Discovery.Outgoing.Count > 0
            ? [Found.For(MailProtocol.Submission, FindingCode.SubmissionNotAnswered, Seen.Names(tried.Select(x => x.Endpoint.Authority).Distinct()))] : [];
    }

    // Beside a server that takes sign-ins it is only a wrong setting.
    private static IEnumerable<Finding> NoAuth(Case c) =>
        from probe in Tried(c)
        where OffersNothing(probe)
        let finding = Found.At(probe, FindingCode.SubmissionNoAuth, Seen.Quote(probe.Greeting))
        select Tried(c).Any(x => x.Usable && !OffersNothing(x)) ? finding with { Severity = Severity.Low } : finding;

    private static IEnumerable<Finding> Port25Only(Case c)
    {
        var named = c.Facts.Discovery.Outgoing;
        return named.Count > 0 && named.All(x => x.Server.Port == StandardPort.Relay)
            ? [Found.For(MailProtocol.Submission, FindingCode.SubmissionPort25Only, Seen.Names(named.Select(x => x.Server.Endpoint.Authority).Distinct()))] : [];
    }

    private static IEnumerable<ProbeResult> Tried(Case c) => c.Facts.Of(MailProtocol.Submission).Select(x => x.Probe);
}
