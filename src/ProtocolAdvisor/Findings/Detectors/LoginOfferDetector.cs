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
        where lacking is not null
        let mechanisms = probe.Capabilities!.SaslMechanisms
        select Found.At(probe, SignInDetector.CodeOf(lacking.Value)!.Value, Seen.Names(mechanisms.Count > 0 ? string.Join(" ", mechanisms) : "LOGINDISABLED"));

    /// <summary>Why a usable endpoint takes no password from us; null where it takes one, or where that is not known.</summary>
    internal static SignInReason? Lacking(ProbeResult probe) =>
        probe is { Usable: true, Capabilities: { } offered } && !TakesPlainCommand(probe) ? SignInMechanism.LackingForPassword(offered.SaslMechanisms) : null;

    /// <summary>Whether a usable endpoint takes passwords by SCRAM alone (RFC 5802), which few mail programs know.</summary>
    internal static bool TakesScramOnly(ProbeResult probe) =>
        probe is { Usable: true, Capabilities.SaslMechanisms: var offered } && !TakesPlainCommand(probe)
        && offered.Any(x => x.StartsWith("SCRAM-", StringComparison.Ordinal)) && !offered.Any(x => x is "PLAIN" or "LOGIN" or "CRAM-MD5" or "DIGEST-MD5" or "NTLM");

    // Who is in already needs no other way.
    private static bool IsSignedIn(Case c, MailProtocol protocol) => c.Facts.Of(protocol).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);

    // CAPA need not list USER.
    private static bool TakesPlainCommand(ProbeResult probe) => probe.Endpoint.Protocol switch
    {
        MailProtocol.Imap => !probe.Capabilities!.Has("LOGINDISABLED"),
        MailProtocol.Pop3 => probe.Capabilities!.Has("USER") || probe.Capabilities.SaslMechanisms.Count == 0,
    };
}
