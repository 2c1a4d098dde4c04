using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Which passwords a server takes, as settings have words for them: the password itself, or an encrypted one. By the second most clients mean CRAM-MD5 (RFC 2195), over POP3 APOP
/// too; SCRAM (RFC 5802) and DIGEST-MD5 (RFC 2831) they lack.
/// </summary>
internal static class PasswordOffer
{
    /// <summary>Whether the server has told what it takes.</summary>
    public static bool IsKnown(ProbeResult probe) => probe is { Usable: true, Capabilities: not null };

    /// <summary>Whether it takes the password itself.</summary>
    public static bool TakesItself(ProbeResult probe) => LoginOfferDetector.TakesPlainCommand(probe) || probe.Capabilities!.SaslMechanisms.Any(x => x is "PLAIN" or "LOGIN");

    /// <summary>Whether it takes it encrypted in any way.</summary>
    public static bool TakesEncrypted(ProbeResult probe) =>
        TakesCommonlyEncrypted(probe) || probe.Capabilities!.SaslMechanisms.Any(x => x == "DIGEST-MD5" || x.StartsWith("SCRAM-", StringComparison.Ordinal));

    /// <summary>Whether it takes it encrypted in a way that most clients have.</summary>
    public static bool TakesCommonlyEncrypted(ProbeResult probe) => probe.Capabilities!.SaslMechanisms.Contains("CRAM-MD5") || OffersApop(probe);

    // RFC 1939 §7: the greeting holds a time stamp.
    private static bool OffersApop(ProbeResult probe) =>
        probe is { Endpoint.Protocol: MailProtocol.Pop3, Greeting: { } greeting } && greeting.IndexOf('<', StringComparison.Ordinal) is >= 0 and var start && greeting.IndexOf('>', start) > 0;
}
