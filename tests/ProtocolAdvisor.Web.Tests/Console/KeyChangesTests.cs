using ProtocolAdvisor.Discovery;
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
        Assert.Contains("Settings to enter: POP3 mail.example.com:995, SSL/TLS, your full e-mail address → –; SMTP smtp.example.com:465, SSL/TLS, your full e-mail address → –", told);
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
                "Settings to enter: POP3 mail.example.com:995, SSL/TLS, your full e-mail address → IMAP mail.example.com:993, SSL/TLS, your full e-mail address",
            ],
            Told(Healthy, later));
    }

    [Theory]
    [InlineData(FailureKind.DeadlineReached)]
    [InlineData(FailureKind.TargetBusy)]
    [InlineData(FailureKind.LookupFailed)]
    public void A_server_that_we_did_not_come_to_look_at_is_neither_broken_nor_mended(FailureKind kind)
    {
        var open = With(Healthy, Healthy.Facts.Endpoints[0], Failed(Healthy.Facts.Endpoints[1], kind));
        Assert.Contains("Servers: Not looked at this time: POP3 · mail.example.com:995 · SSL/TLS", Told(Healthy, open));
        Assert.Contains("Servers: Not looked at the time before: POP3 · mail.example.com:995 · SSL/TLS", Told(open, Healthy));
        Assert.DoesNotContain(Told(open, open), x => x.StartsWith("Servers: ", StringComparison.Ordinal));
        foreach (var changes in new[] { Changes(Healthy, open), Changes(open, Healthy) }) Assert.DoesNotContain(changes, x => x.Light == Light.Bad);
    }

    [Fact]
    public void A_server_that_nobody_asked_for_or_whose_source_was_silent_is_neither_gone_nor_new()
    {
        var (srv, guess) = (Asked(DiscoverySource.Srv, SourceOutcome.Found), Asked(DiscoverySource.Convention, SourceOutcome.Skipped));
        var whole = Searched(Healthy, [srv], StoredReports.Imaps, StoredReports.Pop3s);
        var one = With(Healthy, Healthy.Facts.Endpoints[0]);
        var named = one with { Facts = one.Facts with { Discovery = EndpointDiscovery.Named([StoredReports.Imaps], HostName.Parse("example.com")) } };
        var silent = Searched(one, [srv, Asked(DiscoverySource.Srv, SourceOutcome.Failed)], StoredReports.Imaps);
        var unasked = Searched(one, [Asked(DiscoverySource.Autoconfig, SourceOutcome.Found), guess], StoredReports.Imaps);
        var unprobed = Searched(one, [srv], StoredReports.Imaps, StoredReports.Pop3s);
        foreach (var open in new[] { named, silent, unasked, unprobed })
        {
            Assert.Contains("Servers: Not looked at this time: POP3 · mail.example.com:995 · SSL/TLS", Told(whole, open));
            Assert.Contains("Servers: Not looked at the time before: POP3 · mail.example.com:995 · SSL/TLS", Told(open, whole));
            foreach (var changes in new[] { Changes(whole, open), Changes(open, whole) }) Assert.DoesNotContain(changes, x => x.Light == Light.Bad);
        }

        Assert.DoesNotContain(Told(whole, With(named)), x => x.StartsWith("Settings to enter: ", StringComparison.Ordinal));
        var heard = Searched(one, [srv], StoredReports.Imaps);
        Assert.Contains("Servers: No longer there: POP3 · mail.example.com:995 · SSL/TLS", Told(whole, heard));
        Assert.Contains("Servers: New: POP3 · mail.example.com:995 · SSL/TLS", Told(heard, whole));
    }

    [Fact]
    public void A_problem_at_a_server_that_was_not_looked_at_before_is_not_called_new()
    {
        var old = Healthy.Facts.Endpoints[1];
        old = old with { Probe = old.Probe with { LegacyTlsOffered = true } };
        var one = With(Healthy, Healthy.Facts.Endpoints[0]);
        one = one with { Facts = one.Facts with { Discovery = EndpointDiscovery.Named([StoredReports.Imaps], HostName.Parse("example.com")) } };
        var told = Told(one, With(Healthy, Healthy.Facts.Endpoints[0], old));
        Assert.Contains(told, x => x.StartsWith("Noticed now, and not known the time before: ", StringComparison.Ordinal) && x.Contains("outdated", StringComparison.Ordinal));
        Assert.DoesNotContain(told, x => x.StartsWith("New problems: ", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("private-one-device", "without-credentials", Light.Open)]
    [InlineData("private-one-device", "wrong-password", Light.Bad)]
    public void Only_a_refusal_that_stays_makes_a_sign_in_worse(string older, string newer, Light light) =>
        Assert.Equal(light, Changes(GoldenRuns.Read(older), GoldenRuns.Read(newer)).Single(x => x.Title == "Servers").Light);

    [Fact]
    public void A_mailbox_that_was_not_counted_to_the_end_has_not_shrunk()
    {
        AssessedRun Counted(long messages, bool atLeast) => Healthy with { Facts = Healthy.Facts with { Imap = new() { Messages = messages, Bytes = 1_000, AtLeast = atLeast } } };
        Assert.Contains("Mailbox: IMAP, Messages: 900 → at least 40", Told(Counted(900, false), Counted(40, true)));
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

    private static AssessedRun With(AssessedRun run, params EndpointFacts[] endpoints) => run with { Facts = run.Facts with { Endpoints = endpoints } };

    private static SourceAttempt Asked(DiscoverySource source, SourceOutcome outcome) =>
        new() { Source = source, Location = "example.com", Outcome = outcome, Failure = outcome == SourceOutcome.Failed ? new(FailureKind.TimedOut) : null };

    // Named by the first who was asked.
    private static AssessedRun Searched(AssessedRun run, SourceAttempt[] asked, params MailEndpoint[] found) => run with
    {
        Facts = run.Facts with
        {
            Discovery = run.Facts.Discovery with
            {
                Attempts = asked,
                Candidates = Ranking.Of([asked[0] with { Incoming = [.. found.Select(x => new IncomingClaim(x, null, []))] }], HostName.Parse("example.com")).Candidates,
            },
        },
    };

    private static EndpointFacts Refused(EndpointFacts endpoint) => Failed(endpoint, FailureKind.ConnectionRefused);

    private static EndpointFacts Failed(EndpointFacts endpoint, FailureKind kind)
    {
        var failure = new Failure(MailStep.Connect, kind, null, 0);
        return endpoint with { Probe = new ProbeResult { Endpoint = endpoint.Probe.Endpoint, Steps = [new StepResult(MailStep.Connect, StepOutcome.Failed, Failure: failure)] } };
    }

    private static IReadOnlyList<KeyChange> Changes(AssessedRun older, AssessedRun newer) =>
        new KeyChanges(older.Report(Words.Language.English), newer.Report(Words.Language.English), Words.Language.English).All;

    private static IReadOnlyList<string> Told(AssessedRun older, AssessedRun newer) =>
        [.. Changes(older, newer).Select(x => $"{x.Title}: {string.Join("; ", x.Lines)}".Replace('\u00A0', ' '))];
}
