using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Measurement;

/// <summary>Folders without LIST-STATUS, in great numbers, or that answer oddly: what can be counted is, and a part is told as a part.</summary>
public sealed class CountingTests : IDisposable
{
    private readonly ScriptedImap _imap = new();

    public void Dispose() => _imap.Dispose();

    [Theory]
    [InlineData(80, 5)]
    [InlineData(600, 14)]
    public async Task Many_folders_are_counted_in_a_few_round_trips(int folders, int mostRoundTrips)
    {
        var facts = await _imap.AssessAsync(
            _imap.Script([ScriptedFolder.Of("INBOX", 3), .. Enumerable.Range(0, folders).Select(i => ScriptedFolder.Of($"F{i}", 1, 300))], "NAMESPACE"), samples: 0);
        Assert.Equal((folders + 3, folders + 1, folders + 1, false), (facts.Imap!.Messages, facts.Imap.Folders, facts.Imap.FoldersCounted, facts.Imap.AtLeast));
        Assert.InRange(facts.Endpoints[0].SessionSteps.Single(x => x.Step == MailStep.OpenMailbox).RoundTrips!.Value, 1, mostRoundTrips);
        Assert.DoesNotContain(FindingCode.FoldersNotCounted, Codes(facts));
    }

    [Fact]
    public async Task Beyond_the_bound_what_is_missing_is_known_to_be()
    {
        var facts = await _imap.AssessAsync(
            _imap.Script([ScriptedFolder.Of("INBOX", 3), .. Enumerable.Range(0, 2_100).Select(i => ScriptedFolder.Of($"F{i}", 0))]), samples: 0);
        Assert.Equal((3, 2_101, true), (facts.Imap!.Messages, facts.Imap.Folders, facts.Imap.AtLeast));
        Assert.InRange(facts.Imap.FoldersCounted!.Value, 16, 2_000); // fewer on a busy machine: four seconds are the other bound
        Assert.Null(Note(facts, ComparisonTopic.Folders));
    }

    [Theory]
    [InlineData("{tag} NO [NOPERM] Permission denied\r\n")]
    [InlineData("{tag} BAD what\r\n")]
    [InlineData("{tag} OK done\r\n")] // no STATUS line
    [InlineData("* STATUS Other (MESSAGES 9)\r\n{tag} OK done\r\n")] // of a folder that nobody asked for
    [InlineData("* STATUS Odd ()\r\n{tag} OK done\r\n")]
    [InlineData("* STATUS Odd (MESSAGES many)\r\n{tag} OK done\r\n")]
    [InlineData("* STATUS Odd (MESSAGES -5)\r\n{tag} OK done\r\n")]
    [InlineData("* STATUS Odd (MESSAGES 4294967295)\r\n{tag} OK done\r\n")]
    [InlineData("hello\r\n* OK still here\r\n* STATUS\r\n\r\n{tag} NO no\r\n")]
    public async Task One_folder_that_answers_oddly_takes_nothing_from_the_others_and_is_told(string odd)
    {
        foreach (var capabilities in new[] { Array.Empty<string>(), ["STATUS=SIZE"], ["LIST-EXTENDED", "LIST-STATUS", "STATUS=SIZE"] })
        {
            var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Odd", 7), ScriptedFolder.Of("Sent", 2)], capabilities);
            script.On("STATUS", command => command.ReplyAsync(command.Arguments.StartsWith("Odd", StringComparison.Ordinal) ? odd : Status(command, command.Arguments.StartsWith("INBOX", StringComparison.Ordinal) ? 3 : 2)));
            if (capabilities.Contains("LIST-STATUS"))
            {
                script.On("LIST", command => command.ReplyAsync(
                    "* LIST () \"/\" INBOX\r\n* STATUS INBOX (MESSAGES 3 SIZE 2973)\r\n* LIST () \"/\" Odd\r\n* LIST () \"/\" Sent\r\n* STATUS Sent (MESSAGES 2 SIZE 1982)\r\n{tag} OK done\r\n"));
            }

            var facts = await _imap.AssessAsync(script);
            Assert.Equal((5, true, 3, 2, 1), (facts.Imap!.Messages, facts.Imap.AtLeast, facts.Imap.Folders, facts.Imap.FoldersCounted, facts.Imap.FoldersRefused));
            Assert.Equal(3, facts.Imap.Fetch!.Samples);
            Assert.Contains(FindingCode.FoldersNotCounted, Codes(facts));
        }
    }

    [Fact]
    public async Task Of_a_part_nothing_is_said_that_rests_on_the_rest()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Secret", 100)], "LIST-EXTENDED", "LIST-STATUS");
        script.On("LIST", "* LIST () \"/\" INBOX\r\n* STATUS INBOX (MESSAGES 3)\r\n* LIST () \"/\" Secret\r\n{tag} OK done\r\n").On("STATUS", "{tag} NO no\r\n");
        var facts = await _imap.AssessAsync(script, beside: _imap.Pop3());
        Assert.Equal((3, 3, true), (facts.Imap!.Messages, facts.Imap.InboxMessages, facts.Imap.AtLeast));
        Assert.Null(Note(facts, ComparisonTopic.Folders)); // not "all your mail is in the Inbox"
        Assert.True(facts.Comparison!.AtLeast);
        var knowledge = KnownFacts.From(facts);
        Assert.Null(Advisor.ForecastFor(new Usage(), knowledge)?[ProtocolAdvisor.Forecasting.MailTask.FirstSync].Imap);
    }

    [Fact]
    public async Task What_the_counted_folders_show_outside_the_Inbox_is_told_as_at_least()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Projects", 20), ScriptedFolder.Of("Secret", 100)]);
        script.On("STATUS", command => command.ReplyAsync(
            command.Arguments.StartsWith("Secret", StringComparison.Ordinal) ? "{tag} NO no\r\n" : Status(command, command.Arguments.StartsWith("INBOX", StringComparison.Ordinal) ? 3 : 20)));
        var facts = await _imap.AssessAsync(script, beside: _imap.Pop3());
        Assert.Contains("at least 20 messages", Note(facts, ComparisonTopic.Folders), StringComparison.Ordinal);
        Assert.StartsWith("at least 20 messages", Diagnosis.Of(facts, null).Single(x => x.Code == FindingCode.MailOutsideInbox).Shown(), StringComparison.Ordinal);
        Assert.Contains(Advisor.Advise(new Usage { Devices = 1 }, KnownFacts.From(facts)).Reasons, x => x.Code == ReasonCode.ServerFolders);
    }

    [Theory]
    [InlineData("{tag} BAD SIZE is not known\r\n")] // as GNU mailutils
    [InlineData("* STATUS {name} ()\r\n{tag} OK done\r\n")] // as Courier
    [InlineData("* STATUS {name} (MESSAGES {count})\r\n{tag} OK done\r\n")]
    public async Task Where_sizes_are_not_summed_after_all_the_counts_are_not_lost(string toSize)
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 2), .. Enumerable.Range(0, 40).Select(i => ScriptedFolder.Of($"F{i}", 1, 300))];
        var script = _imap.Script(folders, "STATUS=SIZE");
        script.On("STATUS", command =>
        {
            var folder = folders.First(x => x.Name == command.Arguments.Split(' ')[0]);
            return command.ReplyAsync(command.Arguments.Contains("SIZE", StringComparison.Ordinal)
                ? toSize.Replace("{name}", folder.Name, StringComparison.Ordinal).Replace("{count}", $"{folder.Messages.Count}", StringComparison.Ordinal) : Status(command, folder.Messages.Count));
        });
        var facts = await _imap.AssessAsync(script, samples: 0);
        Assert.Equal((45, false, 0), (facts.Imap!.Messages, facts.Imap.AtLeast, facts.Imap.FoldersRefused));
        Assert.InRange(facts.Endpoints[0].SessionSteps[^1].RoundTrips!.Value, 1, 6);
    }

    [Theory]
    [InlineData("{tag} NO not today\r\n")]
    [InlineData("{tag} BAD RETURN is not known\r\n")]
    public async Task Where_counts_do_not_come_with_the_list_after_all_they_are_asked_for(string toReturn)
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Sent", 2)], "LIST-EXTENDED", "LIST-STATUS", "STATUS=SIZE", "SPECIAL-USE");
        script.On("LIST", command => command.ReplyAsync(
            command.Arguments.Contains("STATUS", StringComparison.Ordinal) ? toReturn : "* LIST () \"/\" INBOX\r\n* LIST (\\Sent) \"/\" Sent\r\n{tag} OK done\r\n"));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((5, 2, false), (facts.Imap!.Messages, facts.Imap.Folders, facts.Imap.AtLeast));
        Assert.All(facts.Endpoints[0].SessionSteps, step => Assert.Null(step.Failure));
    }

    [Fact]
    public async Task Names_are_sent_as_the_server_wrote_them_and_are_told_to_nobody()
    {
        string[] names = ["Mit Leerzeichen", "a\"b", "back\\slash", "Entw&APw-rfe", "R&D", "Größe", "100%", "INBOX.Kopie", "(x)", "nil"];
        foreach (var literals in new[] { Array.Empty<string>(), ["LITERAL+"], ["LITERAL-"] })
        {
            ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 3), .. names.Select((name, i) => ScriptedFolder.Of(name, i + 1, 300))];
            var script = _imap.Script(folders, literals);
            var facts = await _imap.AssessAsync(script);
            Assert.Equal((3 + names.Select((_, i) => i + 1).Sum(), false, 0), (facts.Imap!.Messages, facts.Imap.AtLeast, facts.Imap.FoldersRefused));
            Assert.Equal(facts.Imap.Bytes, folders.Sum(x => x.Size)); // each was opened and read
            var told = Json.Of(facts);
            Assert.All(names.Where(x => x.Length > 4), name => Assert.DoesNotContain(Json.Of(name).Trim('"'), told, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task A_name_that_comes_as_a_literal_is_a_name_like_any_other()
    {
        var script = _imap.Script([ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("a \"quoted\" name", 2)]);
        script.On("LIST", "* LIST () \"/\" {5}\r\nINBOX\r\n* LIST () \"/\" {15}\r\na \"quoted\" name\r\n{tag} OK done\r\n");
        Assert.Equal((5, 2), ((await _imap.AssessAsync(script)).Imap is { } imap ? (imap.Messages, imap.Folders) : default));
    }

    [Theory]
    [InlineData("EXAMINE", "{tag} NO [NOPERM] Permission denied\r\n")]
    [InlineData("EXAMINE", "{tag} BAD what\r\n")]
    [InlineData("EXAMINE", "{tag} OK opened\r\n")] // no EXISTS
    [InlineData("FETCH", "{tag} NO cannot\r\n")]
    [InlineData("FETCH", "* 1 FETCH (FLAGS ())\r\n{tag} OK done\r\n")]
    public async Task One_folder_that_cannot_be_read_does_not_end_the_reading_of_the_others(string verb, string refusal)
    {
        ScriptedFolder[] folders = [ScriptedFolder.Of("INBOX", 3), ScriptedFolder.Of("Locked", 9), ScriptedFolder.Of("Sent", 2), ScriptedFolder.Of("Archive", 4)];
        var script = _imap.Script(folders);
        var open = "";
        script.On("EXAMINE", command =>
        {
            open = command.Arguments.Split(' ')[0];
            var count = folders.Single(x => x.Name == open).Messages.Count;
            return command.ReplyAsync(verb == "EXAMINE" && open == "Locked" ? refusal : $"* {count} EXISTS\r\n{{tag}} OK [READ-ONLY] opened\r\n");
        });
        script.On("FETCH", command => command.ReplyAsync(open == "Locked" ? refusal : Fetched(folders.Single(x => x.Name == open), command.Arguments)));
        var facts = await _imap.AssessAsync(script);
        Assert.Equal((18, 1, false), (facts.Imap!.Messages, facts.Imap.FoldersRefused, facts.Imap.AtLeast));
        Assert.Equal((3, 3), (facts.Imap.LargestFolders.Count(x => x.Bytes is not null), facts.Imap.Fetch!.Samples));
    }

    // One message or all of them, with their bodies where those are asked for.
    private static string Fetched(ScriptedFolder folder, string asked) => string.Concat(
        from message in folder.Messages.Index()
        let number = message.Index + 1
        where asked.Contains(':', StringComparison.Ordinal) || asked.StartsWith($"{number} ", StringComparison.Ordinal)
        select asked.Contains("BODY", StringComparison.Ordinal)
            ? $"* {number} FETCH (UID {number} BODY[] {{{message.Item.Size}}}\r\n{message.Item.Content})\r\n" : $"* {number} FETCH (RFC822.SIZE {message.Item.Size})\r\n") + ScriptedImap.Done;

    private static string Status(ScriptedCommand command, int messages) => $"* STATUS {command.Arguments.Split(' ')[0]} (MESSAGES {messages})\r\n{{tag}} OK done\r\n";

    private static IEnumerable<FindingCode> Codes(AssessmentFacts facts) => Diagnosis.Of(facts, null).Select(x => x.Code);

    private static string? Note(AssessmentFacts facts, ComparisonTopic topic)
    {
        var (usage, known) = (new Usage(), KnownFacts.From(facts));
        return Comparison.Of(usage, known, Advisor.Advise(usage, known), null).Single(x => x.Topic == topic).ForYou is { } note
            ? ComparisonWords.In(ProtocolAdvisor.Words.Language.English).Text(note) : null;
    }
}
