using System.Security.Authentication;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>POP3's capabilities: what is listed after the sign-in is this user's, what is listed before it may be another's, and silence before it says nothing.</summary>
public sealed class MaildropPolicyTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public MaildropPolicyTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData("EXPIRE 30", 30, false)]
    [InlineData("EXPIRE 1", 1, false)]
    [InlineData("EXPIRE 0", null, true)]
    [InlineData("expire never", null, false)]
    [InlineData("EXPIRE 0 USER", null, null)]
    [InlineData("EXPIRE 30 USER", null, null)]
    [InlineData("EXPIRE -1", null, false)]
    [InlineData("EXPIRE 99999999999", null, false)]
    [InlineData("EXPIRE", null, false)]
    public void Days_are_read_where_they_hold_for_this_user(string line, int? days, bool? onRetrieval)
    {
        var maildrop = MaildropPolicy.Of(new([]), new([line]));
        Assert.Equal((days, onRetrieval), (maildrop.ExpireDays, maildrop.ExpiresOnRetrieval));
    }

    [Theory]
    [InlineData("LOGIN-DELAY 600", 600)]
    [InlineData("LOGIN-DELAY 0", 0)]
    [InlineData("LOGIN-DELAY 900 USER", null)]
    public void A_delay_is_read_where_it_holds_for_this_user(string line, int? seconds) =>
        Assert.Equal(seconds, MaildropPolicy.Of(new([line]), null).LoginDelaySeconds);

    [Fact]
    public void Silence_before_the_sign_in_is_unknown_and_after_it_is_a_no()
    {
        var before = MaildropPolicy.Of(new([]), null);
        Assert.Equal((null, null, null, null), (before.Uidl, before.Top, before.Pipelining, before.ExpiresOnRetrieval));
        var after = MaildropPolicy.Of(new(["TOP", "PIPELINING", "EXPIRE 0"]), new(["UIDL"]));
        Assert.Equal((true, false, false, false), (after.Uidl, after.Top, after.Pipelining, after.ExpiresOnRetrieval));
    }

    [Fact]
    public async Task Top_and_pipelining_that_are_listed_after_the_sign_in_only_bring_samples_and_a_batch()
    {
        var (facts, lines) = await AssessAsync(["UIDL"], ["TOP", "UIDL", "PIPELINING"]);
        Assert.Equal((true, true, 3, true), (facts.Pop3!.Top, facts.Pop3.Pipelining, facts.Pop3.Fetch!.Samples, facts.Pop3.Fetch.Batched));
        Assert.Equal(["STAT", "CAPA", "LIST", "UIDL"], AfterSignIn(lines).Take(4));
    }

    [Fact]
    public async Task What_is_no_longer_listed_after_the_sign_in_is_not_there()
    {
        var (facts, lines) = await AssessAsync(["TOP", "UIDL", "PIPELINING", "EXPIRE 30"], ["UIDL"]);
        Assert.Equal((false, false, null, null), (facts.Pop3!.Top, facts.Pop3.Pipelining, facts.Pop3.ExpireDays, facts.Pop3.Fetch));
        Assert.DoesNotContain(lines, line => line.StartsWith("TOP", StringComparison.Ordinal));
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code == FindingCode.Pop3ExpirePolicy);
    }

    [Fact]
    public async Task The_strictest_users_policy_is_not_told_to_a_user_who_has_another()
    {
        var (facts, _) = await AssessAsync(
            ["TOP", "UIDL", "EXPIRE 0 USER", "LOGIN-DELAY 900 USER"], ["TOP", "UIDL", "EXPIRE NEVER", "LOGIN-DELAY 0"]);
        Assert.Equal((null, false, 0, 3), (facts.Pop3!.ExpireDays, facts.Pop3.ExpiresOnRetrieval, facts.Pop3.LoginDelaySeconds, facts.Pop3.Fetch!.Samples));
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    [Fact]
    public async Task The_users_own_policy_is_told_for_certain()
    {
        var (facts, _) = await AssessAsync(["TOP", "UIDL", "EXPIRE 0 USER", "LOGIN-DELAY 900 USER"], ["TOP", "UIDL", "EXPIRE 14", "LOGIN-DELAY 60"]);
        Assert.Equal((14, false, 60), (facts.Pop3!.ExpireDays, facts.Pop3.ExpiresOnRetrieval, facts.Pop3.LoginDelaySeconds));
        Assert.Equal(["EXPIRE: 14 days", "LOGIN-DELAY: 60 seconds between sign-ins"], Diagnosis.Of(facts, null).Select(x => x.Shown()));
        Assert.All(Diagnosis.Of(facts, null), x => Assert.Equal(FindingConfidence.Certain, x.Confidence));
    }

    [Fact]
    public async Task Messages_of_a_server_that_deletes_after_a_day_are_fetched()
    {
        var (facts, _) = await AssessAsync(["TOP", "UIDL", "EXPIRE 1"], null);
        Assert.Equal((1, false, 3), (facts.Pop3!.ExpireDays, facts.Pop3.ExpiresOnRetrieval, facts.Pop3.Fetch!.Samples));
    }

    [Theory]
    [InlineData("EXPIRE 0")]
    [InlineData("EXPIRE 0 USER")] // a server that says the strictest user's even then: it may be this one
    public async Task Where_what_is_fetched_may_be_deleted_nothing_is_fetched(string line)
    {
        var (facts, lines) = await AssessAsync(["TOP", "UIDL"], ["TOP", "UIDL", line]);
        Assert.Null(facts.Pop3!.Fetch);
        Assert.DoesNotContain(lines, x => x.StartsWith("TOP", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("EXPIRE 0 USER", FindingCode.Pop3ExpirePolicy)]
    [InlineData("LOGIN-DELAY 900 USER", FindingCode.Pop3LoginDelay)]
    public void The_strictest_users_policy_is_possible_only_before_the_sign_in(string line, FindingCode code)
    {
        var run = Facts.Run(Facts.Healthy(Facts.Pop3s) with { Capabilities = new(["UIDL", "USER", line]) });
        var finding = Assert.Single(Diagnosis.Of(run, null));
        Assert.Equal((code, FindingConfidence.Possible, Severity.Info), (finding.Code, finding.Confidence, finding.Severity));
    }

    [Fact]
    public async Task Where_nothing_is_listed_after_the_sign_in_what_was_said_before_it_of_all_users_stands()
    {
        var script = new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13 }.On(
            "CAPA", Replies.InTurn(Replies.Text("+OK\r\nTOP\r\nPIPELINING\r\nEXPIRE 30\r\nLOGIN-DELAY 900 USER\r\nSASL PLAIN\r\n.\r\n"), Replies.Text("-ERR not now\r\n")));
        var (facts, _) = await AssessAsync(script);
        Assert.Equal((true, true, 30, null), (facts.Pop3!.Top, facts.Pop3.Pipelining, facts.Pop3.ExpireDays, facts.Pop3.LoginDelaySeconds));
        Assert.Equal(
            [(FindingCode.Pop3ExpirePolicy, FindingConfidence.Certain), (FindingCode.Pop3LoginDelay, FindingConfidence.Possible)],
            Diagnosis.Of(facts, null).Select(x => (x.Code, x.Confidence)));
    }

    [Fact]
    public async Task A_server_without_Capa_is_unknown_until_it_is_tried()
    {
        var script = new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13 }.On("CAPA", "-ERR unknown command\r\n");
        var (facts, _) = await AssessAsync(script);
        Assert.Equal((true, null, true, 3), (facts.Pop3!.Top, facts.Pop3.Pipelining, facts.Pop3.Uidl, facts.Pop3.Fetch!.Samples));
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    [Fact]
    public async Task A_server_with_neither_Capa_nor_Top_is_soon_left_alone_and_no_message_is_blamed()
    {
        var script = new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13, Messages = ScriptedFolder.Of("INBOX", 9).Messages }
            .On("CAPA", "-ERR unknown command\r\n").On("TOP", "-ERR unknown command\r\n");
        var (facts, lines) = await AssessAsync(script);
        Assert.Equal((false, null, true), (facts.Pop3!.Top, facts.Pop3.Fetch, facts.Pop3.Uidl));
        Assert.Equal(3, lines.Count(line => line.StartsWith("TOP", StringComparison.Ordinal)));
        Assert.Empty(Diagnosis.Of(facts, null));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Theory]
    [InlineData(new[] { "TOP", "UIDL", "PIPELINING", "IMPLEMENTATION GNU Mailutils 3.15" }, null)]
    [InlineData(new[] { "TOP", "UIDL", "RESP-CODES", "PIPELINING", "EXPIRE NEVER" }, new[] { "TOP", "UIDL", "PIPELINING", "EXPIRE NEVER", "IMPLEMENTATION GNU Mailutils 3.15" })]
    [InlineData(new[] { "UIDL" }, new[] { "TOP", "UIDL", "PIPELINING", "IMPLEMENTATION GNU Mailutils 3.15" })]
    public async Task A_server_that_writes_into_messages_for_Uidl_is_not_asked(string[] before, string[]? after)
    {
        var (facts, lines) = await AssessAsync(before, after, mechanisms: []);
        Assert.DoesNotContain(lines, line => line.StartsWith("UIDL", StringComparison.Ordinal));
        Assert.Equal((3, true), (facts.Pop3!.Messages, facts.Pop3.Uidl));
    }

    [Fact]
    public async Task A_server_that_only_looks_like_one_is_asked_once_its_name_is_known()
    {
        var (facts, lines) = await AssessAsync(["TOP", "UIDL", "PIPELINING", "EXPIRE NEVER"], ["TOP", "UIDL", "PIPELINING", "IMPLEMENTATION Other"], mechanisms: []);
        Assert.Equal(["STAT", "CAPA", "LIST", "UIDL"], AfterSignIn(lines).Take(4));
        Assert.True(facts.Pop3!.Uidl);
    }

    [Fact]
    public async Task All_questions_go_in_one_write_with_the_sign_in_where_commands_may_go_ahead()
    {
        var (facts, _) = await AssessAsync(["TOP", "UIDL", "PIPELINING"], null);
        Assert.Equal([(MailStep.SignIn, 1), (MailStep.OpenMailbox, 0)], facts.Endpoints[0].SessionSteps.Take(2).Select(x => (x.Step, x.RoundTrips!.Value)));
    }

    [Fact]
    public async Task Samples_stay_within_the_bytes_that_were_allowed()
    {
        const int most = 40_000;
        var sizes = new[] { 1_000, 4_000, 9_000, 15_000, 30_000 };
        var messages = sizes.Select(size => ScriptedMessage.OfSize(size, DateTimeOffset.UnixEpoch)).ToList();
        var script = new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13, Messages = messages };
        var (facts, _) = await AssessAsync(script, AssessmentLimits.Default with { MaxSampleBytes = most });
        var fetch = facts.Pop3!.Fetch!;
        Assert.True(fetch.Batched);
        Assert.InRange(fetch.Bytes * 2, 1, most); // one by one, and once more together
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private static IEnumerable<string> AfterSignIn(IReadOnlyList<string> lines) => lines.SkipWhile(line => line != "STAT");

    private Task<(AssessmentFacts Facts, IReadOnlyList<string> Lines)> AssessAsync(string[] before, string[]? after, string[]? mechanisms = null) => AssessAsync(
        new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13, Capabilities = before, CapabilitiesAfterSignIn = after, Mechanisms = mechanisms ?? ["PLAIN"] });

    private async Task<(AssessmentFacts Facts, IReadOnlyList<string> Lines)> AssessAsync(MailScript script, AssessmentLimits? limits = null)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root);
        var endpoint = Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls);
        var subject = new AssessmentSubject([endpoint], Loopback.Credentials, limits ?? AssessmentLimits.Default);
        var facts = await assessor.AssessAsync(subject, null, TestContext.Current.CancellationToken);
        return (facts, [.. server.Connections[0].Received.Select(line => line.Text)]);
    }
}
