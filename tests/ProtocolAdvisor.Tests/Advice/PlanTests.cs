using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

public class PlanTests
{
    [Theory]
    [InlineData(Backup.None, true)]
    [InlineData(null, true)]
    [InlineData(Backup.Regular, false)]
    public void Pop3_needs_a_backup_unless_there_is_a_regular_one(Backup? backup, bool needed) =>
        Assert.Equal(new BackupPlan(needed, 7), PlanOf(Known.Pop3, backup).Backup);

    [Theory]
    [InlineData(30, 7)]
    [InlineData(7, 6)]
    [InlineData(2, 1)]
    [InlineData(1, 1)]
    public void The_backup_comes_before_the_server_deletes(int expireDays, int everyDays) =>
        Assert.Equal(everyDays, PlanOf(Known.Pop3 with { ExpireDays = expireDays }).Backup!.EveryDays);

    [Theory]
    [InlineData(1_000_000_000, null, 7)]
    [InlineData(2_000_000_000, null, 3)]
    [InlineData(100_000_000_000, null, 1)]
    [InlineData(1_000_000_000, 20, 7)]
    [InlineData(1_000_000_000, 100, 5)]
    [InlineData(1_000_000_000, 5000, 1)]
    public void The_more_mail_comes_the_more_often_it_is_backed_up(long growth, int? newMessagesPerDay, int everyDays) => Assert.Equal(
        everyDays,
        Advisor.Advise(
            Known.OnePlace with { NewMessagesPerDay = newMessagesPerDay },
            Known.With(Known.Imap with { Quota = null, GrowthBytesPerMonth = growth })).Plan.Backup!.EveryDays);

    [Fact]
    public void A_server_that_deletes_at_once_wants_a_daily_backup_and_keeps_nothing()
    {
        var plan = PlanOf(Known.Pop3 with { ExpiresOnRetrieval = true });
        Assert.Equal((1, 0), (plan.Backup!.EveryDays, plan.LeaveOnServerDays));
    }

    [Theory]
    [InlineData(true, null, 14)]
    [InlineData(null, null, 14)]
    [InlineData(false, null, 0)]
    [InlineData(true, 10, 10)]
    [InlineData(true, 60, 14)]
    public void Messages_stay_14_days_where_Uidl_and_the_server_allow_it(bool? uidl, int? expireDays, int days) =>
        Assert.Equal(days, PlanOf(Known.Pop3 with { Uidl = uidl, ExpireDays = expireDays }, usage: Known.OnePlace with { Priority = Priority.Speed }).LeaveOnServerDays);

    [Fact]
    public void Nothing_is_left_on_a_server_whose_quota_is_the_reason() =>
        Assert.Equal(0, Advisor.Advise(Known.OnePlace, Known.With(Known.Imap with { Quota = new(95, 100) })).Plan.LeaveOnServerDays);

    [Theory]
    [InlineData(3, 1, PlanCause.SeveralDevices)]
    [InlineData(1, 2, PlanCause.SeveralPeople)]
    public void Where_others_fetch_too_copies_stay_and_a_full_mailbox_is_archived(int devices, int people, PlanCause cause)
    {
        var plan = Pop3AskedFor(Known.OnePlace with { Devices = devices, People = people }, Known.With(Known.Imap with { Quota = new(950, 1000), InboxBytes = 900 }));
        Assert.Equal((14, new ArchivePlan(null, 351)), (plan.LeaveOnServerDays, plan.Archive));
        Assert.Equal([PlanStepCode.HeedTheUse, PlanStepCode.KeepBackup, PlanStepCode.LeaveOnServer, PlanStepCode.Archive], plan.Steps.Select(x => x.Code));
        Assert.Equal([cause, PlanCause.OnlyCopy, cause, PlanCause.Quota], plan.Steps.Select(x => x.Cause));
        foreach (var (language, said) in new[] { (Language.English, "need that time to fetch them, too"), (Language.German, "Zeit, sie ebenfalls abzurufen") })
            Assert.Contains(said, PlanStepReport.From(plan.Steps, AdviceWords.In(language))[2].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void That_fetching_makes_room_is_no_reason_where_copies_stay_for_others()
    {
        var facts = Known.Sides(Known.ImapSide with { Usable = false, Mailbox = Known.Imap with { Quota = new(950, 1000), InboxBytes = 900 } });
        Assert.Contains(Advisor.Advise(Known.OnePlace, facts).Reasons, x => x.Code == ReasonCode.QuotaPressure);
        var advice = Advisor.Advise(Known.OnePlace with { Devices = 3 }, facts);
        Assert.Equal((MailProtocol.Pop3, 14), (advice.Protocol, advice.Plan.LeaveOnServerDays));
        Assert.DoesNotContain(advice.Reasons, x => x.Code == ReasonCode.QuotaPressure);
    }

    [Fact]
    public void A_plan_never_wants_messages_left_on_the_server_and_removed_from_it() => AdviceGen.Case.Sample(
        x =>
        {
            var steps = Advisor.PlanFor(MailProtocol.Pop3, x.Usage with { Today = null }, x.Facts).Steps;
            return steps.All(step => step.Code != PlanStepCode.RemoveFromServer) || Language.All.Select(AdviceWords.In).All(words =>
                !steps.SelectMany(step => new[] { words.Text(step), words.Cause(step), words.Cause(step, isTold: true) }).Any(IsOrderToLeave));
        },
        iter: 1_000);

    [Fact]
    public void Imap_with_room_needs_no_archive() => Assert.Equal(new Plan(null, null, null), Advisor.Advise(new() { Devices = 2 }, Known.Facts).Plan);

    [Fact]
    public void Imap_at_80_percent_is_to_be_archived_now_to_under_60_percent() =>
        Assert.Equal(new ArchivePlan(null, 201), ArchiveFor(used: 800, growth: 0));

    [Fact]
    public void Imap_full_within_6_months_is_to_be_archived_before_80_percent_are_used() =>
        Assert.Equal(new ArchivePlan(Known.AsOf.AddDays(60), 201), ArchiveFor(used: 600, growth: 100));

    [Fact]
    public void What_is_to_be_archived_today_is_to_be_archived_now() => Assert.Equal(new ArchivePlan(null, 201), ArchiveFor(used: 600, growth: 100_000));

    [Fact]
    public void Imap_full_in_more_than_6_months_can_wait() => Assert.Null(ArchiveFor(used: 399, growth: 100));

    [Fact]
    public void Without_a_known_instant_no_date_is_told()
    {
        var facts = Known.With(Known.Imap with { Quota = new(600, 1000), GrowthBytesPerMonth = 100 }) with { AsOf = null };
        Assert.Equal(new ArchivePlan(null, 201), Advisor.Advise(new() { Devices = 2 }, facts).Plan.Archive);
    }

    [Fact]
    public void No_protocol_no_plan() =>
        Assert.Equal(new Plan(null, null, null), Advisor.Advise(new(), Known.Sides(Known.ImapSide with { Usable = false }, Known.Pop3Side with { Usable = false })).Plan);

    private static bool IsOrderToLeave(string sentence) => sentence.Contains("leave messages on the server", StringComparison.Ordinal)
        || sentence.Contains("leave fetched messages on the server", StringComparison.Ordinal) || sentence.Contains("auf dem Server belassen", StringComparison.Ordinal)
        || (sentence.Contains("Lassen Sie", StringComparison.Ordinal) && sentence.Contains("auf dem Server", StringComparison.Ordinal));

    private static Plan Pop3AskedFor(Usage usage, KnownFacts facts) => Advisor.PlanFor(MailProtocol.Pop3, usage, facts);

    private static Plan PlanOf(Pop3Maildrop pop3, Backup? backup = Backup.Regular, Usage? usage = null) =>
        Advisor.Advise((usage ?? Known.OnePlace) with { Backup = backup, Priority = Priority.Speed }, Known.With(pop3: pop3)).Plan;

    private static ArchivePlan? ArchiveFor(long used, long growth) =>
        Advisor.Advise(new() { Devices = 2 }, Known.With(Known.Imap with { Quota = new(used, 1000), GrowthBytesPerMonth = growth })).Plan.Archive;
}
