using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Which ways of signing in a usable endpoint offers. The plain LOGIN and USER commands are ways of their own.</summary>
internal static class LoginOfferDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        where probe is { Usable: true, Capabilities: not null } && !TakesPlainCommand(probe) && !IsSignedIn(c, probe.Endpoint.Protocol)
        let mechanisms = probe.Capabilities!.SaslMechanisms
        let lacking = SignInMechanism.LackingForPassword(mechanisms)
        where lacking is not null
        select Found.At(probe, SignInDetector.CodeOf(lacking.Value)!.Value, mechanisms.Count > 0 ? string.Join(" ", mechanisms) : "LOGINDISABLED");

    // Who is in already needs no other way.
    private static bool IsSignedIn(Case c, MailProtocol protocol) => c.Facts.Of(protocol).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);

    // CAPA need not list USER.
    private static bool TakesPlainCommand(ProbeResult probe) => probe.Endpoint.Protocol switch
    {
        MailProtocol.Imap => !probe.Capabilities!.Has("LOGINDISABLED"),
        MailProtocol.Pop3 => probe.Capabilities!.Has("USER") || probe.Capabilities.SaslMechanisms.Count == 0,
    };
}
