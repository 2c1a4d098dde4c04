using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Advice.MigrationStepCode;

namespace ProtocolAdvisor.Tests.Advice;

public class MigrationTests
{
    private static readonly Usage Everywhere = new() { Devices = 3, People = 1, Backup = ProtocolAdvisor.Advice.Backup.Regular, Today = AccountToday.Pop3 };
    private static readonly Usage Back = Known.OnePlace with { Today = AccountToday.Imap };

    private static ImapMailbox Filed { get; } = Known.Imap with
    {
        Messages = 1500,
        Bytes = 100_000_000,
        Folders = 6,
        FilledFolders = 5,
        SortedMessages = 10,
        LargestFolders =
        [
            new(FolderUse.Inbox, 1000, 70_000_000), new(FolderUse.Sent, 300, 20_000_000), new(FolderUse.Other, 120, 5_000_000), new(FolderUse.Other, 70, 4_000_000), new(FolderUse.Trash, 10, null),
        ],
    };

    [Theory]
    [InlineData(null)]
    [InlineData(AccountToday.None)]
    [InlineData(AccountToday.Imap)]
    public void Who_is_there_already_or_has_nothing_set_up_does_not_move(AccountToday? today) =>
        Assert.Empty(Advisor.Advise(Everywhere with { Today = today }, Known.Facts).Plan.Migration);

    [Fact]
    public void Nobody_moves_to_what_is_not_recommended()
    {
        var none = Known.Sides(Known.ImapSide with { Usable = false }, Known.Pop3Side with { Usable = false });
        Assert.Empty(Advisor.Advise(Everywhere, none).Plan.Migration);
    }

    [Fact]
    public void From_Pop3_to_Imap_nothing_is_lost_if_the_steps_are_taken_in_their_order()
    {
        var plan = Advisor.Advise(Everywhere, Known.With(Filed)).Plan;
        Assert.Equal([StopDeleting, AddImap, SeeLocalSize, CheckRoom, CopyUp, CheckCopies, RemovePop3, KeepLocalMail], plan.Migration.Select(x => x.Code));
        Assert.Equal("3", plan.Migration[0].Figures["devices"]);
        Assert.Equal(("500", "4"), (plan.Migration[1].Figures["messages"], plan.Migration[1].Figures["folders"]));
        Assert.Equal(("1000", "70000000"), (plan.Migration[2].Figures["messages"], plan.Migration[2].Figures["bytes"]));
        Assert.Equal(("900000000", "1000000000"), (plan.Migration[3].Figures["roomBytes"], plan.Migration[3].Figures["limitBytes"]));
        Assert.Empty(plan.Migration[4].Figures);
    }

    [Fact]
    public void The_hours_of_the_way_up_are_told_for_the_users_own_line()
    {
        var copy = Step(Everywhere with { Link = new UserLink(UpMbit: 2.5) }, Known.With(Filed), CopyUp);
        Assert.Equal(("2.5", "3341", "70000000", "234"), (copy.Figures["upMbit"], copy.Figures["secondsPerGigabyte"], copy.Figures["bytes"], copy.Figures["seconds"]));
        Assert.Contains("With 2.5\u00A0Mbit/s up, a gigabyte takes 56\u00A0minutes at least", AdviceWords.In(Language.English).Text(copy), StringComparison.Ordinal);
        Assert.Contains("the Inbox on the server holds now, 70\u00A0MB, would take 3.9\u00A0minutes.", AdviceWords.In(Language.English).Text(copy), StringComparison.Ordinal);
        Assert.Equal(2.5m, (decimal)MigrationStepReport.From(copy, Language.English).Figure["upMbit"]!);
    }

    [Fact]
    public void A_line_down_says_nothing_of_the_way_up() => Assert.Empty(Step(Everywhere with { Link = new UserLink(20, 50) }, Known.With(Filed), CopyUp).Figures);

    [Fact]
    public void Where_the_server_is_nearly_full_room_is_made_first_and_told_once()
    {
        var plan = Advisor.Advise(Everywhere, Known.With(Filed with { Quota = new(900_000_000, 1_000_000_000) })).Plan;
        var room = plan.Migration.Single(x => x.Code == MakeRoom);
        Assert.Equal(("100000000", $"{plan.Archive!.BytesToFree}"), (room.Figures["roomBytes"], room.Figures["bytes"]));
        Assert.True(plan.Migration.Index().First(x => x.Item.Code == MakeRoom).Index < plan.Migration.Index().First(x => x.Item.Code == CopyUp).Index);
        Assert.Empty(plan.Steps);
        Assert.StartsWith("The server has too little room: 100\u00A0MB of 1\u00A0GB are free. Before you copy anything up, move about 300\u00A0MB", AdviceWords.In(Language.English).Text(room), StringComparison.Ordinal);
    }

    [Fact]
    public void A_quota_of_messages_is_a_quota_too()
    {
        var facts = Known.With(Filed with { Quota = null, MessageQuota = new(1500, 2000) });
        Assert.Equal(("500", "2000"), (Step(Everywhere, facts, CheckRoom).Figures["roomMessages"], Step(Everywhere, facts, CheckRoom).Figures["limitMessages"]));
        var full = Known.With(Filed with { Quota = null, MessageQuota = new(2500, 2000) });
        Assert.Equal(("0", "1301"), (Step(Everywhere, full, MakeRoom).Figures["roomMessages"], Step(Everywhere, full, MakeRoom).Figures["messages"]));
    }

    [Fact]
    public void Where_the_server_tells_no_quota_somebody_must_ask() => Assert.Empty(Step(Everywhere, Known.With(Filed with { Quota = null }), AskForRoom).Figures);

    [Theory]
    [InlineData(true, null)]
    [InlineData(null, false)]
    public void A_server_that_deletes_or_repeats_what_is_fetched_is_not_fetched_from_any_more(bool? expires, bool? uidl) => Assert.Equal(
        [StopDeleting, StopFetching], Advisor.Advise(Everywhere, Known.With(pop3: Known.Pop3 with { ExpiresOnRetrieval = expires, Uidl = uidl })).Plan.Migration.Take(2).Select(x => x.Code));

    [Fact]
    public void From_Imap_to_Pop3_what_stays_behind_comes_first_folder_by_folder()
    {
        var plan = Advisor.Advise(Back with { Backup = null }, Known.With(Filed)).Plan;
        Assert.Equal([SeeWhatStays, BringAlong, MigrationStepCode.Backup, AddPop3, LeaveOnServer, CheckFetched, RemoveImap], plan.Migration.Select(x => x.Code));
        Assert.Equal(("500", "30000000", "4"), (plan.Migration[0].Figures["messages"], plan.Migration[0].Figures["bytes"], plan.Migration[0].Figures["folders"]));
        Assert.Equal(
            [new(FolderUse.Sent, 1, 300, 20_000_000), new(FolderUse.Other, 2, 190, 9_000_000), new FolderShare(FolderUse.Trash, 1, 10, null)], plan.Migration[0].Folders);
        Assert.Equal(
            ["Sent: 300 messages (20\u00A0MB)", "2 other folders: 190 messages (9\u00A0MB)", "Trash: 10 messages"],
            MigrationStepReport.From(plan.Migration[0], Language.English).Folders.Select(x => x.Text));
        Assert.Equal("1000", plan.Migration[5].Figures["messages"]);
    }

    [Fact]
    public void The_backup_and_the_time_on_the_server_are_the_plans_and_are_told_once()
    {
        var (moving, settled) = (Advisor.Advise(Back, Known.With(Filed)).Plan, Advisor.Advise(Back with { Today = AccountToday.Pop3 }, Known.With(Filed)).Plan);
        Assert.Equal([PlanStepCode.KeepBackup, PlanStepCode.LeaveOnServer, PlanStepCode.TakeFoldersAlong], settled.Steps.Select(x => x.Code));
        Assert.Empty(moving.Steps);
        Assert.Equal((settled.Backup, settled.LeaveOnServerDays, settled.Archive), (moving.Backup, moving.LeaveOnServerDays, moving.Archive));
        Assert.Equal($"{moving.LeaveOnServerDays}", moving.Migration.Single(x => x.Code == LeaveOnServer).Figures["days"]);
        Assert.Equal((PlanCause.OnlyCopy, PlanCause.SafetyNet), (moving.Migration.Single(x => x.Code == MigrationStepCode.KeepBackup).Cause, moving.Migration.Single(x => x.Code == LeaveOnServer).Cause));
    }

    [Fact]
    public void Where_all_lies_in_the_Inbox_nothing_stays_behind() => Assert.Equal(
        [NothingStays, MigrationStepCode.KeepBackup], Advisor.Advise(Back, Known.Facts).Plan.Migration.Take(2).Select(x => x.Code));

    [Fact]
    public void A_part_is_told_as_at_least()
    {
        var stays = Step(Back, Known.With(Filed with { AtLeast = true }), SeeWhatStays);
        Assert.Equal(("500", "30000000"), (stays.Figures["atLeastMessages"], stays.Figures["atLeastBytes"]));
        Assert.Contains("at least 500 messages (30\u00A0MB) in 4 folders", AdviceWords.In(Language.English).Text(stays), StringComparison.Ordinal);
        Assert.Equal(SeeWhatStays, Advisor.Advise(Back, Known.With(Known.Imap with { AtLeast = true })).Plan.Migration[0].Code);
    }

    [Theory]
    [InlineData(AccountToday.Pop3, 2)]
    [InlineData(AccountToday.Imap, 1)]
    public void Without_a_mailbox_the_steps_have_no_figures_of_it(AccountToday today, int devices)
    {
        var advice = Advisor.Advise(new Usage { Devices = devices, Today = today, Backup = ProtocolAdvisor.Advice.Backup.Regular, Link = new UserLink(UpMbit: 10) }, new());
        Assert.NotEmpty(advice.Plan.Migration);
        Assert.Equal(
            ["days", "devices", "secondsPerGigabyte", "upMbit"],
            advice.Plan.Migration.SelectMany(x => x.Figures.Keys).Concat(["days", "devices", "secondsPerGigabyte", "upMbit"]).Distinct().Order(StringComparer.Ordinal));
        Assert.All(advice.Plan.Migration, x => Assert.Empty(x.Folders));
    }

    [Fact]
    public void Nothing_is_changed_before_the_new_protocol_lets_one_in()
    {
        var facts = Known.Sides(Known.ImapSide with { SignIn = SignInOutcome.Rejected }, Known.Pop3Side with { SignIn = SignInOutcome.Rejected });
        Assert.Equal(WaitForSignIn, Advisor.Advise(Everywhere, facts).Plan.Migration[0].Code);
        var unknown = Known.Sides(Known.ImapSide with { Usable = null, SignIn = null });
        Assert.Equal(WaitForSignIn, Advisor.Advise(Everywhere, unknown).Plan.Migration[0].Code);
    }

    [Fact]
    public void What_is_set_up_now_never_changes_the_answer() => AdviceGen.Case.Sample(
        x =>
        {
            var (told, untold) = (Advisor.Advise(x.Usage, x.Facts), Advisor.Advise(x.Usage with { Today = null }, x.Facts));
            return (told.Protocol, told.Confidence) == (untold.Protocol, untold.Confidence) && told.Reasons.Count == untold.Reasons.Count;
        },
        iter: 1_000);

    private static MigrationStep Step(Usage usage, KnownFacts facts, MigrationStepCode code) => Advisor.Advise(usage, facts).Plan.Migration.Single(x => x.Code == code);
}
