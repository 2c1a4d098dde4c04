using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>What certificates and handshakes lead to, with what shows it.</summary>
public class CertificateFindingTests
{
    [Theory]
    [InlineData(CertificateStatus.Expired, FindingCode.CertExpired, "valid until 3 July 2026")]
    [InlineData(CertificateStatus.NotYetValid, FindingCode.CertNotYetValid, "valid from 4 April 2026")]
    [InlineData(CertificateStatus.NameMismatch, FindingCode.CertNameMismatch, "mail.example.com is missing; it names mail.example.com, example.com")]
    [InlineData(CertificateStatus.SelfSigned, FindingCode.CertSelfSigned, "issuer: CN=Example CA")]
    [InlineData(CertificateStatus.UntrustedIssuer, FindingCode.CertUntrustedIssuer, "issuer: CN=Example CA")]
    [InlineData(CertificateStatus.ChainIncomplete, FindingCode.CertChainIncomplete, "issuer: CN=Example CA")]
    [InlineData(CertificateStatus.WrongUsage, FindingCode.CertWrongUsage, "CN=mail.example.com")]
    [InlineData(CertificateStatus.WeakKey, FindingCode.CertWeakKey, "ecdsa, 256 bits")]
    [InlineData(CertificateStatus.WeakSignature, FindingCode.CertWeakSignature, "sha256ECDSA")]
    [InlineData(CertificateStatus.NoSan, FindingCode.CertNoSan, "CN=mail.example.com")]
    public void A_certificates_fault_is_named_with_the_member_that_shows_it(CertificateStatus status, FindingCode code, string evidence)
    {
        var finding = Assert.Single(Of(WithCertificate(Imaps, Certificate with { Status = [status], Names = ["mail.example.com", "example.com"] })));
        Assert.Equal((code, evidence, FindingConfidence.Certain), (finding.Code, finding.Shown(), finding.Confidence));
    }

    [Fact]
    public void A_certificate_that_was_distrusted_unseen_is_possibly_of_an_unknown_issuer()
    {
        var finding = Assert.Single(Of(Failed(Imaps, MailStep.TlsHandshake, FailureKind.CertificateUntrusted)));
        Assert.Equal((FindingCode.CertUntrustedIssuer, FindingConfidence.Possible), (finding.Code, finding.Confidence));
        Assert.Empty(Of(Failed(Imaps, MailStep.TlsHandshake, FailureKind.CertificateUntrusted) with { Tls = Healthy(Imaps).Tls }));
    }

    [Fact]
    public void Certificates_that_differ_are_told_with_their_days_and_fingerprints()
    {
        var other = Certificate with { Sha256 = new string('b', 64), NotAfter = StartedAt.AddDays(300) };
        var finding = Assert.Single(Of(Healthy(Imaps), WithCertificate(Pop3s, other)));
        Assert.Equal("mail.example.com:993: valid until 3 July 2026 (aaaaaaaa…); mail.example.com:995: valid until 28 February 2027 (bbbbbbbb…)", finding.Shown());
        Assert.Equal(Severity.Low, finding.Severity);

        var distrusted = Of(Healthy(Imaps), WithCertificate(Pop3s, other with { Status = [CertificateStatus.SelfSigned] }));
        Assert.Equal(Severity.Medium, distrusted.Single(x => x.Code == FindingCode.CertDiffersBetweenPorts).Severity);
    }

    [Fact]
    public void Different_hosts_may_have_different_certificates() => Assert.Empty(Of(
        Healthy(Imaps), Healthy(At(MailProtocol.Pop3, 995, ConnectionSecurity.ImplicitTls, "pop.example.com")) with { Tls = new("1.3", "TLS_AES_256_GCM_SHA384", Certificate with { Sha256 = "b" }) }));

    [Theory]
    [InlineData("TLS_ECDHE_RSA_WITH_RC4_128_SHA256")]
    [InlineData("TLS_DHE_RSA_WITH_DES_CBC_SHA256")]
    [InlineData("TLS_DHE_RSA_EXPORT_WITH_DES40_CBC_SHA256")]
    [InlineData("TLS_ECDHE_ECDSA_WITH_NULL_SHA256")]
    [InlineData("TLS_ECDHE_anon_WITH_AES_128_GCM_SHA256")]
    [InlineData("TLS_DHE_RSA_WITH_3DES_EDE_CBC_SHA256")]
    public void Each_outdated_cipher_is_weak(string suite) => Assert.Equal(
        (FindingCode.TlsWeakCipher, suite), Of(Healthy(Imaps) with { Tls = new("1.3", suite, Certificate) }).Select(x => (x.Code, x.Shown())).Single());

    [Fact]
    public void An_old_version_is_told_where_it_was_settled_on_or_would_be_taken()
    {
        Assert.Equal([FindingCode.Tls13Missing], Codes(Healthy(Imaps) with { Tls = new("1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", Certificate) }));
        Assert.Equal([FindingCode.TlsLegacyOffered], Codes(Healthy(Imaps) with { LegacyTlsOffered = true }));
    }

    [Theory]
    [InlineData(FailureKind.TlsFailed, "certificate_required", false, FindingCode.TlsClientCertRequired)]
    [InlineData(FailureKind.TlsFailed, "SSL alert: Certificate Required", false, FindingCode.TlsClientCertRequired)]
    [InlineData(FailureKind.TlsFailed, "certificate_required", true, FindingCode.TlsLegacyOnly)]
    [InlineData(FailureKind.TlsFailed, "handshake_failure", false, FindingCode.TlsHandshakeFailed)]
    [InlineData(FailureKind.TlsFailed, null, false, FindingCode.TlsHandshakeFailed)]
    [InlineData(FailureKind.TimedOut, null, false, FindingCode.TlsHandshakeTimeout)]
    public void A_handshake_that_did_not_come_about_has_its_cause(FailureKind kind, string? reply, bool legacyOnly, FindingCode code) =>
        Assert.Contains(code, Codes(Failed(Imaps, MailStep.TlsHandshake, kind, reply) with { LegacyTlsOnly = legacyOnly }));

    [Theory]
    [InlineData(MailStep.Greeting, true, FindingCode.TlsClientCertRequired)]
    [InlineData(MailStep.Capability, true, FindingCode.TlsClientCertRequired)]
    [InlineData(MailStep.Greeting, false, FindingCode.ServerClosedEarly)]
    public void Hanging_up_on_who_was_asked_for_a_certificate_is_about_that_certificate(MailStep step, bool asked, FindingCode code)
    {
        var probe = Failed(Imaps, step, FailureKind.ConnectionReset) with { Tls = Healthy(Imaps).Tls! with { ClientCertificateRequested = asked } };
        Assert.Equal([code], Codes(probe));
    }

    private static IReadOnlyList<Finding> Of(params ProbeResult[] probes) => Diagnosis.Of(Run(probes), null);

    private static IEnumerable<FindingCode> Codes(params ProbeResult[] probes) => Of(probes).Select(x => x.Code);
}
