using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Which ways of signing in a usable endpoint offers. The plain LOGIN and USER commands are ways of their own.</summary>
internal static class LoginOfferDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        where !IsSignedIn(c, probe.Endpoint.Protocol)
        let lacking = Lacking(probe)
        where lacking is not null && !SubmissionDetector.OffersNothing(probe)
        let mechanisms = probe.Capabilities!.SaslMechanisms
        select Found.At(probe, SignInDetector.CodeOf(lacking.Value)!.Value, Seen.Names(mechanisms.Count > 0 ? string.Join(" ", mechanisms) : "LOGINDISABLED"));

    /// <summary>Why a usable endpoint takes no password from us; null where it takes one, or where that is not known.</summary>
    internal static SignInReason? Lacking(ProbeResult probe) =>
        probe is { Usable: true, Capabilities: { } offered } && !TakesPlainCommand(probe) ? SignInMechanism.LackingForPassword(offered.SaslMechanisms) : null;

    // Who is in already needs no other way.
    private static bool IsSignedIn(Case c, MailProtocol protocol) => c.Facts.Of(protocol).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);

    /// <summary>Whether the protocol's own command takes a password. CAPA need not list USER.</summary>
    internal static bool TakesPlainCommand(ProbeResult probe) => probe.Endpoint.Protocol switch
    {
        MailProtocol.Imap => !probe.Capabilities!.Has("LOGINDISABLED"),
        MailProtocol.Submission => false,
        MailProtocol.Pop3 => probe.Capabilities!.Has("USER") || probe.Capabilities.SaslMechanisms.Count == 0,
    };
}
