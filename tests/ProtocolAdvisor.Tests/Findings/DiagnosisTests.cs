using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

public class DiagnosisTests
{
    [Fact]
    public void A_healthy_run_has_nothing_to_tell() =>
        Assert.Empty(Diagnosis.Of(Run(Healthy(Imaps), Healthy(Imap), Healthy(Pop3s), Healthy(Pop3)), null));

    [Fact]
    public void A_name_that_does_not_exist_is_told_once_for_all_endpoints()
    {
        var run = Run([.. MailEndpoint.StandardOf(Imaps.Host).Select(x => Failed(x, MailStep.Resolve, FailureKind.HostNotFound))]);
        var finding = Assert.Single(Diagnosis.Of(run, null));
        Assert.Equal(
            new Finding(FindingCode.DnsNameNotFound, Severity.Blocking, FindingConfidence.Certain, null, null, Seen.Names("mail.example.com")) { Subject = "mail.example.com" }, finding);
    }

    [Theory]
    [InlineData(FailureKind.AddressBlocked, FindingCode.TargetNotAllowed)]
    [InlineData(FailureKind.TargetBusy, FindingCode.TargetBusy)]
    public void A_host_that_we_did_not_dial_is_told_once(FailureKind kind, FindingCode code)
    {
        var finding = Assert.Single(Diagnosis.Of(Run(Failed(Imaps, MailStep.Connect, kind), Failed(Pop3s, MailStep.Connect, kind)), null));
        Assert.Equal((code, "mail.example.com:993, mail.example.com:995"), (finding.Code, finding.Shown()));
    }

    [Fact]
    public void No_failure_of_a_probe_stays_unexplained()
    {
        // These kinds belong to one step each, to sources of settings, or are told by the sign-in or the run.
        FailureKind[] elsewhere =
        [
            FailureKind.HostNotFound, FailureKind.NoAddress, FailureKind.LookupFailed, FailureKind.GreetingRejected, FailureKind.CapabilityMissing,
            FailureKind.StartTlsRefused, FailureKind.SignInRejected, FailureKind.MailboxRefused, FailureKind.CommandRefused, FailureKind.FolderListRefused, FailureKind.DeadlineReached,
            FailureKind.HttpStatus, FailureKind.RedirectRefused, FailureKind.DocumentInvalid, FailureKind.DigestMismatch, FailureKind.AnswerForged,
        ];
        Assert.All(
            from kind in Enum.GetValues<FailureKind>().Except(elsewhere)
            from step in new[] { MailStep.Connect, MailStep.Greeting, MailStep.Capability, MailStep.StartTls, MailStep.TlsHandshake }
            select Failed(Imap, step, kind),
            probe => Assert.NotEmpty(Diagnosis.Of(Run(probe), null)));
    }

    [Fact]
    public void A_wrong_name_beside_one_that_works_is_a_blemish()
    {
        var wrong = At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "imap.example.com");
        var finding = Assert.Single(Diagnosis.Of(Run(Failed(wrong, MailStep.Resolve, FailureKind.HostNotFound), Healthy(Imaps)), null));
        Assert.Equal(Severity.Low, finding.Severity);
    }

    [Fact]
    public void A_closed_clear_text_port_beside_a_working_TLS_port_frightens_nobody() =>
        Assert.Equal(Severity.Info, Assert.Single(Diagnosis.Of(Run(Healthy(Imaps), Failed(Imap, MailStep.Connect, FailureKind.ConnectionRefused)), null)).Severity);

    [Fact]
    public void A_closed_TLS_port_beside_a_working_clear_text_one_is_a_blemish() => Assert.Equal(
        [(FindingCode.ImplicitTlsMissing, Severity.Low)],
        Diagnosis.Of(Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Healthy(Imap)), null).Select(x => (x.Code, x.Severity)));

    [Fact]
    public void A_closed_port_stays_blocking_when_only_the_other_protocol_works() => Assert.Equal(
        Severity.Blocking, Assert.Single(Diagnosis.Of(Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Healthy(Pop3s)), null)).Severity);

    [Fact]
    public void An_expired_certificate_stays_blocking_beside_a_working_endpoint()
    {
        var stale = WithCertificate(Imap, Certificate with { Sha256 = new string('b', 64), Status = [CertificateStatus.Expired] });
        Assert.Equal(
            [(FindingCode.CertExpired, Severity.Blocking), (FindingCode.CertDiffersBetweenPorts, Severity.Medium)],
            Diagnosis.Of(Run(Healthy(Imaps), stale), null).Select(x => (x.Code, x.Severity)));
    }

    [Fact]
    public void A_session_that_broke_off_is_not_softened_by_its_own_good_probe()
    {
        var broken = new StepResult(MailStep.OpenMailbox, StepOutcome.Failed, 30, 1, new(MailStep.OpenMailbox, FailureKind.ConnectionReset, null, 30));
        var finding = Assert.Single(Diagnosis.Of(Run(With(Healthy(Imaps), new(SignInOutcome.Accepted), broken)), null));
        Assert.Equal((FindingCode.ServerClosedEarly, Severity.Blocking), (finding.Code, finding.Severity));
    }

    [Fact]
    public void The_worst_comes_first_then_the_order_of_the_codes_then_the_endpoint()
    {
        var run = Run(
            Healthy(Pop3s) with { Tls = new("1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256", Certificate) },
            Failed(Imap, MailStep.Connect, FailureKind.TimedOut),
            Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused),
            Failed(At(MailProtocol.Imap, 1143, ConnectionSecurity.StartTls), MailStep.Connect, FailureKind.TimedOut));
        Assert.Equal(
            ["TcpRefused mail.example.com:993", "TcpTimeout mail.example.com:1143", "TcpTimeout mail.example.com:143", "Tls13Missing mail.example.com:995"],
            Diagnosis.Of(run, null).Select(x => $"{x.Code} {x.Endpoint}"));
    }

    [Fact]
    public void A_cause_seen_by_probe_and_session_is_told_once()
    {
        var probe = Failed(Imaps, MailStep.Capability, FailureKind.ConnectionReset);
        Assert.Single(Diagnosis.Of(Run(With(probe, null, [.. probe.Steps])), null));
    }

    [Fact]
    public void Findings_are_the_same_after_a_trip_through_JSON() => Assert.All(ProducingRuns.All.Values, facts =>
        Assert.Equal(Json.Of(Diagnosis.Of(facts, null)), Json.Of(Diagnosis.Of(Json.Parse<AssessmentFacts>(Json.Of(facts)), null))));
}
