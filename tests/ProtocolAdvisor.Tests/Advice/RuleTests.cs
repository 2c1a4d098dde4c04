using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Advice;

public class RuleTests
{
    [Fact]
    public void A_protocol_without_a_usable_endpoint_is_out()
    {
        var reason = Reason(ReasonCode.NoUsableEndpoint, Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { Usable = false }));
        Assert.Equal((MailProtocol.Imap, 1, true), (reason.Favours, reason.Rung, reason.Decisive));
        Assert.Equal(["pop3.usable=false"], reason.Evidence);
    }

    [Fact]
    public void Both_protocols_without_a_usable_endpoint_are_one_reason_against_both()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.Sides(Known.ImapSide with { Usable = false }, Known.Pop3Side with { Usable = false }));
        Assert.Null(advice.Protocol);
        var reason = Assert.Single(advice.Reasons);
        Assert.Null(reason.Favours);
        Assert.True(reason.Decisive);
    }

    [Fact]
    public void Unknown_usability_excludes_nothing() =>
        Assert.Equal(MailProtocol.Pop3, Advisor.Advise(Known.OnePlace, new KnownFacts()).Protocol);

    [Fact]
    public void A_sign_in_refused_here_and_accepted_there_puts_this_one_out()
    {
        var reason = Reason(ReasonCode.SignInRejected, new(), Known.Sides(Known.ImapSide with { SignIn = SignInOutcome.Rejected }));
        Assert.Equal(MailProtocol.Pop3, reason.Favours);
        Assert.Equal(["imap.signIn=rejected", "pop3.signIn=accepted"], reason.Evidence);
    }

    // Google over POP3 and Microsoft over IMAP accept the password, and refuse the mailbox behind it.
    [Theory]
    [InlineData(MailProtocol.Pop3, "-ERR [SYS/PERM] Your account is not enabled for POP access. Please visit your settings page and enable it.")]
    [InlineData(MailProtocol.Imap, "a3 BAD User is authenticated but not connected.")]
    public void A_mailbox_refused_behind_an_accepted_sign_in_is_one_reason_and_no_refused_sign_in(MailProtocol refusing, string reply)
    {
        var (shut, open) = refusing == MailProtocol.Pop3 ? (Pop3s, Imaps) : (Imaps, Pop3s);
        var run = Run(
            With(Healthy(shut), new(SignInOutcome.Accepted), new StepResult(MailStep.OpenMailbox, StepOutcome.Failed, 20, 1, new(MailStep.OpenMailbox, FailureKind.MailboxRefused, reply, 20))),
            With(Healthy(open), new(SignInOutcome.Accepted), new StepResult(MailStep.OpenMailbox, StepOutcome.Completed, 20, 1)));
        var advice = Advisor.Advise(Known.OnePlace, KnownFacts.From(run));
        Assert.Equal(refusing.Other(), advice.Protocol);
        var reason = Assert.Single(advice.Reasons, x => x.Rung == Ladder.Usability);
        Assert.Equal((ReasonCode.MailboxNotOpened, true), (reason.Code, reason.Decisive));
        Assert.All(Language.All, x => Assert.DoesNotContain("refused", AdviceWords.In(x).Text(reason), StringComparison.Ordinal));
    }

    [Fact]
    public void A_mailbox_refused_here_and_a_sign_in_refused_there_are_not_a_sign_in_refused_by_both()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.Sides(Known.ImapSide with { SignIn = SignInOutcome.Rejected }, Known.Pop3Side with { SignIn = SignInOutcome.Rejected, MailboxOpens = false }));
        Assert.Equal([ReasonCode.SignInRefused, ReasonCode.MailboxNotOpened], advice.Reasons.Where(x => x.Rung == Ladder.Usability).Select(x => x.Code));
    }

    [Fact]
    public void A_sign_in_refused_by_both_excludes_neither() => Absent(
        ReasonCode.SignInRejected, Known.OnePlace, Known.Sides(Known.ImapSide with { SignIn = SignInOutcome.Rejected }, Known.Pop3Side with { SignIn = SignInOutcome.Rejected }));

    [Fact]
    public void Several_devices_put_Pop3_out() =>
        Assert.Equal(["usage.devices=3"], Reason(ReasonCode.MultiDevice, Known.OnePlace with { Devices = 3 }).Evidence);

    [Fact]
    public void Several_people_put_Pop3_out() =>
        Assert.Equal(["usage.people=2"], Reason(ReasonCode.SharedMailbox, Known.OnePlace with { People = 2 }).Evidence);

    [Theory]
    [InlineData(Backup.None, true)]
    [InlineData(null, true)]
    [InlineData(Backup.Regular, false)]
    public void A_server_that_deletes_on_retrieval_puts_Pop3_out_unless_there_is_a_regular_backup(Backup? backup, bool isOut) => Assert.Equal(
        isOut,
        Has(ReasonCode.DeletesOnRetrieval, Known.OnePlace with { Backup = backup }, Known.With(pop3: Known.Pop3 with { ExpiresOnRetrieval = true })));

    [Fact]
    public void Expire_after_zero_days_is_deletion_on_retrieval() => Assert.True(
        Has(ReasonCode.DeletesOnRetrieval, Known.OnePlace with { Backup = Backup.None }, Known.With(pop3: Known.Pop3 with { ExpiresOnRetrieval = null, ExpireDays = 0 })));

    [Fact]
    public void A_device_that_cannot_be_backed_up_puts_Pop3_out() =>
        Assert.Equal(MailProtocol.Imap, Reason(ReasonCode.BackupImpossible, Known.OnePlace with { Backup = Backup.Impossible }).Favours);

    [Theory]
    [InlineData(1, 1, false, true)]
    [InlineData(1, null, null, true)]
    [InlineData(1, null, true, false)]
    [InlineData(null, 1, false, false)]
    public void One_device_must_be_stated_and_nothing_stated_against_it(int? devices, int? people, bool? webmail, bool applies) =>
        Assert.Equal(applies, Has(ReasonCode.SingleDevice, new() { Devices = devices, People = people, Webmail = webmail }));

    [Theory]
    [InlineData(Priority.Speed, ReasonCode.WantsSpeed, MailProtocol.Pop3)]
    [InlineData(Priority.Flexibility, ReasonCode.WantsFlexibility, MailProtocol.Imap)]
    public void A_priority_speaks_for_its_protocol(Priority priority, ReasonCode code, MailProtocol favours) =>
        Stands(favours, 3, Reason(code, Known.OnePlace with { Priority = priority }));

    [Fact]
    public void Offline_reading_speaks_for_Pop3() =>
        Stands(MailProtocol.Pop3, 5, Reason(ReasonCode.OfflineReading, Known.OnePlace with { OfflineReading = true }));

    [Theory]
    [InlineData(899, 1, false)]
    [InlineData(900, 1, true)]
    [InlineData(699, 100, false)]
    [InlineData(700, 100, true)]
    [InlineData(899, 0, false)]
    [InlineData(1200, 0, true)]
    public void A_quota_at_90_percent_or_full_within_3_months_speaks_for_Pop3(long used, long growth, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.QuotaPressure, Known.OnePlace, Known.With(Known.Imap with { Quota = new(used, 1000), GrowthBytesPerMonth = growth })));

    // A server that shows a part of the Inbox over POP3 hands out no more than that.
    [Theory]
    [InlineData(4_000_000_000L, 100_000_000L, false)]
    [InlineData(4_000_000_000L, 4_000_000_000L, true)]
    [InlineData(4_000_000_000L, null, true)]
    [InlineData(100_000_000L, 4_000_000_000L, false)]
    [InlineData(null, 100_000_000L, false)]
    public void Fetching_frees_what_POP3_shows_and_lies_in_the_Inbox(long? inbox, long? shown, bool relieves)
    {
        var facts = Known.With(Known.Imap with { Quota = new(4_750_000_000, 5_000_000_000), InboxBytes = inbox }, Known.Pop3 with { Bytes = shown });
        Assert.Equal(relieves, Has(ReasonCode.QuotaPressure, Known.OnePlace, facts));
        Assert.Equal(relieves, Advisor.Advise(Known.OnePlace, facts).Plan.Archive is null);
    }

    [Fact]
    public void A_quota_of_messages_is_relieved_by_what_POP3_shows_too() => Absent(
        ReasonCode.QuotaPressure, Known.OnePlace, Known.With(Known.Imap with { Quota = null, MessageQuota = new(950, 1000), InboxMessages = 900 }, Known.Pop3 with { Messages = 10 }));

    [Fact]
    public void A_quota_without_a_limit_presses_nobody() =>
        Absent(ReasonCode.QuotaPressure, Known.OnePlace, Known.With(Known.Imap with { Quota = new(5, 0) }));

    [Fact]
    public void Webmail_speaks_for_Imap() => Stands(MailProtocol.Imap, 2, Reason(ReasonCode.Webmail, Known.OnePlace with { Webmail = true }));

    [Theory]
    [InlineData(true, 1000, true)]
    [InlineData(null, 901, false)]
    [InlineData(null, 900, true)]
    [InlineData(false, 100, false)] // what he says outranks what was counted
    public void Folders_speak_for_Imap_when_stated_or_when_a_tenth_lies_outside_the_Inbox(bool? stated, long inbox, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.ServerFolders, Known.OnePlace with { ServerFolders = stated }, Known.With(Known.Imap with { InboxMessages = inbox })));

    [Theory]
    [InlineData(19, 100, false)] // so few may be strays
    [InlineData(20, 100, true)]
    [InlineData(20, 201, false)]
    public void Sorted_messages_matter_from_twenty_and_a_tenth_on(long sorted, long all, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.ServerFolders, Known.OnePlace with { ServerFolders = null }, Known.With(Known.Imap with { Messages = all, InboxMessages = 0, SortedMessages = sorted })));

    // Gmail: each label is a folder that shows its messages again, wherever else they lie.
    [Theory]
    [InlineData(1000, 1500, null)] // all of it lies in the Inbox, under three labels that overlap
    [InlineData(990, 500, null)]
    [InlineData(700, 1500, "imap.sortedMessages=300 imap.percentSorted=30")]
    [InlineData(700, 200, "imap.sortedMessages=200 imap.percentSorted=20")]
    public void What_lies_in_the_Inbox_is_not_sorted_away_whatever_labels_it_bears(long inbox, long labelled, string? evidence)
    {
        var facts = Known.With(Known.Imap with { Messages = 1000, InboxMessages = inbox, SortedMessages = labelled });
        var usage = Known.OnePlace with { ServerFolders = null };
        if (evidence is null) Absent(ReasonCode.ServerFolders, usage, facts);
        else Assert.Equal(evidence.Split(' '), Reason(ReasonCode.ServerFolders, usage, facts).Evidence);
        Assert.Equal(evidence is null ? MailProtocol.Pop3 : MailProtocol.Imap, Advisor.Advise(usage, facts).Protocol);
    }

    [Fact]
    public void An_empty_mailbox_has_nothing_outside_the_Inbox() =>
        Absent(ReasonCode.ServerFolders, Known.OnePlace, Known.With(Known.Imap with { Messages = 0, InboxMessages = 0 }));

    [Theory]
    [InlineData(null, true)]
    [InlineData(Priority.Flexibility, false)]
    [InlineData(Priority.Speed, false)]
    public void No_backup_speaks_for_Imap_and_decides_unless_the_user_says_what_he_wants(Priority? priority, bool decides) =>
        Assert.Equal(decides, Reason(ReasonCode.NoBackup, Known.OnePlace with { Backup = Backup.None, Priority = priority }).Decisive);

    [Theory]
    [InlineData(50, false)] // three questions more for each check are not felt
    [InlineData(400, true)]
    public void Pop3_checks_forecast_a_fifth_and_two_seconds_longer_speak_for_Imap(double roundTripMs, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.Pop3Slower, Known.OnePlace with { NewMessagesPerDay = 10, Link = new UserLink(roundTripMs, 50) }));

    [Fact]
    public void Throughputs_that_were_sampled_one_after_the_other_are_not_compared() =>
        Absent(ReasonCode.Pop3Slower, Known.OnePlace, Known.Sides(Known.ImapSide with { ThroughputBytesPerSecond = 1_340_000 }, Known.Pop3Side with { ThroughputBytesPerSecond = 1_000_000 }));

    [Theory]
    [InlineData(0.1, true)]
    [InlineData(40, false)] // both fill the line; that one came out narrower is noise
    public void A_server_that_sends_much_more_slowly_over_Pop3_is_slower_there(double pop3Mbit, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.Pop3Slower, Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { DownMbit = pop3Mbit })));

    [Fact]
    public void A_sign_in_that_was_slow_once_decides_nothing() => Absent(
        ReasonCode.Pop3Slower, Known.OnePlace with { NewMessagesPerDay = 10 }, Known.Sides(Known.ImapSide.At(x => x with { RoundTripMs = 200 }), Known.Pop3Side.At(x => x with { RoundTripMs = 200, SignInServerMs = 1_500 })));

    [Fact]
    public void Nothing_is_decided_on_a_lower_bound()
    {
        var narrow = Known.Sides(
            Known.ImapSide with { DownMbit = 0.6, DownMbitAtLeast = true, Mailbox = Known.Imap with { LargeMessageBytes = 30_000_000 } }, Known.Pop3Side with { DownMbit = 0.5, DownMbitAtLeast = true });
        Absent(ReasonCode.LargeMessages, Known.OnePlace, narrow);
        Absent(ReasonCode.Pop3Slower, Known.OnePlace, narrow);
    }

    [Theory]
    [InlineData(2, false)]
    [InlineData(1, true)]
    public void Large_messages_speak_for_Pop3_where_they_would_open_two_seconds_later(double downMbit, bool applies) => Assert.Equal(
        applies, Has(ReasonCode.LargeMessages, Known.OnePlace with { Link = new UserLink(50, downMbit) }));

    [Fact]
    public void Missing_Uidl_speaks_for_Imap() =>
        Stands(MailProtocol.Imap, 2, Reason(ReasonCode.Pop3NoUidl, Known.OnePlace with { Backup = null }, Known.With(pop3: Known.Pop3 with { Uidl = false })));

    [Fact]
    public void Missing_Uidl_costs_nothing_where_no_copy_must_stay() => Absent(ReasonCode.Pop3NoUidl, Known.OnePlace, Known.With(pop3: Known.Pop3 with { Uidl = false }));

    [Theory]
    [InlineData(299, false)]
    [InlineData(300, true)]
    public void A_login_delay_of_five_minutes_speaks_for_Imap(int seconds, bool applies) =>
        Assert.Equal(applies, Has(ReasonCode.LoginDelay, Known.OnePlace, Known.With(pop3: Known.Pop3 with { LoginDelaySeconds = seconds })));

    [Theory]
    [InlineData(true, 50, true)]
    [InlineData(true, 49, false)]
    [InlineData(false, 50, false)]
    public void Push_speaks_for_Imap_when_there_is_much_mail(bool idle, int perDay, bool applies) =>
        Assert.Equal(applies, Has(ReasonCode.Push, Known.OnePlace with { NewMessagesPerDay = perDay }, Known.With(Known.Imap with { Idle = idle })));

    private static Reason Reason(ReasonCode code, Usage usage, KnownFacts? facts = null) =>
        Assert.Single(Advisor.Advise(usage, facts ?? Known.Facts).Reasons, x => x.Code == code);

    private static bool Has(ReasonCode code, Usage usage, KnownFacts? facts = null) => Advisor.Advise(usage, facts ?? Known.Facts).Reasons.Any(x => x.Code == code);

    private static void Absent(ReasonCode code, Usage usage, KnownFacts facts) => Assert.False(Has(code, usage, facts));

    private static void Stands(MailProtocol favours, int rung, Reason reason) => Assert.Equal((favours, rung), (reason.Favours, reason.Rung));
}
