using System.Globalization;
using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>Whole answers that a sum of weights got wrong, and others of their kind: one device, one person, no webmail.</summary>
public class LadderTests
{
    private const long Gigabyte = 1_000_000_000;
    private static readonly Usage One = new() { Devices = 1, People = 1, Webmail = false };
    private static readonly ImapMailbox Full = Known.Imap with { Quota = new(1_900_000_000, 2 * Gigabyte), Bytes = 1_900_000_000, InboxBytes = 50_000_000, SortedMessages = 0 };

    [Fact]
    public void Fetching_a_small_Inbox_frees_no_full_server()
    {
        var advice = Advisor.Advise(One with { Priority = Priority.Speed }, Known.With(Full));
        Assert.Equal(MailProtocol.Pop3, advice.Protocol);
        Assert.DoesNotContain(advice.Reasons, x => x.Code == ReasonCode.QuotaPressure);
        Assert.Equal(1_850_000_000 - 1_200_000_000 + 1, advice.Plan.Archive!.BytesToFree);
        Assert.Equal((PlanStepCode.Archive, PlanCause.FetchingFreesTooLittle), (advice.Plan.Steps[^1].Code, advice.Plan.Steps[^1].Cause));

        var relieved = Advisor.Advise(One with { Priority = Priority.Speed }, Known.With(Full with { InboxBytes = 400_000_000 }, Known.Pop3 with { Bytes = 400_000_000 }));
        Assert.Contains(relieved.Reasons, x => x.Code == ReasonCode.QuotaPressure);
        Assert.Equal((0, null), (relieved.Plan.LeaveOnServerDays, relieved.Plan.Archive));
    }

    [Fact]
    public void Small_wishes_together_do_not_take_away_the_folders()
    {
        var facts = Known.With(Full with { Messages = 4_000, InboxMessages = 1_000 });
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One with { ServerFolders = true, Priority = Priority.Speed, OfflineReading = true }, facts).Protocol);
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One with { Webmail = true, Priority = Priority.Speed, OfflineReading = true }, facts).Protocol);
    }

    [Fact]
    public void What_the_user_says_he_wants_is_not_outweighed_by_what_tips_a_balance()
    {
        var fullSoon = Known.With(Known.Imap with { Quota = new(700, 1000), InboxBytes = 700, GrowthBytesPerMonth = 150 });
        var advice = Advisor.Advise(One with { Priority = Priority.Flexibility, OfflineReading = true }, fullSoon);
        Assert.Equal(MailProtocol.Imap, advice.Protocol);
        Assert.Contains(advice.Reasons, x => x is { Code: ReasonCode.QuotaPressure, Decisive: false });
    }

    [Fact]
    public void Sent_and_deleted_mail_is_not_sorted_and_what_he_says_outranks_the_count()
    {
        var measured = Known.With(Known.Imap with { Messages = 49, InboxMessages = 40, SortedMessages = 0 });
        Assert.Equal(MailProtocol.Pop3, Advisor.Advise(One with { Priority = Priority.Speed }, measured).Protocol);

        var sorted = Known.With(Known.Imap with { Messages = 98, InboxMessages = 49, SortedMessages = 49 });
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One with { Priority = Priority.Speed }, sorted).Protocol);
        var said = Advisor.Advise(One with { Priority = Priority.Speed, ServerFolders = false }, sorted);
        Assert.Equal(MailProtocol.Pop3, said.Protocol);
        Assert.Contains("POP3 would leave 49 messages behind", AdviceWords.In(Language.English).Text(said.Plan.Steps.Single(x => x.Code == PlanStepCode.TakeFoldersAlong)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(Priority.Speed)]
    public void What_was_seen_to_work_stands_before_what_gave_no_answer(Priority? priority)
    {
        var advice = Advisor.Advise(
            Known.OnePlace with { Priority = priority }, Known.Sides(pop3: Known.Pop3Side with { SignIn = SignInOutcome.Unanswered }));
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Medium), (advice.Protocol, advice.Confidence));
        Assert.Equal([OpenPoint.OtherSignIn], advice.OpenPoints);
        Assert.StartsWith("The sign-in works with IMAP. Over POP3 no answer came to it", AdviceWords.In(Language.English).Text(advice.Reasons[0]), StringComparison.Ordinal);
        Assert.Equal("Check again: no answer came to the sign-in over POP3 this time.", AdviceWords.In(Language.English).Surer(advice));
        Assert.Equal(MailProtocol.Pop3, Advisor.Advise(Known.OnePlace with { Priority = priority }, Known.Facts).Protocol);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(SignInOutcome.NotAttempted)]
    public void A_sign_in_that_nobody_could_try_to_its_end_is_told_and_lowers_confidence(SignInOutcome? signIn)
    {
        var advice = Advisor.Advise(Known.OnePlace with { Priority = Priority.Speed }, Known.Sides(pop3: Known.Pop3Side with { SignIn = signIn }));
        Assert.Equal((MailProtocol.Pop3, AdviceConfidence.Medium), (advice.Protocol, advice.Confidence));
        Assert.Equal(
            "The sign-in works with IMAP; whether it works with POP3, too, we could not find out. If it does not, use IMAP.",
            AdviceWords.In(Language.English).Text(advice.Reasons.Single(x => x.Code == ReasonCode.SignInUnproven)));
    }

    [Fact]
    public void A_sign_in_that_both_refuse_is_said_first()
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, Known.Sides(Known.ImapSide with { SignIn = SignInOutcome.Rejected }, Known.Pop3Side with { SignIn = SignInOutcome.Rejected }));
        Assert.Equal(MailProtocol.Imap, advice.Protocol);
        Assert.Equal(ReasonCode.SignInRefusedByBoth, advice.Reasons[0].Code);
        Assert.NotEqual(AdviceConfidence.High, advice.Confidence);
    }

    [Theory]
    [InlineData(SignInOutcome.Rejected, SignInOutcome.Unanswered, ReasonCode.SignInRefused, "IMAP refused this sign-in.")]
    [InlineData(SignInOutcome.Rejected, null, ReasonCode.SignInRefused, "IMAP refused this sign-in.")]
    [InlineData(SignInOutcome.Unanswered, SignInOutcome.Unanswered, ReasonCode.SignInUnanswered, "No answer came to the sign-in over IMAP,")]
    [InlineData(SignInOutcome.Unanswered, SignInOutcome.Rejected, ReasonCode.SignInUnanswered, "No answer came to the sign-in over IMAP,")]
    public void What_befell_the_sign_in_is_said_first_whatever_the_other_protocol_did(SignInOutcome imap, SignInOutcome? pop3, ReasonCode code, string said)
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, Known.Sides(Known.ImapSide with { SignIn = imap }, Known.Pop3Side with { SignIn = pop3 }));
        Assert.Equal((MailProtocol.Imap, code), (advice.Protocol, advice.Reasons[0].Code));
        Assert.StartsWith(said, AdviceWords.In(Language.English).Text(advice.Reasons[0]), StringComparison.Ordinal);
        var only = Advisor.Advise(new() { Devices = 2 }, Known.Sides(Known.ImapSide with { SignIn = imap }, Known.Pop3Side with { Usable = false, SignIn = null }));
        Assert.Contains(only.Reasons, x => x.Code == code);
    }

    [Fact]
    public void A_long_wait_between_sign_ins_is_not_speed()
    {
        var facts = Known.With(pop3: Known.Pop3 with { LoginDelaySeconds = 900 });
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One with { Priority = Priority.Speed, NewMessagesPerDay = 200 }, facts).Protocol);
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One, facts).Protocol);
    }

    [Fact]
    public void A_large_mailbox_wants_a_backup_before_it_moves_to_one_device()
    {
        var facts = Known.With(Known.Imap with { Bytes = 40 * Gigabyte, InboxBytes = 40 * Gigabyte }, Known.Pop3 with { Bytes = 40 * Gigabyte });
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(One with { Backup = Backup.None }, facts).Protocol);
        Assert.Contains(Advisor.Advise(One, facts).Reasons, x => x is { Code: ReasonCode.LargeMailbox, Decisive: true });
        var backedUp = Advisor.Advise(One with { Backup = Backup.Regular }, facts);
        Assert.Equal(MailProtocol.Pop3, backedUp.Protocol);
        Assert.Contains(backedUp.Plan.Steps, x => x.Code == PlanStepCode.AllowTime);
    }

    // What stays on the server is on no device: 12 GB beside the Inbox make no download long, and no device a risk.
    [Theory]
    [InlineData(5_000_000L, 5_000_000L, null, null, null)]
    [InlineData(12_000_000_000L, 5_000_000L, null, null, null)] // POP3 shows a part of the Inbox
    [InlineData(null, 5_000_000L, null, null, null)]
    [InlineData(5_000_000L, null, null, null, null)]
    [InlineData(5_000_000L, 12_000_000_000L, "pop3.bytes=12000000000", "POP3 would fetch 12\u00A0GB. So much mail", "POP3 würde 12\u00A0GB abrufen. So viel")]
    [InlineData(12_000_000_000L, null, "imap.inboxBytes=12000000000", "Your Inbox holds 12\u00A0GB. With POP3", "Ihr Posteingang umfasst 12\u00A0GB. Mit POP3")]
    [InlineData(null, null, "imap.bytes=13000000000", "Your mailbox holds 13\u00A0GB. With POP3, all of it that lies in the Inbox", "Ihr Postfach umfasst 13\u00A0GB. Mit POP3 läge davon alles, was im Posteingang ist,")]
    public void What_POP3_would_fetch_makes_a_mailbox_large(long? inbox, long? shown, string? evidence, string? english, string? german)
    {
        var facts = Known.With(Known.Imap with { Bytes = 13 * Gigabyte, InboxBytes = inbox, Quota = null }, Known.Pop3 with { Bytes = shown });
        var advice = Advisor.Advise(One, facts);
        Assert.Equal(evidence is null ? MailProtocol.Pop3 : MailProtocol.Imap, advice.Protocol);
        var reason = advice.Reasons.SingleOrDefault(x => x.Code == ReasonCode.LargeMailbox);
        Assert.Equal(evidence, reason?.Evidence[0]);
        if (reason is not null)
            Assert.All([(Language.English, english), (Language.German, german)], x => Assert.StartsWith(x.Item2!, AdviceWords.In(x.Item1).Text(reason), StringComparison.Ordinal));
        var plan = Advisor.PlanFor(MailProtocol.Pop3, One with { Backup = Backup.Regular }, facts);
        Assert.Equal((shown ?? inbox) is null ? null : evidence?.Split('=')[1], plan.Steps.SingleOrDefault(x => x.Code == PlanStepCode.AllowTime)?.Figures["bytes"]);
    }

    [Fact]
    public void A_protocol_that_nobody_found_a_server_for_is_told_so()
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, Known.Sides(new ImapKnowledge()));
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (advice.Protocol, advice.Confidence));
        Assert.Contains("we know of no IMAP server here, only of one for POP3", AdviceWords.In(Language.English).Text(advice.Reasons[0]), StringComparison.Ordinal);
    }

    [Fact]
    public void The_only_protocol_that_can_be_used_is_recommended_with_what_it_costs()
    {
        var advice = Advisor.Advise(new() { Devices = 3 }, Known.Sides(Known.ImapSide with { Usable = false }));
        Assert.Equal(MailProtocol.Pop3, advice.Protocol);
        Assert.Contains(advice.Reasons, x => x is { Code: ReasonCode.MultiDevice, Decisive: false });
        Assert.Equal((PlanStepCode.HeedTheUse, PlanCause.SeveralDevices), (advice.Plan.Steps[0].Code, advice.Plan.Steps[0].Cause));
    }

    [Fact]
    public void A_plan_for_a_protocol_that_is_only_asked_for_says_what_it_costs_and_leaves_the_mail()
    {
        var plan = Advisor.PlanFor(MailProtocol.Pop3, new() { Devices = 2 }, Known.Facts);
        Assert.Equal([PlanStepCode.HeedTheUse, PlanStepCode.Backup, PlanStepCode.LeaveOnServer], plan.Steps.Select(x => x.Code));
        Assert.Equal(14, plan.LeaveOnServerDays);
    }

    [Fact]
    public void A_server_that_deletes_wants_its_mail_fetched_in_time()
    {
        var steps = Advisor.PlanFor(MailProtocol.Pop3, One, Known.With(pop3: Known.Pop3 with { ExpireDays = 8 })).Steps;
        Assert.Equal([PlanStepCode.Backup, PlanStepCode.LeaveOnServer, PlanStepCode.FetchInTime], steps.Select(x => x.Code));
        Assert.Equal(["7", "8", "8"], steps.Select(x => x.Figures["days"]));
        Assert.Contains("holiday", AdviceWords.In(Language.English).Text(steps[^1]), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5, "after 5 days")]
    [InlineData(1, "after 1 day.")]
    public void How_long_the_server_keeps_mail_is_told_with_its_figure_and_once(int days, string said)
    {
        var plan = Advisor.PlanFor(MailProtocol.Pop3, One, Known.With(pop3: Known.Pop3 with { ExpireDays = days }));
        var steps = PlanReport.From(plan, Language.English).Steps;
        Assert.Equal(3, steps.Count(x => x.Cause == PlanCause.ServerDeletes));
        Assert.Contains(said, Assert.Single(steps, x => x.Reason.Contains("deletes mail by itself", StringComparison.Ordinal)).Reason, StringComparison.Ordinal);
        Assert.All(steps, x => Assert.Equal(days, (long?)x.Figure["keptDays"]));
    }

    [Fact]
    public void A_mailbox_full_of_messages_is_to_be_archived_too()
    {
        var archive = Advisor.Advise(new() { Devices = 2 }, Known.With(Known.Imap with { Quota = null, MessageQuota = new(950, 1000) })).Plan.Archive!;
        Assert.Equal((null, 351), (archive.BytesToFree, archive.MessagesToFree));
        Assert.Contains("about 350 old messages", AdviceWords.In(Language.English).Text(archive), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_both_limits_are_near_both_amounts_are_told_with_the_promise()
    {
        var archive = Advisor.Advise(new() { Devices = 2 }, Known.With(Known.Imap with { Quota = new(850_000_000, 1_000_000_000), MessageQuota = new(950, 1000) })).Plan.Archive!;
        Assert.Equal((250_000_001, 351), (archive.BytesToFree, archive.MessagesToFree));
        Assert.Contains("about 250\u00A0MB or about 350 messages, whichever is more.", AdviceWords.In(Language.English).Text(archive), StringComparison.Ordinal);
        Assert.Contains("rund 250\u00A0MB oder rund 350 Nachrichten, je nachdem, was mehr ist.", AdviceWords.In(Language.German).Text(archive), StringComparison.Ordinal);
    }

    // One number of what POP3 leaves behind, wherever it is told.
    [Theory]
    [InlineData(180, 100, 100, false, "80")]
    [InlineData(180, 100, 120, false, "80")]
    [InlineData(23_914, 8_244, 312, false, "23602")] // POP3 shows a window only
    [InlineData(180, 100, 100, true, "80")]
    public void What_POP3_leaves_behind_is_one_number(long all, long inbox, long shown, bool atLeast, string behind)
    {
        var imap = Known.Imap with { Messages = all, InboxMessages = inbox, Folders = 3, FilledFolders = 3, SortedMessages = 30, AtLeast = atLeast };
        var facts = Known.With(imap, Known.Pop3 with { Messages = shown });
        var step = Assert.Single(Advisor.PlanFor(MailProtocol.Pop3, One, facts).Steps, x => x.Code == PlanStepCode.TakeFoldersAlong);
        Assert.Equal(behind, step.Figures[atLeast ? "atLeastMessages" : "messages"]);
        Assert.Equal(atLeast, AdviceWords.In(Language.English).Text(step).Contains("at least", StringComparison.Ordinal));
        Assert.Equal(atLeast, AdviceWords.In(Language.German).Text(step).Contains("mindestens", StringComparison.Ordinal));
        var note = Comparison.Of(One, facts, Advisor.Advise(One, facts), null).Single(x => x.Topic == ComparisonTopic.Folders).ForYou!;
        Assert.Equal(behind, note.Values["messages"]);
        Assert.Equal(shown < inbox, ComparisonWords.In(Language.English).Text(note).EndsWith("it shows 312 only.", StringComparison.Ordinal));
        Assert.Equal(behind, MailboxComparison.Of(imap, facts.Pop3!.Maildrop)!.MessagesOnlyInImap.ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Amounts_are_told_as_people_speak() => Assert.Contains(
        "about 10\u00A0GB of old mail", AdviceWords.In(Language.English).Text(new ArchivePlan(null, 10_000_000_001)), StringComparison.Ordinal);

    [Fact]
    public void A_change_is_a_patch_that_can_be_sent_as_it_stands_and_a_protocol_mended_is_none_of_the_use()
    {
        var report = RecommendationReport.From(Advisor.Advise(Known.OnePlace, Known.Sides(Known.ImapSide with { Usable = false })), null, Language.English);
        Assert.All(report.ChangesIf, x => Assert.Null(x.Change));
        var advice = RecommendationReport.From(Advisor.Advise(new() { Devices = 2 }, Known.Sides(pop3: Known.Pop3Side with { Usable = false })), null, Language.English);
        Assert.Empty(advice.ChangesIf);
        var changes = RecommendationReport.From(Advisor.Advise(Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { Usable = false })), null, Language.English).ChangesIf;
        Assert.Equal("""{"pop3":{"usable":true,"signIn":"notAttempted","mailboxOpens":true}}""", JsonSerializer.Serialize(Assert.Single(changes).Facts, WireJson.Options));
        Assert.Equal("""{"devices":2}""", JsonSerializer.Serialize(RecommendationReport.From(Advisor.Advise(Known.OnePlace, Known.Facts), null, Language.English).ChangesIf[0].Change, WireJson.Options));
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(100_000_000)]
    public void What_the_caller_tells_counts_as_if_it_had_been_measured(double throughput)
    {
        var told = Known.Sides(Known.ImapSide with { DownMbit = null, ThroughputBytesPerSecond = throughput }, Known.Pop3Side with { DownMbit = null, ThroughputBytesPerSecond = throughput });
        Assert.Equal(Math.Max(0.01, throughput * 8 / 1e6), Advisor.ForecastFor(new(), told)!.Link.DownMbit, 0.01);

        var largest = Known.With(Known.Imap with { LargeMessageBytes = null, LargestMessageBytes = 30_000_000 });
        Assert.NotNull(Advisor.ForecastFor(One with { Link = new UserLink(40, 2) }, largest)![ProtocolAdvisor.Forecasting.MailTask.OpenLargeMessage].Imap);
        Assert.Contains(Advisor.Advise(One with { Link = new UserLink(40, 2) }, largest).Reasons, x => x.Code == ReasonCode.LargeMessages);
    }

    [Theory]
    [InlineData(int.MaxValue, 0)]
    [InlineData(0, int.MaxValue)]
    [InlineData(int.MaxValue, int.MaxValue)]
    public void No_number_of_folders_makes_a_time_negative(int folders, int filled)
    {
        var forecast = Advisor.ForecastFor(new(), Known.With(Known.Imap with { Folders = folders, FilledFolders = filled }))!;
        Assert.All(forecast.Tasks, x => Assert.True(x.Imap is not { Ms: < 0 } and not { RoundTrips: < 0 } and not { Bytes: < 0 }));
    }
}
