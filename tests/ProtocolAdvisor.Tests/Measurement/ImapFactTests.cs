using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Whose folders, which quota, which count, and what a server can do: each fact is one, or is unknown.</summary>
public sealed class ImapFactTests : IDisposable
{
    private readonly ScriptedImap _imap = new();

    public void Dispose() => _imap.Dispose();

    [Theory]
    [InlineData("* NAMESPACE ((\"\" \"/\")) ((\"Other Users/\" \"/\")) ((\"Shared Folders/\" \"/\"))\r\n", "Sent,Work/2026", "Other Users/bob,Other Users/bob/Sent,Shared Folders/team")]
    [InlineData("* NAMESPACE ((\"INBOX.\" \".\")) ((\"user.\" \".\")) ((\"\" \".\"))\r\n", "INBOX.Sent,INBOX.Work.2026", "user.bob,user.bob.Sent,team")]
    [InlineData("* NAMESPACE ((\"\" \"/\")(\"Old/\" \"/\")) NIL ((\"Public/\" \"/\" \"TRANSLATION\" (\"x\")))\r\n", "Sent,Old/1999", "Public/Offers,Public")]
    [InlineData("* NAMESPACE ((\"\" \"/\")) NIL ((\"\" \"/\"))\r\n", "Sent,Work", "")] // claimed by both: the user's
    [InlineData("* NAMESPACE NIL NIL NIL\r\n", "Sent,Work", "")]
    [InlineData("", "Sent,Other Users/bob", "")]
    public async Task Folders_of_others_are_told_apart_and_never_asked_for_anything(string namespaces, string own, string others)
    {
        string[] mine = own.Split(','), theirs = others.Split(',', StringSplitOptions.RemoveEmptyEntries);
        var script = _imap.Script(
            [ScriptedFolder.Of("INBOX", 3), .. mine.Select(x => ScriptedFolder.Of(x, 2, 300)), .. theirs.Select(x => ScriptedFolder.Of(x, 50, 300))], "NAMESPACE");
        script.On("NAMESPACE", namespaces + ScriptedImap.Done);
        var imap = (await _imap.AssessAsync(script)).Imap!;
        Assert.Equal((3 + (2 * mine.Length), 1 + mine.Length, theirs.Length), (imap.Messages, imap.Folders, imap.SharedFolders));
        Assert.False(imap.AtLeast);
        Assert.All(theirs, x => Assert.DoesNotContain(_imap.Received, line => line.Contains(x, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_personal_namespace_that_a_list_of_everything_leaves_out_is_listed_too()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("#mh/Sent", 2)], "NAMESPACE");
        script.On("NAMESPACE", "* NAMESPACE ((\"\" \"/\")(\"#mh/\" \"/\")) NIL NIL\r\n{tag} OK done\r\n");
        script.On("LIST", command => command.ReplyAsync((command.Arguments.Contains("#mh", StringComparison.Ordinal) ? "* LIST () \"/\" #mh/Sent\r\n" : "* LIST () \"/\" INBOX\r\n") + ScriptedImap.Done));
        Assert.Equal(5, (await _imap.AssessAsync(script)).Imap!.Messages);
    }

    [Fact]
    public async Task A_mailbox_full_of_messages_is_full_whatever_room_there_is_in_bytes()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3)], "QUOTA");
        script.On("GETQUOTAROOT", "* QUOTAROOT INBOX {4}\r\nUser Group\r\n* QUOTA {4}\r\nUser (STORAGE 10 100000 MESSAGE 200 200)\r\n* QUOTA Group (STORAGE 50 100000)\r\n{tag} OK done\r\n");
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((new Quota(51_200, 102_400_000), new MessageQuota(200, 200)), (facts.Imap!.Quota!, facts.Imap.MessageQuota!));
        Assert.Equal("200 of 200 messages, 100 %", Diagnosis.Of(facts, null).Single(x => x.Code == FindingCode.QuotaFull).Shown());
        var (usage, known) = (new Usage { Devices = 1 }, KnownFacts.From(facts));
        var advice = Advisor.Advise(usage, known);
        Assert.DoesNotContain(advice.Reasons, x => x.Code == ReasonCode.QuotaPressure); // three messages fetched leave it full
        Assert.Equal(78, advice.Plan.Archive!.MessagesToFree);
        var note = Comparison.Of(usage, known, advice, null).Single(x => x.Topic == ComparisonTopic.Quota).ForYou!;
        Assert.Equal("Your mailbox is 100\u00A0% full (200 of 200 messages).", ComparisonWords.In(ProtocolAdvisor.Words.Language.English).Text(note));
        Assert.Null(facts.Imap.QuotaFullAt);
    }

    [Theory]
    [InlineData(1_000, "Your mailbox is 100\u00A0% full. POP3 frees", "Your mailbox is 100\u00A0% full (1,000 of 1,000 messages).")]
    [InlineData(900, "Your mailbox is 90\u00A0% full. POP3 frees", "Your mailbox is 90\u00A0% full (900 of 1,000 messages).")]
    [InlineData(880, "Your mailbox is 85\u00A0% full, and at its present growth the rest lasts 1.5 months. POP3 frees", "Your mailbox is 85\u00A0% full (850\u00A0kB of 1\u00A0MB); at its present growth it will be full in about 1.5 months.")]
    [InlineData(null, "Your mailbox is 85\u00A0% full, and at its present growth the rest lasts 1.5 months. POP3 frees", "Your mailbox is 85\u00A0% full (850\u00A0kB of 1\u00A0MB); at its present growth it will be full in about 1.5 months.")]
    public void How_long_the_room_lasts_is_told_of_the_storage_and_of_no_mailbox_that_is_full_of_messages(int? messages, string reason, string note)
    {
        var mailbox = new ImapMailbox { Quota = new(850_000, 1_000_000), MessageQuota = messages is { } used ? new(used, 1_000) : null, GrowthBytesPerMonth = 100_000, InboxBytes = 800_000, InboxMessages = 900 };
        var known = new KnownFacts { Imap = new() { Mailbox = mailbox } };
        var advice = Advisor.Advise(new() { Devices = 1 }, known);
        var words = AdviceWords.In(ProtocolAdvisor.Words.Language.English);
        Assert.StartsWith(reason, words.Text(advice.Reasons.Single(x => x.Code == ReasonCode.QuotaPressure)), StringComparison.Ordinal);
        Assert.Equal(note, ComparisonWords.In(ProtocolAdvisor.Words.Language.English).Text(Comparison.Of(new(), known, advice, null).Single(x => x.Topic == ComparisonTopic.Quota).ForYou!));
    }

    [Theory]
    [InlineData(9_999, null, "Your mailbox uses 10\u00A0kB of 1\u00A0MB.")]
    [InlineData(0, 5, "Your mailbox holds 5 of 1,000 messages allowed.")]
    [InlineData(10_000, null, "Your mailbox is 1\u00A0% full (10\u00A0kB of 1\u00A0MB).")]
    public void A_mailbox_with_something_in_it_is_never_called_empty(long bytes, int? messages, string said)
    {
        var known = new KnownFacts { Imap = new() { Mailbox = new() { Quota = new(bytes, 1_000_000), MessageQuota = messages is { } used ? new(used, 1_000) : null } } };
        var note = Comparison.Of(new(), known, Advisor.Advise(new(), known), null).Single(x => x.Topic == ComparisonTopic.Quota).ForYou!;
        Assert.Equal(said, ComparisonWords.In(ProtocolAdvisor.Words.Language.English).Text(note));
    }

    [Theory]
    [InlineData(0, "3", 3)] // a cold index
    [InlineData(900, "3", 3)]
    [InlineData(3, "4294967295", 3)]
    [InlineData(3, "-1", 3)]
    [InlineData(4_294_967_295, "3", 3)]
    public async Task Of_two_counts_that_disagree_the_one_that_can_be_proved_is_told_and_the_other_is_a_finding(long status, string exists, long messages)
    {
        var far = Math.Abs(status - messages) > 10 || exists != "3";
        var inbox = ScriptedFolder.Of("INBOX", 3);
        foreach (var samples in new[] { 0, 10 })
        {
            var script = _imap.Script([inbox, ScriptedFolder.Of("Sent", 2)]);
            script.On("STATUS", command => command.ReplyAsync($"* STATUS {command.Arguments.Split(' ')[0]} (MESSAGES {(command.Arguments.StartsWith('I') ? status : 2)})\r\n{{tag}} OK done\r\n"));
            if (exists != "3") script.On("FETCH", string.Concat(Enumerable.Range(1, 3).Select(i => $"* {i} FETCH (RFC822.SIZE 1000)\r\n")) + ScriptedImap.Done).On("EXAMINE", command => command.ReplyAsync($"* {(command.Arguments.StartsWith('I') ? exists : "2")} EXISTS\r\n{{tag}} OK [READ-ONLY] opened\r\n"));
            var facts = await _imap.AssessAsync(script, samples);
            Assert.Equal((messages + 2, messages), (facts.Imap!.Messages, facts.Imap.InboxMessages));
            Assert.Empty(_imap.Unexpected);
            Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
            Assert.Equal(far, Diagnosis.Of(facts, null).Any(x => x.Code == FindingCode.CountsDisagree));
        }
    }

    [Fact]
    public async Task Twenty_thousand_messages_beside_a_count_of_none_are_twenty_thousand()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3)]);
        script.On("STATUS", "* STATUS INBOX (MESSAGES 0)\r\n{tag} OK done\r\n").On("EXAMINE", "* 20000 EXISTS\r\n{tag} OK [READ-ONLY] opened\r\n");
        var facts = await _imap.AssessAsync(script, samples: 0);
        Assert.Equal((20_000, 20_000), (facts.Imap!.Messages, facts.Imap.InboxMessages));
        Assert.Equal([new CountDifference(FolderUse.Inbox, 0, 20_000)], facts.Imap.CountDifferences);
        Assert.Equal((FindingCode.CountsDisagree, Severity.Low, "Inbox: 0 in STATUS; Inbox: 20,000 when opened"), Diagnosis.Of(facts, null).Where(x => x.Code == FindingCode.CountsDisagree).Select(x => (x.Code, x.Severity, x.Shown()!)).Single());
    }

    [Fact]
    public async Task Where_no_count_is_to_be_believed_none_is_told()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3)]);
        script.On("STATUS", "* STATUS INBOX (MESSAGES 4294967295)\r\n{tag} OK done\r\n").On("EXAMINE", "* 4294967295 EXISTS\r\n{tag} OK [READ-ONLY] opened\r\n");
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((null, null, true), (facts.Imap!.Messages, facts.Imap.InboxMessages, facts.Imap.AtLeast));
        Assert.Contains(Diagnosis.Of(facts, null), x => x.Code == FindingCode.CountsDisagree);
        Assert.Empty(_imap.Unexpected);
    }

    [Fact]
    public async Task A_message_of_an_impossible_size_is_taken_at_the_mean_of_the_others()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3)]);
        script.On("FETCH", "* 1 FETCH (RFC822.SIZE 1000)\r\n* 2 FETCH (RFC822.SIZE 4294967295)\r\n* 3 FETCH (RFC822.SIZE 3000)\r\n{tag} OK done\r\n");
        var imap = (await _imap.AssessAsync(script)).Imap!;
        Assert.Equal((6_000, 3_000, 1, SizeBasis.Sampled), (imap.Bytes, imap.LargestMessageBytes, imap.ImplausibleSizes, imap.SizeBasis!.Value));
    }

    [Theory]
    [InlineData("NO [SERVERBUG] Internal error occurred. Refer to server log for more information.")]
    [InlineData("NO [UNAVAILABLE] Temporary problem")]
    [InlineData("NO Mailbox does not exist")]
    public async Task A_mailbox_that_is_not_opened_is_the_servers_fault_and_says_nothing_against_the_protocol(string refusal)
    {
        foreach (var samples in new[] { 0, 10 })
        {
            var facts = await _imap.AssessAsync(_imap.Script([ScriptedFolder.Of("INBOX", 3)]).On("EXAMINE", $"{{tag}} {refusal}\r\n"), samples);
            var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Severity == Severity.Blocking);
            Assert.Equal((FindingCode.MailboxNotOpened, refusal), (finding.Code, finding.Shown()));
            var advice = Advisor.Advise(new Usage { Devices = 2 }, KnownFacts.From(facts));
            Assert.Equal((MailProtocol.Imap, AdviceConfidence.Medium), (advice.Protocol, advice.Confidence));

            var both = await _imap.AssessAsync(_imap.Script([ScriptedFolder.Of("INBOX", 3)]).On("EXAMINE", $"{{tag}} {refusal}\r\n"), samples, _imap.Pop3());
            Assert.Equal(MailProtocol.Pop3, Advisor.Advise(new Usage { Devices = 1 }, KnownFacts.From(both)).Protocol);
        }
    }

    // Another session, or too many of them: it opens later, and says nothing against the protocol.
    [Theory]
    [InlineData("NO [INUSE] locked", FindingCode.AuthInUse)]
    [InlineData("NO [LIMIT] Too many simultaneous connections", FindingCode.AuthTooManyConnections)]
    public async Task A_mailbox_that_is_shut_for_now_rules_nothing_out(string refusal, FindingCode told)
    {
        var facts = await _imap.AssessAsync(_imap.Script([ScriptedFolder.Of("INBOX", 3)]).On("EXAMINE", $"{{tag}} {refusal}\r\n"), 10, _imap.Pop3());
        var findings = Diagnosis.Of(facts, null);
        Assert.Equal(refusal, Assert.Single(findings, x => x.Code == told).Shown());
        Assert.DoesNotContain(findings, x => x.Code == FindingCode.MailboxNotOpened);
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(new Usage { Devices = 2 }, KnownFacts.From(facts)).Protocol);
    }

    [Fact]
    public async Task A_list_of_folders_that_is_refused_is_told_and_the_Inbox_stays_known()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3)]);
        script.On("LIST", command => command.ReplyAsync(command.Arguments.Contains('*', StringComparison.Ordinal) ? "{tag} NO [UNAVAILABLE] no list\r\n" : "* LIST () \"/\" INBOX\r\n{tag} OK done\r\n"));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((3, null, null), (facts.Imap!.InboxMessages, facts.Imap.Messages, facts.Imap.Folders));
        Assert.Contains(Diagnosis.Of(facts, null), x => x is { Code: FindingCode.FoldersNotListed, Evidence.Parts: [{ Quote: "NO [UNAVAILABLE] no list" }] });
    }

    [Theory]
    [InlineData("IMAP4rev1 IDLE", true)]
    [InlineData("IMAP4rev2", true)] // built in: RFC 9051, appendix E
    [InlineData("IMAP4rev1", null)]
    [InlineData("IMAP4rev1 ID ENABLE", null)] // Cyrus says the rest later
    public void Before_the_sign_in_nothing_is_denied(string offered, bool? idle)
    {
        var facts = Facts.Run(Facts.Healthy(Facts.Imaps) with { Capabilities = new([.. offered.Split(' '), "AUTH=PLAIN"]) });
        Assert.Equal(idle, KnownFacts.From(facts).Imap!.Mailbox.Idle);
        Assert.DoesNotContain(Diagnosis.Of(facts, null), x => x.Code == FindingCode.ImapNoIdle);
    }

    [Theory]
    [InlineData("IMAP4rev1", "IMAP4rev1 IDLE", true, true)]
    [InlineData("IMAP4rev1", "IMAP4rev1 IDLE", false, true)]
    [InlineData("IMAP4rev1", "IMAP4rev1", false, false)]
    [InlineData("IMAP4rev1 IDLE", "IMAP4rev1", true, false)]
    [InlineData("IMAP4rev2", "IMAP4rev2", true, true)]
    [InlineData("IMAP4rev2", "IMAP4rev2", false, true)]
    public async Task Behind_the_sign_in_the_server_says_what_it_can_do_by_itself_or_is_asked_once(string before, string behind, bool byItself, bool idle)
    {
        var script = new ImapScript { ImplicitTls = _imap.Pop3().ImplicitTls, Greeting = $"* OK [CAPABILITY {before} SASL-IR AUTH=PLAIN] ready", Capabilities = behind.Split(' '), SignInListsCapabilities = byItself };
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((idle, 5), (facts.Imap!.Idle, facts.Imap.Messages));
        Assert.Equal(byItself ? 0 : 1, _imap.Received.Count(x => x.EndsWith(" CAPABILITY", StringComparison.Ordinal)));
    }
}
