using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Which ways of signing in a usable endpoint offers. The plain LOGIN and USER commands are ways of their own.</summary>
internal static class LoginOfferDetector
{
    private static readonly string[] OAuth = ["XOAUTH2", "OAUTHBEARER"];
    private static readonly string[] Legacy = ["NTLM", "GSSAPI", "GSS-SPNEGO", "KERBEROS_V4", "CRAM-MD5", "DIGEST-MD5"];

    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        where probe is { Usable: true, Capabilities: not null } && !TakesPlainCommand(probe) && !IsSignedIn(c, probe.Endpoint.Protocol)
        let mechanisms = probe.Capabilities!.SaslMechanisms
        let code = Code(mechanisms)
        where code is not null
        select Found.At(probe, code.Value, string.Join(" ", mechanisms));

    // Who is in already needs no other way.
    private static bool IsSignedIn(Case c, MailProtocol protocol) => c.Facts.Of(protocol).Any(x => x.SignIn.Outcome == SignInOutcome.Accepted);

    private static bool TakesPlainCommand(ProbeResult probe) =>
        probe.Endpoint.Protocol == MailProtocol.Imap ? !probe.Capabilities!.Has("LOGINDISABLED") : probe.Capabilities!.Has("USER");

    private static FindingCode? Code(IReadOnlyList<string> mechanisms) => mechanisms.Count == 0 ? null
        : mechanisms.All(OAuth.Contains) ? FindingCode.AuthOauthOnly
        : mechanisms.All(Legacy.Contains) ? FindingCode.AuthLegacyMechanismsOnly : null;
}
