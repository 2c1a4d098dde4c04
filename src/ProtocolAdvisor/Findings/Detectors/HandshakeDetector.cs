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
        select Found.At(found.Probe, code.Value, Seen.Quote(found.Failure.Reply));

    private static FindingCode? Code(ProbeResult probe, Failure failure) => failure switch
    {
        _ when IsCertificateRefusal(probe, failure) => FindingCode.TlsClientCertRequired,
        { Kind: FailureKind.TimedOut, Step: MailStep.TlsHandshake } => FindingCode.TlsHandshakeTimeout,
        { Kind: not FailureKind.TlsFailed } => null,
        _ when probe.LegacyTlsOnly => FindingCode.TlsLegacyOnly,
        _ when WantsClientCertificate(failure.Reply) => FindingCode.TlsClientCertRequired,
        _ => FindingCode.TlsHandshakeFailed,
    };

    /// <summary>TLS 1.3 refuses a client without a certificate after the handshake: what fails is the first read.</summary>
    public static bool IsCertificateRefusal(ProbeResult probe, Failure failure) =>
        failure is { Kind: FailureKind.ConnectionReset, Step: MailStep.Greeting or MailStep.Capability } && probe.Tls is { ClientCertificateRequested: true };

    // The alert's name in RFC 8446 §6, and as libraries spell it.
    private static bool WantsClientCertificate(string? reply) =>
        reply?.Replace('_', ' ').Contains("certificate required", StringComparison.OrdinalIgnoreCase) == true;
}
