using System.Globalization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>IMAP servers that are slow, refuse, lie about numbers, or leave things out: what they did tell stays known.</summary>
public sealed class HardMailboxTests : IDisposable
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly string[] Plain = ["IMAP4rev1", "SASL-IR", "QUOTA"];
    private readonly TestCertificates _authority = new();
    private readonly TestCertificate _certificate;
    private readonly List<Exception> _unexpected = [];
    private readonly SteppedClock _clock = new();

    public HardMailboxTests() => _certificate = _authority.Good("127.0.0.1");

    [Fact]
    public async Task Counting_stops_in_time_for_the_quota_and_the_samples()
    {
        var asked = 0;
        var script = Script(Plain, [ScriptedFolder.Of("INBOX", 20), .. Enumerable.Range(0, 150).Select(i => ScriptedFolder.Of($"F{i}", 1))]);
        script.On("STATUS", async command =>
        {
            asked++;
            _clock.PutForward(TimeSpan.FromMilliseconds(100));
            await command.ReplyAsync(Status(command, command.Arguments.StartsWith("INBOX", StringComparison.Ordinal) ? 20 : 1));
        });
        var facts = await AssessAsync(script);

        Assert.Equal((20, 151), (facts.Imap!.InboxMessages, facts.Imap.Folders));
        Assert.InRange(asked, 2, 60);
        Assert.Equal((20 + asked - 1, true, asked), (facts.Imap.Messages, facts.Imap.AtLeast, facts.Imap.FoldersCounted));
        Assert.NotNull(facts.Imap.Quota);
        Assert.Equal(10, facts.Imap.Fetch!.Samples);
    }

    [Fact]
    public async Task A_folder_that_never_answers_leaves_known_what_was_counted_before()
    {
        var script = Script(Plain, [ScriptedFolder.Of("Sent", 2), ScriptedFolder.Of("Stuck", 2), ScriptedFolder.Of("INBOX", 3)]);
        script.On("STATUS", Replies.InTurn(c => c.ReplyAsync(Status(c, 3)), c => c.ReplyAsync(Status(c, 2)), Replies.Silence));
        var facts = await AssessAsync(script, deadlineSeconds: 2);
        Assert.Equal((3, 5, 3), (facts.Imap!.InboxMessages, facts.Imap.Messages, facts.Imap.Folders));
    }

    [Fact]
    public async Task One_folder_that_refuses_its_count_leaves_the_sum_of_the_others_and_it_is_said_to_be_a_part()
    {
        var inbox = ScriptedFolder.Of("INBOX", 3);
        var script = Script(Plain, [inbox, ScriptedFolder.Of("Secret", 3)]);
        script.On("STATUS", command => command.ReplyAsync(Name(command) == "Secret" ? "{tag} NO [NOPERM] not yours\r\n" : Status(command, 3)));
        var imap = (await AssessAsync(script)).Imap!;
        Assert.Equal((3, inbox.Size, SizeBasis.Sampled, 2), (imap.Messages, imap.Bytes, imap.SizeBasis!.Value, imap.Folders));
    }

    // What reads like "switched off for this account" is said of the list, not of the account.
    [Theory]
    [InlineData("NO [NOPERM] listing not allowed")]
    [InlineData("NO no")]
    [InlineData("BAD not here")]
    public async Task A_refused_list_of_folders_beside_an_open_inbox_is_a_fault_of_its_own_and_speaks_against_nothing(string reply)
    {
        var facts = await AssessAsync(Script(Plain, [ScriptedFolder.Of("INBOX", 3)]).On("LIST", $"{{tag}} {reply}\r\n"));
        var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Severity <= Severity.High);
        Assert.Equal((FindingCode.FoldersNotListed, reply), (finding.Code, finding.Shown()));
        Assert.Equal((3, AccessState.Usable, SignInOutcome.Accepted), (facts.Imap!.InboxMessages, KnownFacts.From(facts).Imap!.Opening.State, KnownFacts.From(facts).Imap!.SignIn));
    }

    [Fact]
    public async Task The_inboxs_count_is_known_even_where_the_list_of_folders_never_ends()
    {
        var script = Script(["IMAP4rev1", "SASL-IR"], [ScriptedFolder.Of("INBOX", 3)]);
        script.On("LIST", command => command.Arguments.Contains('*', StringComparison.Ordinal)
            ? Replies.Silence(command) : command.ReplyAsync("* LIST () \"/\" INBOX\r\n{tag} OK done\r\n"));
        var facts = await AssessAsync(script, deadlineSeconds: 2);
        Assert.Equal((3, null, null), (facts.Imap!.InboxMessages, facts.Imap.Messages, facts.Imap.Folders));
    }

    [Fact]
    public async Task The_inbox_is_measured_however_many_folders_come_before_it()
    {
        var script = Script(["IMAP4rev1", "SASL-IR", "LIST-EXTENDED", "LIST-STATUS", "STATUS=SIZE"],
            [.. Enumerable.Range(0, 500).Select(i => ScriptedFolder.Of($"F{i}", 0)), ScriptedFolder.Of("INBOX", 3)]);
        var facts = await AssessAsync(script);
        Assert.Equal((3, 3, 501), (facts.Imap!.InboxMessages, facts.Imap.Messages, facts.Imap.Folders));
    }

    [Theory]
    [InlineData("18446744073709551615")]
    [InlineData("9223372036854775807")]
    [InlineData("9007199254740993")]
    public async Task A_size_beyond_belief_is_none_and_messages_are_summed_instead(string size)
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 3)];
        var script = Script(["IMAP4rev1", "SASL-IR", "STATUS=SIZE"], folders);
        script.On("STATUS", command => command.ReplyAsync($"* STATUS {Name(command)} (MESSAGES 3 SIZE {size})\r\n{{tag}} OK done\r\n"));
        var facts = await AssessAsync(script);
        Assert.Equal((folders.Sum(folder => folder.Size), SizeBasis.Summed), (facts.Imap!.Bytes!.Value, facts.Imap.SizeBasis!.Value));
        Assert.Empty(_unexpected);
    }

    [Fact]
    public async Task A_folder_listed_without_its_count_is_not_taken_for_an_empty_one()
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 4), ScriptedFolder.Of("Empty", 0)];
        var script = Script(["IMAP4rev1", "SASL-IR", "LIST-EXTENDED", "LIST-STATUS"], folders);
        script.On("LIST", command => command.ReplyAsync(
            "* LIST () \"/\" INBOX\r\n* STATUS INBOX (MESSAGES 3 UIDVALIDITY 1)\r\n* LIST () \"/\" Sent\r\n"
            + "* LIST () \"/\" Empty\r\n* STATUS Empty (MESSAGES 0 UIDVALIDITY 1)\r\n{tag} OK done\r\n"));
        await using var server = ScriptedMailServer.Start(script);
        var facts = await AssessAsync(server);

        Assert.Equal((7, folders.Sum(folder => folder.Size)), (facts.Imap!.Messages, facts.Imap.Bytes));
        var asked = (await server.NextConnectionAsync(Cancel)).Received.Where(line => line.Text.Contains(" STATUS ", StringComparison.Ordinal) && !line.Text.Contains("LIST", StringComparison.Ordinal));
        Assert.Contains("Sent", Assert.Single(asked).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_message_that_comes_between_counting_and_opening_costs_no_samples()
    {
        var script = Script(Plain, [ScriptedFolder.Of("INBOX", 20)]);
        script.On("STATUS", command => command.ReplyAsync(Status(command, 19)));
        Assert.Equal(10, (await AssessAsync(script)).Imap!.Fetch!.Samples);
    }

    [Theory]
    [InlineData("{tag} BAD what\r\n")]
    [InlineData("* CAPABILITY\r\n{tag} OK done\r\n")]
    [InlineData("{tag} OK done\r\n")]
    public async Task A_server_that_does_not_say_what_it_can_do_is_measured_all_the_same_and_denied_nothing(string reply)
    {
        var script = new ImapScript { ImplicitTls = _certificate, Greeting = "* OK ready", SignInListsCapabilities = false };
        script.On("CAPABILITY", reply);
        var facts = await AssessAsync(script);
        Assert.Equal((5, null, 3), (facts.Imap!.Messages, facts.Imap.Idle, facts.Imap.Fetch!.Samples));
        var findings = Diagnosis.Of(facts, null).Select(x => x.Code).ToList();
        Assert.Contains(FindingCode.ProtocolViolation, findings);
        Assert.DoesNotContain(FindingCode.ImapNoIdle, findings);
    }

    // Zimbra and Exchange end at 10,240 octets; the former does not say to which command.
    [Fact]
    public async Task A_huge_inbox_is_sampled_from_an_even_choice_in_lines_that_every_server_takes()
    {
        var script = Script(Plain, [ScriptedFolder.Of("INBOX", MailboxMeter.MaxRead + 1, bytesEach: 300)]);
        script.On("FETCH", (command, sane) => command.Arguments.Length > 8_100 ? command.ReplyAsync("* BAD maximum line length exceeded\r\n") : sane(command));
        await using var server = ScriptedMailServer.Start(script);
        var facts = await AssessAsync(server);

        Assert.Equal((10, SizeBasis.Sampled, true), (facts.Imap!.Fetch!.Samples, facts.Imap.SizeBasis!.Value, facts.Imap.InboxBytesEstimated));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
        var fetches = (await server.NextConnectionAsync(Cancel)).Received.Where(line => line.Text.Contains("FETCH", StringComparison.Ordinal)).Select(line => line.Text)
            .ToLookup(line => line.Contains("RFC822.SIZE", StringComparison.Ordinal), Set);
        Assert.Equal(2_000, fetches[true].Sum(set => set.Count()));
        Assert.Subset(fetches[true].SelectMany(set => set).ToHashSet(), fetches[false].SelectMany(set => set).ToHashSet());
    }

    // Without a tag, as of a command that it could not make out: of several, those are meant that get no other answer.
    [Theory]
    [InlineData("* BAD maximum line length exceeded\r\n")]
    [InlineData("* BAD maximum line length exceeded\r\n{tag} BAD invalid command\r\n")]
    public async Task A_refusal_that_names_no_command_is_an_answer(string reply)
    {
        var script = Script(["IMAP4rev1", "SASL-IR"], [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Odd", 2), ScriptedFolder.Of("Sent", 2)]);
        script.On("STATUS", (command, sane) => Name(command) == "Odd" ? command.ReplyAsync(reply) : sane(command));
        script.On("FETCH", (command, sane) => command.Arguments.Contains("BODY", StringComparison.Ordinal) ? sane(command) : command.ReplyAsync(reply));
        var facts = await AssessAsync(script);
        Assert.Equal((5, 1, null), (facts.Imap!.Messages, facts.Imap.FoldersRefused, facts.Imap.Fetch));
        Assert.Equal(FailureKind.CommandRefused, Assert.Single(facts.Endpoints[0].SessionSteps, step => step.Failure is not null).Failure!.Kind);
        Assert.Equal("BAD maximum line length exceeded", Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.FetchRefused).Shown());
    }

    public void Dispose()
    {
        _certificate.Dispose();
        _authority.Dispose();
    }

    private static IEnumerable<int> Set(string fetch) => fetch.Split(' ')[2].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture));

    private static string Name(ScriptedCommand command) => command.Arguments.Split(' ')[0];

    private static string Status(ScriptedCommand command, int messages) => $"* STATUS {Name(command)} (MESSAGES {messages} UIDVALIDITY 1)\r\n{{tag}} OK done\r\n";

    private ImapScript Script(string[] capabilities, IReadOnlyList<ScriptedFolder> folders) =>
        new() { ImplicitTls = _certificate, Capabilities = capabilities, Folders = folders };

    private async Task<AssessmentFacts> AssessAsync(MailScript script, double deadlineSeconds = 15)
    {
        await using var server = ScriptedMailServer.Start(script);
        return await AssessAsync(server, deadlineSeconds);
    }

    private async Task<AssessmentFacts> AssessAsync(ScriptedMailServer server, double deadlineSeconds = 15)
    {
        using var assessor = Loopback.Assessor(_authority.Root, unexpected: _unexpected, clock: _clock);
        var endpoint = Loopback.Endpoint(MailProtocol.Imap, server.Port, ConnectionSecurity.ImplicitTls);
        return await assessor.AssessAsync(Loopback.Subject([endpoint], Loopback.Credentials, deadlineSeconds: deadlineSeconds), null, Cancel);
    }
}
