using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>A TLS handshake that did not come about.</summary>
internal static class HandshakeDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        let code = Code(found.Probe, found.Failure)
        where code is not null
        select Found.At(found.Probe, code.Value, found.Failure.Reply);

    private static FindingCode? Code(ProbeResult probe, Failure failure) => failure switch
    {
        { Kind: FailureKind.TimedOut, Step: MailStep.TlsHandshake } => FindingCode.TlsHandshakeTimeout,
        { Kind: not FailureKind.TlsFailed } => null,
        _ when probe.LegacyTlsOnly => FindingCode.TlsLegacyOnly,
        _ when WantsClientCertificate(failure.Reply) => FindingCode.TlsClientCertRequired,
        _ => FindingCode.TlsHandshakeFailed,
    };

    // The alert's name in RFC 8446 §6, and as libraries spell it.
    private static bool WantsClientCertificate(string? reply) =>
        reply?.Replace('_', ' ').Contains("certificate required", StringComparison.OrdinalIgnoreCase) == true;
}
