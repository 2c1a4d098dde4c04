using System.Globalization;
using System.Security.Authentication;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>POP3 servers that refuse their lists, never end them, or tell absurd numbers: what STAT told stays known.</summary>
public sealed class HardMaildropTests : IDisposable
{
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;

    public HardMaildropTests() => _certificate = _authority.Good("127.0.0.1");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_maildrop_that_is_counted_and_not_listed_is_not_opened(bool pipelining)
    {
        var script = Script(pipelining).On("LIST", "-ERR not here\r\n").On("UIDL", "-ERR nor that\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((3, false, null, null), (facts.Pop3!.Messages, facts.Pop3.Uidl, facts.Pop3.LargestMessageBytes, facts.Pop3.Fetch));
        Assert.Equal("-ERR not here", Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.MailboxNotOpened).Shown());
    }

    [Fact]
    public async Task An_empty_maildrop_that_is_not_listed_is_no_fault()
    {
        var script = Script().On("STAT", "+OK 0 0\r\n").On("LIST", "-ERR no messages\r\n").On("UIDL", "-ERR no messages\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((0, true), (facts.Pop3!.Messages, facts.Pop3.Uidl));
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    [Theory]
    [InlineData("-ERR [SYS/TEMP] Internal error occurred.", FindingCode.MailboxNotOpened)]
    [InlineData("-ERR chdir Maildir failed", FindingCode.MailboxNotOpened)]
    [InlineData("-ERR [SYS/PERM] Your account is not enabled for POP access.", FindingCode.AccountPop3Disabled)]
    public async Task A_refused_count_is_the_mailboxs_fault_unless_the_words_name_the_account(string reply, FindingCode code)
    {
        var facts = await AssessAsync(Script().On("STAT", reply + "\r\n"));
        var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Severity == Severity.Blocking);
        Assert.Equal((code, reply), (finding.Code, finding.Shown()));
        Assert.Null(facts.Pop3?.Messages);
    }

    [Theory]
    [InlineData("LIST", true)]
    [InlineData("LIST", false)]
    [InlineData("UIDL", true)]
    public async Task A_connection_lost_in_a_list_leaves_the_count(string verb, bool pipelining)
    {
        var facts = await AssessAsync(Script(pipelining).On(verb, Replies.Text("+OK\r\n1 10\r\n", Replies.Close)));
        Assert.Equal(3, facts.Pop3!.Messages);
        Assert.Equal(MailStep.OpenMailbox, Assert.Single(facts.Endpoints[0].SessionSteps, step => step.Failure is not null).Step);
    }

    [Fact]
    public async Task Lists_too_long_to_keep_that_were_asked_for_ahead_are_passed_over()
    {
        const int messages = ScanListing.MaxListed + 1;
        var lines = string.Concat(Enumerable.Range(1, messages).Select(n => $"{n} 10\r\n"));
        var ids = string.Concat(Enumerable.Range(1, messages).Select(n => $"{n} id{n}\r\n"));
        var script = Script().On("STAT", $"+OK {messages} {messages * 10}\r\n").On("LIST", $"+OK\r\n{lines}.\r\n").On("UIDL", $"+OK\r\n{ids}.\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((messages, messages * 10, true, null), (facts.Pop3!.Messages, facts.Pop3.Bytes, facts.Pop3.Uidl, facts.Pop3.Fetch));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Theory]
    [InlineData("3 9007199254740993")]
    [InlineData("9223372036854775807 3")]
    [InlineData("3 18446744073709551615")]
    public async Task A_count_beyond_belief_breaks_the_protocol(string numbers)
    {
        var facts = await AssessAsync(Script().On("STAT", $"+OK {numbers}\r\n"));
        Assert.Null(facts.Pop3?.Bytes);
        var failure = Assert.Single(facts.Endpoints[0].SessionSteps, step => step.Failure is not null).Failure!;
        Assert.Equal((MailStep.OpenMailbox, FailureKind.ProtocolViolation), (failure.Step, failure.Kind));
    }

    [Theory]
    [InlineData("2 9007199254740993")]
    [InlineData("2 -5")]
    [InlineData("2 many")]
    [InlineData("2")]
    public async Task A_message_without_a_size_to_be_believed_counts_and_costs_the_others_nothing(string line)
    {
        var facts = await AssessAsync(Script().On("LIST", $"+OK\r\n1 991\r\n{line}\r\n3 991\r\n.\r\n"));
        Assert.Equal((3, true, 991, 2), (facts.Pop3!.Messages, facts.Pop3.Uidl, facts.Pop3.LargestMessageBytes, facts.Pop3.Fetch!.Samples));
        Assert.Equal("STAT: 3 messages; LIST: 3 messages; 1 line without a size; UIDL: 3 messages", Disagreement(facts));
    }

    [Fact]
    public async Task Leading_zeros_more_blanks_tabs_and_words_behind_are_read_over()
    {
        var script = Script().On("STAT", "+OK  003 2973 octets, hello\r\n").On("LIST", "+OK\r\n001 0991\r\n2  991 (991 octets)\r\n3\t991\r\n.\r\n")
            .On("UIDL", "+OK\r\n001 a\r\n2  b b\r\n3\tc\r\n.\r\n");
        var facts = await AssessAsync(script);
        Assert.Equal((3, 2973, true, 3), (facts.Pop3!.Messages, facts.Pop3.Bytes, facts.Pop3.Uidl, facts.Pop3.Fetch!.Samples));
        Assert.Null(Disagreement(facts));
    }

    [Theory]
    [InlineData(3, 30, 30, 3)]
    [InlineData(4294967295, 30, 30, 30)]
    [InlineData(3, 3, 30, 3)]
    [InlineData(30, 30, 3, 30)]
    [InlineData(30, 3, 30, 3)]
    [InlineData(3, 0, 3, 3)]
    public async Task The_smaller_of_count_and_list_is_believed_and_nobody_says_that_uidl_is_missing(long stat, int listed, int named, long believed)
    {
        var script = Script().On("STAT", $"+OK {stat} {stat * 1000}\r\n").On("LIST", Lines(listed, "1000")).On("UIDL", Lines(named, "id{0}"));
        var facts = await AssessAsync(script);
        Assert.Equal((believed, believed * 1000), (facts.Pop3!.Messages, facts.Pop3.Bytes));
        Assert.StartsWith(FormattableString.Invariant($"STAT: {stat:N0} messages; LIST: {listed} messages; UIDL: {named} messages"), Disagreement(facts), StringComparison.Ordinal);
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code == FindingCode.Pop3NoUidl);
    }

    [Theory]
    [InlineData(5_000_000, 2973, "STAT: 3 messages; LIST: 3 messages; UIDL: 3 messages; STAT: 5,000,000 bytes; LIST: 2,973 bytes")]
    [InlineData(3_000, 2973, null)] // line ends counted otherwise
    [InlineData(100, 100, "STAT: 3 messages; LIST: 3 messages; UIDL: 3 messages; STAT: 100 bytes; LIST: 2,973 bytes")]
    public async Task Of_two_sums_of_bytes_the_smaller_is_believed(long stat, long believed, string? evidence)
    {
        var facts = await AssessAsync(Script().On("STAT", $"+OK 3 {stat}\r\n").On("LIST", Lines(3, "991")));
        Assert.Equal((believed, evidence), (facts.Pop3!.Bytes, Disagreement(facts)));
    }

    [Fact]
    public async Task A_list_too_long_to_keep_spares_a_server_the_question_for_ids_and_denies_none()
    {
        const int messages = ScanListing.MaxListed + 1;
        var facts = await AssessAsync(Script(pipelining: false).On("STAT", $"+OK {messages} {messages * 10L}\r\n").On("LIST", Lines(messages, "10")).On("UIDL", Replies.Close));
        Assert.Equal((messages, messages * 10L, true, null), (facts.Pop3!.Messages, facts.Pop3.Bytes, facts.Pop3.Uidl, facts.Pop3.Fetch));
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    [Fact]
    public async Task A_deleted_message_in_between_costs_no_sample()
    {
        var facts = await AssessAsync(new Pop3Script
        {
            ImplicitTls = _certificate,
            TlsProtocols = SslProtocols.Tls13,
            Messages = ScriptedFolder.Of("INBOX", 5).Messages,
            Missing = [2],
        }.On("STAT", "+OK 4 3964\r\n"));
        Assert.Equal((4, true, 4), (facts.Pop3!.Messages, facts.Pop3.Uidl, facts.Pop3.Fetch!.Samples));
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_message_that_is_not_handed_out_is_passed_over_and_told(bool pipelining)
    {
        var facts = await AssessAsync(new Pop3Script
        {
            ImplicitTls = _certificate,
            Capabilities = Capabilities(pipelining),
            Messages = ScriptedFolder.Of("INBOX", 5).Messages,
            Unreadable = [2],
        });
        Assert.Equal((4, pipelining, true), (facts.Pop3!.Fetch!.Samples, facts.Pop3.Fetch.Batched, facts.Pop3.Top));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        Assert.Equal("TOP: 1 of 5 refused", Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.MessagesUnreadable).Shown());
    }

    [Fact]
    public async Task A_listed_Top_that_is_always_refused_is_told_and_no_failed_step()
    {
        var facts = await AssessAsync(Script().On("TOP", "-ERR not now\r\n"));
        Assert.Equal((null, false), (facts.Pop3!.Fetch, facts.Pop3.Top));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        var unreadable = Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.MessagesUnreadable);
        Assert.Equal(("TOP: 3 of 3 refused", FindingConfidence.Possible), (unreadable.Shown(), unreadable.Confidence)); // of RETR we know nothing
    }

    [Theory]
    [InlineData("+OK\r\n1\r\n2\r\n3\r\n.\r\n", false)] // no ids
    [InlineData("+OK\r\n.\r\n", false)]
    [InlineData("-ERR unknown command\r\n", false)]
    [InlineData("+OK\r\n1 a\r\n2\r\n3 c\r\n.\r\n", null)] // of some messages
    [InlineData("+OK\r\n1 0\r\n2 0\r\n3 0\r\n.\r\n", false)] // the same for all
    [InlineData("+OK\r\n1 a\r\n2 a\r\n3 c\r\n.\r\n", true)]
    public async Task Uidl_works_where_messages_are_told_apart_by_it(string reply, bool? works)
    {
        var facts = await AssessAsync(Script().On("UIDL", reply));
        Assert.Equal((3, works), (facts.Pop3!.Messages, facts.Pop3.Uidl));
        Assert.Equal(works == false, Diagnosis.Of(facts, null).Any(x => x.Code == FindingCode.Pop3NoUidl));
    }

    [Fact]
    public async Task Two_messages_of_one_id_contradict_the_list() => Assert.Equal(
        "STAT: 3 messages; LIST: 3 messages; UIDL: 3 messages; 2 different ids", Disagreement(await AssessAsync(Script().On("UIDL", "+OK\r\n1 a\r\n2 a\r\n3 c\r\n.\r\n"))));

    [Fact]
    public async Task A_list_that_never_ends_is_cut_off_with_a_finding_and_the_count_stays()
    {
        var facts = await AssessAsync(Script().On("LIST", Replies.Text("+OK\r\n", Replies.EndlessLines("1 10\r\n"))));
        Assert.Equal(3, facts.Pop3!.Messages);
        Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.ResponseTooLarge);
    }

    // RFC 5322 §2.1.1 binds who wrote it, and servers hand such messages out.
    [Theory]
    [InlineData(100_000)]
    [InlineData(5_000_000)] // too large for a sample: a part of it
    public async Task A_message_with_an_endless_line_is_a_message_like_any_other(int length)
    {
        var odd = new ScriptedMessage($"Subject: Hello\r\n\r\n{new string('.', length)}\r\n", DateTimeOffset.UnixEpoch);
        IReadOnlyList<ScriptedMessage> messages = [.. ScriptedFolder.Of("INBOX", length > SampleSeries.MaxSampleMessage ? 0 : 3).Messages, odd];
        var facts = await AssessAsync(new Pop3Script { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13, Messages = messages });
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        Assert.Equal(messages.Count, facts.Pop3!.Fetch!.Samples);
        if (messages.Count > 1) Assert.Equal(messages.Sum(x => x.Size), facts.Pop3.Fetch.Bytes);
        Assert.Empty(Diagnosis.Of(facts, null));
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private static string[] Capabilities(bool pipelining) => pipelining ? ["TOP", "UIDL", "PIPELINING"] : ["TOP", "UIDL"];

    private Pop3Script Script(bool pipelining = true) =>
        new() { ImplicitTls = _certificate, TlsProtocols = SslProtocols.Tls13, Capabilities = Capabilities(pipelining) };

    private static string Lines(int count, string second) =>
        $"+OK\r\n{string.Concat(Enumerable.Range(1, count).Select(n => $"{n} {string.Format(CultureInfo.InvariantCulture, second, n)}\r\n"))}.\r\n";

    private static string? Disagreement(AssessmentFacts facts) => Diagnosis.Of(facts, null).SingleOrDefault(x => x.Code == FindingCode.CountsDisagree)?.Shown();

    private async Task<AssessmentFacts> AssessAsync(MailScript script)
    {
        await using var server = ScriptedMailServer.Start(script);
        using var assessor = Loopback.Assessor(_authority.Root);
        var endpoint = Loopback.Endpoint(MailProtocol.Pop3, server.Port, ConnectionSecurity.ImplicitTls);
        return await assessor.AssessAsync(Loopback.Subject([endpoint], Loopback.Credentials), null, TestContext.Current.CancellationToken);
    }
}
