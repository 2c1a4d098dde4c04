using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>How many messages POP3 would leave behind is one number, wherever it is told.</summary>
public class LeftBehindTests
{
    [Theory]
    [InlineData(100, 80, 80, 4)] // the Inbox, 50 sent, 30 filed
    [InlineData(101, 80, 80, 4)] // one came in between
    [InlineData(99, 80, 80, 4)]
    [InlineData(20, 160, 80, null)] // a window: 80 of the Inbox stay behind, too
    [InlineData(170, 10, 10, null)] // POP3 shows what was archived, too
    [InlineData(180, 0, 0, null)]
    [InlineData(null, 80, 80, 4)] // nobody asked over POP3
    [InlineData(5000, 80, 80, 4)] // more than there is: that says nothing
    public void What_stays_behind_is_reckoned_from_what_POP3_shows(int? shown, int messages, int inFolders, int? folders)
    {
        var imap = Filed(atLeast: false);
        var behind = LeftBehind.Of(imap, Known.Pop3 with { Messages = shown, Bytes = shown * 1000 })!;
        Assert.Equal((messages, inFolders, folders, false), (behind.Messages, behind.InFolders, behind.Folders, behind.AtLeast));
        Assert.Equal(messages * 1000, behind.Bytes);
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(99, true)]
    [InlineData(20, false)]
    [InlineData(20, true)]
    public void Plan_comparison_text_and_way_tell_one_number(int shown, bool atLeast)
    {
        var run = Run(With(Healthy(Imaps), new(SignInOutcome.Accepted)), With(Healthy(Pop3s), new(SignInOutcome.Accepted))) with
        {
            Imap = Filed(atLeast),
            Pop3 = Known.Pop3 with { Messages = shown, Bytes = shown * 1000 },
        };
        var (known, usage) = (KnownFacts.From(run), Known.OnePlace with { ServerFolders = false, Priority = Priority.Speed });
        var behind = LeftBehind.Of(run.Imap, run.Pop3)!;
        var (number, isPart) = (behind.Messages.ToString(CultureInfo.InvariantCulture), atLeast ? "1" : "0");
        var advice = Advisor.Advise(usage, known);
        Assert.Equal(MailProtocol.Pop3, advice.Protocol);
        var step = advice.Plan.Steps.Single(x => x.Code == PlanStepCode.TakeFoldersAlong);
        Assert.Equal(number, step.Figures[atLeast ? "atLeastMessages" : "messages"]);
        var note = Comparison.Of(usage, known, advice, null).Single(x => x.Topic == ComparisonTopic.Folders).ForYou!;
        Assert.Equal((number, isPart), (note.Values["messages"], note.Values["atLeast"]));
        Assert.Equal((behind.Messages, behind.Bytes, atLeast), (run.Comparison!.MessagesOnlyInImap, run.Comparison.BytesOnlyInImap, run.Comparison.AtLeast));
        var stays = Advisor.PlanFor(MailProtocol.Pop3, usage with { Today = AccountToday.Imap }, known).Migration.Single(x => x.Code == MigrationStepCode.SeeWhatStays);
        Assert.Equal(number, stays.Figures[atLeast ? "atLeastMessages" : "messages"]);

        // In other folders lie no more than that.
        Assert.StartsWith(atLeast ? "at least 80 messages in" : "80 messages in", Diagnosis.Of(run, advice).Single(x => x.Code == FindingCode.MailOutsideInbox).Shown(), StringComparison.Ordinal);

        foreach (var (language, least, inside) in new[] { (Language.English, "at least", "folder"), (Language.German, "mindestens", "Ordner") })
        {
            string[] said = [AdviceWords.In(language).Text(step), AdviceWords.In(language).Text(stays), ComparisonWords.In(language).Text(note)];
            Assert.All(said, x => Assert.Equal((true, atLeast), (x.Contains(number, StringComparison.Ordinal), x.Contains(least, StringComparison.Ordinal))));
            Assert.Equal(behind.Folders is not null, said[2].Contains(inside, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("en", "At least 30 of your messages are sorted into folders on the server.")]
    [InlineData("de", "Mindestens 30 Ihrer Nachrichten sind auf dem Server in Ordner sortiert.")]
    public void Of_a_part_nobody_tells_the_share(string tag, string said)
    {
        var reason = Advisor.Advise(Known.OnePlace with { ServerFolders = null }, Known.With(Filed(atLeast: true))).Reasons.Single(x => x.Code == ReasonCode.ServerFolders);
        Assert.Equal(["imap.sortedMessages=30"], reason.Evidence);
        Assert.StartsWith(said, AdviceWords.In(Language.All.Single(x => x.Tag == tag)).Text(reason), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_POP3_shows_more_than_the_Inbox_the_folders_are_not_called_unseen()
    {
        var run = Run(With(Healthy(Imaps), new(SignInOutcome.Accepted)), With(Healthy(Pop3s), new(SignInOutcome.Accepted))) with { Imap = Filed(false), Pop3 = Known.Pop3 with { Messages = 180, Bytes = 180_000 } };
        Assert.DoesNotContain(Diagnosis.Of(run, null), x => x.Code == FindingCode.MailOutsideInbox);
        var plan = Advisor.PlanFor(MailProtocol.Pop3, Known.OnePlace with { Today = AccountToday.Imap }, KnownFacts.From(run));
        Assert.Equal(MigrationStepCode.NothingStays, plan.Migration[0].Code);
    }

    private static ImapMailbox Filed(bool atLeast) => Known.Imap with
    {
        Messages = 180,
        Bytes = 180_000,
        InboxMessages = 100,
        InboxBytes = 100_000,
        SortedMessages = 30,
        Folders = 6,
        FilledFolders = 5,
        AtLeast = atLeast,
    };
}
