using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Findings.ProducingRuns;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>What a mailbox's facts lead to, at the very numbers where they begin to.</summary>
public class MailboxFindingTests
{
    [Theory]
    [InlineData(899, 1000, null, null)]
    [InlineData(900, 1000, FindingCode.QuotaNearlyFull, "0.9 kB of 1 kB used, 90 %")]
    [InlineData(1000, 1000, FindingCode.QuotaFull, "1 kB of 1 kB used, 100 %")]
    [InlineData(1500, 1000, FindingCode.QuotaFull, "1.5 kB of 1 kB used, 150 %")]
    [InlineData(5, 0, null, null)]
    public void A_quota_is_nearly_full_from_90_percent_and_full_at_all(long used, long limit, FindingCode? code, string? evidence)
    {
        var finding = Of(Measured(new() { Quota = new(used, limit) })).SingleOrDefault();
        Assert.Equal((code, evidence), (finding?.Code, finding?.Shown()));
    }

    [Theory]
    [InlineData(9, 1000, true)]
    [InlineData(10, 949, true)]
    [InlineData(10, 950, false)]
    [InlineData(11, 2000, false)]
    public void POP3_shows_less_by_a_message_or_by_a_twentieth(long messages, long bytes, bool less)
    {
        var findings = Of(Measured(new() { InboxMessages = 10, InboxBytes = 1000 }, new() { Messages = messages, Bytes = bytes }));
        Assert.Equal(less ? [$"POP3: {messages} messages ({(bytes < 1000 ? "0.9" : "1")} kB); IMAP Inbox: 10 messages (1 kB)"] : [], findings.Select(x => x.Shown()));
    }

    [Theory]
    [InlineData(true, 99, 100, false)] // one came in between
    [InlineData(true, 989, 1000, true)]
    [InlineData(true, 0, 10, true)] // so much of a small Inbox did not
    [InlineData(true, 1, 2, false)]
    [InlineData(false, 99, 100, true)] // IMAP was asked before: nothing that came in since is missing
    public void Mail_that_came_in_after_POP3_had_counted_is_not_hidden_by_it(bool pop3First, long messages, long inbox, bool less)
    {
        var run = Measured(new() { InboxMessages = inbox, InboxBytes = 1000 * inbox }, new() { Messages = messages, Bytes = 1000 * messages });
        var opened = run with
        {
            Endpoints = [.. run.Endpoints.Select(x => x with
            {
                SessionSteps = [new(MailStep.OpenMailbox, StepOutcome.Completed, 20, 1) { StartedMs = x.Probe.Endpoint.Protocol == MailProtocol.Pop3 == pop3First ? 500 : 900 }],
            })],
        };
        Assert.Equal([MailProtocol.Imap, MailProtocol.Pop3], opened.Endpoints.Select(x => x.Probe.Endpoint.Protocol).Distinct().Order());
        Assert.Equal(less, Of(opened).Any(x => x.Code == FindingCode.SizesDisagree));
    }

    [Theory]
    [InlineData(50_000, null)]
    [InlineData(40_000, "POP3: 40,000 messages (1 kB); IMAP Inbox: 50,000 messages")]
    public void An_estimate_contradicts_no_sum(long messages, string? evidence)
    {
        var run = Measured(new() { InboxMessages = 50_000, InboxBytes = 1200, InboxBytesEstimated = true, SizeBasis = SizeBasis.Sampled }, new() { Messages = messages, Bytes = 1000 });
        Assert.Equal(evidence, Of(run).SingleOrDefault(x => x.Code == FindingCode.SizesDisagree)?.Shown());
    }

    [Theory]
    [InlineData(SizeBasis.Sampled, "estimated from a sample")]
    [InlineData(SizeBasis.Summed, "summed over all messages")]
    [InlineData(SizeBasis.StatusSize, null)]
    public void How_sizes_were_learned_is_told_where_the_server_did_not_say_them(SizeBasis basis, string? evidence) =>
        Assert.Equal(evidence, Of(Measured(new() { SizeBasis = basis })).SingleOrDefault()?.Shown());

    [Fact]
    public void A_slow_fetch_is_told_with_the_line_beside_it()
    {
        Assert.Equal("median 211 ms for a message, 20 ms there and back", Slow(new(10, 100, 211, 211, 211, 211, null, false))!.Shown());
        Assert.Equal("33 kB a second", Slow(new(10, 65_536, 1, 1, 1, 1, 32_768, true))!.Shown());
        Assert.Null(Slow(new(10, 65_535, 1, 1, 1, 1, 32_768, true))); // too little to tell
        Assert.Null(Slow(new(0, 65_536, 9_000, 1, 1, 1, 1, true)));

        static Finding? Slow(LatencySummary fetch) => Of(Measured(new() { Fetch = fetch })).SingleOrDefault();
    }

    [Theory]
    [InlineData(1, 412, 412, 5_000, null, false)] // the one message there is, and a lost packet
    [InlineData(1, 412, 412, 5_000, 50_000.0, false)] // fetched once more, it took 100 ms
    [InlineData(1, 412, 412, 5_000, 12_000.0, true)]
    [InlineData(2, 412, 40, 5_000, null, false)]
    [InlineData(4, 412, 300, 5_000, null, true)]
    [InlineData(5, 412, 40, 5_000, null, true)] // the median of five does not feel one of them
    [InlineData(1, 100, 100, 100_000, 50_000.0, false)] // a batch that stalled: by itself the message came at once
    [InlineData(3, 2_000, 200, 300_000, 50_000.0, true)]
    [InlineData(3, 400, 200, 300_000, 50_000.0, false)]
    public void What_one_fetch_took_makes_no_slow_server(int samples, double medianMs, double minMs, long bytes, double? rate, bool slow)
    {
        var run = Measured(new() { Fetch = new(samples, bytes, medianMs, medianMs, minMs, medianMs, rate, rate is not null) });
        Assert.Equal(slow, Of(run).Any(x => x.Code == FindingCode.FetchSlow));
    }

    [Fact]
    public void The_round_trip_of_the_endpoint_that_was_signed_in_to_counts()
    {
        var run = Run(With(Healthy(Imap) with { RoundTripMs = 1 }), With(Healthy(Imaps) with { RoundTripMs = 100 }, new(SignInOutcome.Accepted)));
        Assert.Empty(Of(run with { Imap = new() { Idle = true, Fetch = new(10, 100, 450, 450, 450, 450, null, false) } }));
    }

    [Fact]
    public void Mail_outside_the_inbox_is_told_to_who_is_about_to_lose_sight_of_it()
    {
        var mailbox = new ImapMailbox { Messages = 10, InboxMessages = 9, Folders = 2 };
        Assert.Equal("1 message in 1 folder", Assert.Single(Of(Measured(mailbox))).Shown());
        Assert.Equal(Severity.Medium, Assert.Single(Of(Measured(mailbox))).Severity);
        Assert.Empty(Of(Measured(mailbox with { InboxMessages = 10 })));
        Assert.Empty(Of(Measured(mailbox with { Folders = 1 })));
    }

    [Fact]
    public void A_backup_is_missed_only_by_who_can_sign_in_and_is_to_use_POP3()
    {
        var run = Run(Healthy(Pop3s));
        Assert.Contains(Advised(run, new() { Devices = 1 }), x => x.Code == FindingCode.NoBackup);
        Assert.DoesNotContain(Advised(Run(Healthy(Imaps), Healthy(Pop3s)), new() { Devices = 2 }), x => x.Code == FindingCode.NoBackup);
        var refused = Run(With(Healthy(Pop3s), new(SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials)));
        Assert.DoesNotContain(Advised(refused, new() { Devices = 1 }), x => x.Code == FindingCode.NoBackup);
    }

    [Theory]
    [InlineData("UIDL|LOGIN-DELAY 900", "LOGIN-DELAY: 15 minutes between sign-ins")]
    [InlineData("UIDL|LOGIN-DELAY 0", null)]
    [InlineData("UIDL|LOGIN-DELAY soon", null)]
    public void A_login_delay_is_told_where_there_is_one(string capabilities, string? evidence) =>
        Assert.Equal(evidence, Of(Run(Healthy(Pop3s) with { Capabilities = new(capabilities.Split('|')) })).SingleOrDefault()?.Shown());

    [Fact]
    public void What_the_maildrop_says_comes_before_what_was_announced()
    {
        var run = Run(Healthy(Pop3s) with { Capabilities = new(["LOGIN-DELAY 900", "EXPIRE 30"]) }) with { Pop3 = new() { Uidl = true, LoginDelaySeconds = 0, ExpireDays = 7 } };
        Assert.Equal(["EXPIRE: 7 days"], Of(run).Select(x => x.Shown()));
    }

    [Theory]
    [InlineData("AUTH=XOAUTH2|AUTH=OAUTHBEARER", FindingCode.AuthOauthOnly, "XOAUTH2 OAUTHBEARER")]
    [InlineData("AUTH=GSSAPI|AUTH=NTLM", FindingCode.AuthLegacyMechanismsOnly, "GSSAPI NTLM")]
    [InlineData("AUTH=GSSAPI|AUTH=PLAIN", null, null)]
    [InlineData("AUTH=GSSAPI|AUTH=XOAUTH2", FindingCode.AuthOauthOnly, "GSSAPI XOAUTH2")]
    [InlineData("IDLE", FindingCode.AuthNoUsableMechanism, "LOGINDISABLED")]
    public void Ways_of_signing_in_that_no_password_fits_are_told(string offered, FindingCode? code, string? evidence)
    {
        var finding = Of(Run(Healthy(Imaps) with { Capabilities = new(["IDLE", "LOGINDISABLED", .. offered.Split('|')]) })).SingleOrDefault();
        Assert.Equal((code, evidence), (finding?.Code, finding?.Shown()));
    }

    [Fact]
    public void One_of_two_servers_with_IDLE_is_enough() => Assert.Empty(Of(Run(Healthy(Imaps), Healthy(Imap) with { Capabilities = new(["IMAP4rev1"]) })));

    [Fact]
    public void A_guess_that_does_not_answer_is_no_fault_and_one_that_does_is_only_possibly_one()
    {
        var guessed = Published.Ranked(Published.Guess(Published.Imaps("mail.example.com")));
        Assert.DoesNotContain(Of(Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused)) with { Discovery = guessed }), x => x.Code == FindingCode.TcpRefused);
        var expired = Run(WithCertificate(Imaps, Certificate with { Status = [CertificateStatus.Expired] })) with { Discovery = guessed };
        Assert.Equal(FindingConfidence.Possible, Of(expired).Single(x => x.Code == FindingCode.CertExpired).Confidence);
        var published = expired with { Discovery = Published.Ranked(Published.Srv("_imaps", 0, Published.Imaps("mail.example.com"))) };
        Assert.Equal(FindingConfidence.Certain, Of(published).Single(x => x.Code == FindingCode.CertExpired).Confidence);
    }

    private static IReadOnlyList<Finding> Of(AssessmentFacts facts) => Diagnosis.Of(facts, null);

    private static IReadOnlyList<Finding> Advised(AssessmentFacts facts, Usage usage) => Diagnosis.Of(facts, Advisor.Advise(usage, KnownFacts.From(facts)));
}
