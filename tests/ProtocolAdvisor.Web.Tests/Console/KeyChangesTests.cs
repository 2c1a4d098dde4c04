using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Console;

/// <summary>A comparison begins with what changed, and calls nothing mended that nobody looked at.</summary>
public sealed class KeyChangesTests
{
    private static readonly AssessedRun Healthy = StoredReports.Run();

    [Fact]
    public void Two_equal_runs_have_no_changes() => Assert.Empty(Told(Healthy, Healthy with { Heading = Healthy.Heading with { Id = "later" } }));

    [Fact]
    public void A_server_that_is_gone_is_told_with_the_new_advice()
    {
        var told = Told(Healthy, StoredReports.Run(StoredReports.Imaps));
        Assert.Contains("Servers: No longer there: POP3 · mail.example.com:995 · SSL/TLS", told);
        Assert.Contains("Settings to enter: POP3 mail.example.com:995, SSL/TLS, %EMAILADDRESS% → –; SMTP smtp.example.com:465, SSL/TLS, %EMAILADDRESS% → –", told);
        Assert.Contains(told, x => x.StartsWith("How it stands: ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_server_that_answers_no_more_is_told_with_the_new_advice()
    {
        var later = Healthy with { Facts = Healthy.Facts with { Endpoints = [.. Healthy.Facts.Endpoints.Select(x => x.Probe.Endpoint == StoredReports.Pop3s ? Refused(x) : x)] } };
        Assert.Equal(
            [
                "How it stands: The servers work; the mailbox was not tested: Use POP3, with a regular backup → The servers work; the mailbox was not tested: Use IMAP",
                "New problems: Nothing answers on this port",
                "Servers: No longer works: POP3 · mail.example.com:995 · SSL/TLS",
                "Settings to enter: POP3 mail.example.com:995, SSL/TLS, %EMAILADDRESS% → IMAP mail.example.com:993, SSL/TLS, %EMAILADDRESS%",
            ],
            Told(Healthy, later));
    }

    [Fact]
    public void A_certificate_that_was_replaced_is_told_once_a_host()
    {
        var later = Healthy with { Facts = Healthy.Facts with { Endpoints = [.. Healthy.Facts.Endpoints.Select(Recertified)] } };
        Assert.Equal(["New certificates: mail.example.com: until 31 December 9999 → until 1 June 2027"], Told(Healthy, later));
    }

    [Theory]
    [InlineData("quota-nearly-full", "private-one-device", "Fixed")]
    [InlineData("quota-nearly-full", "without-credentials", "Was noticed then, and not looked at this time")]
    [InlineData("private-one-device", "quota-nearly-full", "New problems")]
    public void A_finding_is_mended_only_where_it_was_looked_at_again(string older, string newer, string title) =>
        Assert.Contains(Told(GoldenRuns.Read(older), GoldenRuns.Read(newer)), x => x.StartsWith($"{title}: ", StringComparison.Ordinal) && x.Contains("full", StringComparison.OrdinalIgnoreCase));

    [Fact]
    public void What_was_not_judged_is_neither_mended_nor_new()
    {
        var (taken, silent) = (WithOldTls(true), WithOldTls(null));
        Assert.Contains(Told(WithOldTls(false), taken), x => x.Contains("outdated", StringComparison.Ordinal));
        Assert.DoesNotContain(Told(silent, taken), x => x.StartsWith("New problems: ", StringComparison.Ordinal));
        Assert.Contains(Told(taken, silent), x => x.StartsWith("Was noticed then, and not looked at this time: ", StringComparison.Ordinal));
        Assert.Contains(Told(taken, WithOldTls(false)), x => x.StartsWith("Fixed: ", StringComparison.Ordinal));
    }

    private static AssessedRun WithOldTls(bool? taken) => Healthy with
    {
        Facts = Healthy.Facts with { Endpoints = [.. Healthy.Facts.Endpoints.Select(x => x with { Probe = x.Probe with { LegacyTlsOffered = taken } })] },
    };

    [Fact]
    public void Two_accounts_are_known_by_their_masked_addresses()
    {
        var other = Healthy with { Heading = Healthy.Heading with { Subject = new SubjectReport("k***@example.com", "example.com") } };
        Assert.True(KeyChanges.AccountsDiffer(Healthy.Report(Words.Language.English), other.Report(Words.Language.English)));
        Assert.False(KeyChanges.AccountsDiffer(Healthy.Report(Words.Language.English), Healthy.Report(Words.Language.English)));
    }

    private static EndpointFacts Recertified(EndpointFacts endpoint) => endpoint with
    {
        Probe = endpoint.Probe with
        {
            Tls = endpoint.Probe.Tls! with
            {
                Certificate = endpoint.Probe.Tls.Certificate with { Sha256 = new string('b', 64), NotAfter = new DateTimeOffset(2027, 6, 1, 0, 0, 0, TimeSpan.Zero) },
            },
        },
    };

    private static EndpointFacts Refused(EndpointFacts endpoint)
    {
        var failure = new Failure(MailStep.Connect, FailureKind.ConnectionRefused, null, 0);
        return endpoint with { Probe = new ProbeResult { Endpoint = endpoint.Probe.Endpoint, Steps = [new StepResult(MailStep.Connect, StepOutcome.Failed, Failure: failure)] } };
    }

    private static IReadOnlyList<string> Told(AssessedRun older, AssessedRun newer)
    {
        var language = Words.Language.English;
        return [.. new KeyChanges(older.Report(language), newer.Report(language), language).All.Select(x => $"{x.Title}: {string.Join("; ", x.Lines)}".Replace('\u00A0', ' '))];
    }
}
