using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Coherence;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Reports.Summaries;

/// <summary>Sending beside reading: what a person is told first, and which server he is told to enter.</summary>
public class SendingTests
{
    private static readonly SignInResult Accepted = new(SignInOutcome.Accepted, "PLAIN", 50, "OK");
    private static readonly SignInResult Kept = SignInResult.NotAttempted(SignInReason.EndpointNotUsable);
    private static readonly SignInResult Refused = new(SignInOutcome.Rejected, "PLAIN", 50, "535 5.7.8 no", SignInReason.AuthBadCredentials);
    private static readonly EndpointFacts Reading = With(Healthy(Imaps), Accepted);

    [Fact]
    public void A_server_that_took_the_sign_in_is_told_as_tested()
    {
        var report = Of(Reading, With(Healthy(Submissions), Accepted));
        Assert.Equal(SummaryState.Works, report.Summary.State);
        Assert.StartsWith("Sending was tested, too", report.Summary.Lines[1], StringComparison.Ordinal);
        Assert.Equal(("smtp.example.com", 465, ServerState.Tested), Outgoing(report));
        Assert.Equal(ServerState.Tested, report.Recommendation.Endpoint!.State);
    }

    [Fact]
    public void Dead_servers_are_one_cause_and_reading_works_all_the_same()
    {
        var report = Of(Reading, With(Failed(Submissions, MailStep.Connect, FailureKind.TimedOut), Kept), With(Failed(Submission, MailStep.Connect, FailureKind.ConnectionRefused), Kept));
        Assert.Equal((SummaryState.ToMend, "Use IMAP"), (report.Summary.State, report.Summary.Headline));
        var finding = Assert.Single(report.Findings, x => x.Protocol == MailProtocol.Submission);
        Assert.Equal((FindingCode.SubmissionNotAnswered, Severity.High, "smtp.example.com:465, smtp.example.com:587"), (finding.Code, finding.Severity, finding.Evidence));
        Assert.Contains("Sending does not work.", report.Summary.Lines, StringComparer.Ordinal);
        Assert.Contains(report.Summary.Lines, x => x.Contains("To fix: No server for sending answers", StringComparison.Ordinal));
        Assert.Equal(ServerState.DoesNotWork, report.Recommendation.Outgoing!.State);
    }

    [Fact]
    public void A_refusal_of_what_was_right_for_reading_does_not_blame_the_password()
    {
        var report = Of(Reading, With(Healthy(Submissions), Refused));
        var finding = Assert.Single(report.Findings, x => x.Protocol == MailProtocol.Submission);
        Assert.Equal((FindingCode.SubmissionSignInRefused, Severity.High), (finding.Code, finding.Severity));
        Assert.Contains("Sending does not work: its server refuses the sign-in.", string.Join(' ', report.Summary.Lines), StringComparison.Ordinal);
        Assert.Equal(ServerState.SignInRefused, report.Recommendation.Outgoing!.State);
    }

    [Fact]
    public void A_fault_of_reading_leads_where_both_have_one()
    {
        var report = Of(
            With(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Kept), With(Failed(Submissions, MailStep.Connect, FailureKind.ConnectionRefused), Kept));
        Assert.Equal((SummaryState.DoesNotWork, FindingCode.TcpRefused), (report.Summary.State, report.Findings[0].Code));
        Assert.Contains("(mail.example.com:993)", report.Summary.Lines[0], StringComparison.Ordinal);
        Assert.Contains(report.Summary.Lines, x => x.StartsWith("Sending does not work. No server for sending answers", StringComparison.Ordinal));
    }

    [Fact]
    public void A_bad_certificate_is_told_at_the_server_for_sending_and_keeps_nobody_from_reading()
    {
        var report = Of(Reading, With(WithCertificate(Submissions, Certificate with { Status = [CertificateStatus.Expired] }), Kept));
        var finding = Assert.Single(report.Findings, x => x.Severity <= Severity.High);
        Assert.Equal((FindingCode.CertExpired, Severity.High, "smtp.example.com:465"), (finding.Code, finding.Severity, finding.Endpoint));
        Assert.Contains("Sending does not work.", report.Summary.Lines);
    }

    [Theory]
    [InlineData(FailureKind.GreetingRejected, MailStep.Greeting, "421 4.3.2 busy, try again later", "Sending could not be tested")]
    [InlineData(FailureKind.CommandRefused, MailStep.Capability, "550 5.7.1 not from there", "Sending does not work.")]
    [InlineData(FailureKind.StartTlsRefused, MailStep.StartTls, "454 4.7.0 TLS not available", "The server offers encryption, then refuses it (smtp.example.com:587)")]
    [InlineData(FailureKind.ProtocolViolation, MailStep.StartTls, "250 injected", "Unencrypted data slips in")]
    public void What_a_server_for_sending_does_is_named_at_that_server(FailureKind kind, MailStep step, string reply, string said)
    {
        var report = Of(Reading, With(Failed(Submission, step, kind, reply), Kept));
        Assert.Equal("Use IMAP", report.Summary.Headline);
        Assert.Contains(said, string.Join(' ', report.Summary.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_we_could_not_look_at_says_nothing_of_sending()
    {
        var report = Of(Reading, With(Failed(Submissions, MailStep.Connect, FailureKind.AddressBlocked), Kept));
        Assert.DoesNotContain("Sending", string.Join(' ', report.Summary.Lines), StringComparison.Ordinal);
        Assert.Equal(ServerState.NotTested, report.Recommendation.Outgoing!.State);
    }

    [Fact]
    public void Names_that_nobody_published_and_nobody_answers_at_are_no_fault()
    {
        var dead = Run(Reading, With(Failed(Submissions, MailStep.Connect, FailureKind.TimedOut), Kept)) with
        {
            Discovery = Published.Ranked(
                Published.Autoconfig(Published.Imaps("mail.example.com")),
                Published.Guess(Published.Imaps("smtp.example.com")) with { Incoming = [], Outgoing = [OutgoingClaim.At(Submissions)] }),
        };
        var report = Report(dead, Language.English);
        Assert.DoesNotContain(report.Findings, x => x.Protocol == MailProtocol.Submission);
        Assert.Null(report.Recommendation.Outgoing);
    }

    [Fact]
    public void A_dead_published_server_is_not_told_where_another_one_works()
    {
        var report = Of(Reading, With(Failed(Submissions, MailStep.Connect, FailureKind.TimedOut), Kept), With(Healthy(Submission), Accepted));
        Assert.Equal(("smtp.example.com", 587, ServerState.Tested), Outgoing(report));
        Assert.Equal("%EMAILADDRESS%", report.Recommendation.Outgoing!.Username);
    }

    [Fact]
    public void A_server_is_called_tested_in_both_languages_only_where_it_was()
    {
        var untried = Run(Reading) with { Discovery = Published.Ranked(Published.Sending(Submissions, Submission)) };
        Assert.Contains("Outgoing mail server (SMTP), not tested\n", Text(untried, Language.English), StringComparison.Ordinal);
        var tested = Run(Reading, With(Healthy(Submissions), Accepted)) with { Discovery = untried.Discovery };
        Assert.Contains("Incoming mail server (IMAP), tested\n", Text(tested, Language.English), StringComparison.Ordinal);
        Assert.Contains("Postausgangsserver (SMTP), geprüft\n", Text(tested, Language.German), StringComparison.Ordinal);
        var spoken = Run(With(Healthy(Imaps)), With(Healthy(Submissions))) with { Discovery = untried.Discovery };
        Assert.Contains("Postausgangsserver (SMTP), geprüft bis auf die Anmeldung\n", Text(spoken, Language.German), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_names_servers_for_sending_only_is_told_that_reading_was_not_looked_at()
    {
        var named = Published.Found(DiscoverySource.Explicit, "request", true) with { Outgoing = [OutgoingClaim.At(Submissions)] };
        var report = Report(Run(With(Healthy(Submissions))) with { Discovery = Published.Ranked(named) }, Language.English);
        Assert.Equal(SummaryState.CouldNotFindOut, report.Summary.State);
        Assert.StartsWith("Only servers for sending were named", report.Summary.Lines[0], StringComparison.Ordinal);
    }

    private static AssessmentReport Of(params EndpointFacts[] endpoints)
    {
        var sending = endpoints.Select(x => x.Probe.Endpoint).Where(x => !x.Protocol.ReadsMail()).ToArray();
        var facts = Run(endpoints) with { Discovery = Published.Ranked(Published.Sending(sending)) };
        Assert.Equal([], ReportCoherence.Of(AsRun(facts)));
        return Report(facts, Language.English);
    }

    private static (string Host, int Port, ServerState State) Outgoing(AssessmentReport report) =>
        (report.Recommendation.Outgoing!.Host, report.Recommendation.Outgoing.Port, report.Recommendation.Outgoing.State);

    private static AssessmentReport Report(AssessmentFacts facts, Language language) => AsRun(facts).Report(language);

    private static string Text(AssessmentFacts facts, Language language) => AsRun(facts).Settings(SettingsFormat.Text, null, language).File!.Content;

    private static AssessedRun AsRun(AssessmentFacts facts)
    {
        var given = facts.Endpoints.Any(x => x.SignIn.Reason != SignInReason.NoCredentials);
        return new(
            new ReportHeading("id", TimeSpan.Zero, new SubjectReport("j***@example.com", "example.com"), "%EMAILADDRESS%", true, given ? AuthenticationKind.Password : null),
            facts, new Usage { Devices = 2, People = 1 });
    }
}
