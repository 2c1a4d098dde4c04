using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Findings;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>How sure an answer is: what could still move it, and what would settle it.</summary>
public class ConfidenceTests
{
    private static readonly Usage Answered = Known.OnePlace with { Priority = Priority.Speed };

    [Fact]
    public void An_answer_is_sure_once_every_question_is_answered_and_the_sign_in_works() => Sure(AdviceConfidence.High, Answered);

    [Fact]
    public void Each_question_that_could_still_flip_the_answer_makes_it_less_sure_and_is_named()
    {
        Sure(AdviceConfidence.Medium, Answered with { People = null }, OpenPoint.People);
        Sure(AdviceConfidence.Medium, Answered with { Webmail = null }, OpenPoint.Webmail);
        Sure(AdviceConfidence.Medium, Answered with { ServerFolders = null }, OpenPoint.ServerFolders);
        Sure(AdviceConfidence.Medium, Answered with { Priority = null }, OpenPoint.Priority);
        Sure(AdviceConfidence.Medium, Answered with { Backup = null }, OpenPoint.Backup);
        Sure(AdviceConfidence.High, Answered with { OfflineReading = null, NewMessagesPerDay = null });
    }

    [Fact]
    public void Where_the_devices_are_unknown_nobody_is_sure_whatever_else_is_known()
    {
        Sure(AdviceConfidence.Low, new() { Webmail = true }, OpenPoint.Devices);
        Sure(AdviceConfidence.Low, Answered with { Devices = null, Priority = Priority.Flexibility }, OpenPoint.Devices);
    }

    [Theory]
    [InlineData(Backup.None, MailProtocol.Imap, AdviceConfidence.Low)] // one place against no backup: a tie
    [InlineData(null, MailProtocol.Pop3, AdviceConfidence.Low)] // the answer that is missing could make it one
    [InlineData(Backup.Regular, MailProtocol.Pop3, AdviceConfidence.Medium)]
    [InlineData(Backup.Impossible, MailProtocol.Imap, AdviceConfidence.High)]
    public void One_place_without_a_backup_is_a_tie_and_nobody_is_surer_as_long_as_it_may_be_one(Backup? backup, MailProtocol protocol, AdviceConfidence confidence)
    {
        var advice = Advisor.Advise(Known.OnePlace with { Backup = backup }, Known.Facts);
        Assert.Equal((protocol, confidence), (advice.Protocol, advice.Confidence));
    }

    [Fact]
    public void What_was_counted_in_folders_hides_no_tie_as_long_as_the_user_may_deny_it()
    {
        var sorted = Known.With(Known.Imap with { SortedMessages = 600 });
        var unasked = Advisor.Advise(Known.OnePlace with { ServerFolders = null, Backup = Backup.None }, sorted);
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (unasked.Protocol, unasked.Confidence));
        Assert.NotEqual(AdviceConfidence.Low, Advisor.Advise(Known.OnePlace with { ServerFolders = true, Backup = Backup.None }, sorted).Confidence);
    }

    [Fact]
    public void How_many_messages_come_a_day_is_asked_where_another_number_would_make_Pop3_the_slower_one()
    {
        var far = Answered with { Link = new UserLink(500, 50) };
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(far with { NewMessagesPerDay = 100 }, Known.Facts).Protocol);
        Sure(AdviceConfidence.High, Answered with { NewMessagesPerDay = null });
        for (var trip = 300; trip <= 600; trip += 10)
        {
            var unknown = Advisor.Advise(Answered with { Link = new UserLink(trip, 50) }, Known.Facts);
            if (unknown.Protocol != MailProtocol.Pop3 || unknown.Confidence != AdviceConfidence.High) continue;
            Assert.All([0, 5, 20, 50, 200], n => Assert.Equal(MailProtocol.Pop3, Advisor.Advise(Answered with { Link = new UserLink(trip, 50), NewMessagesPerDay = n }, Known.Facts).Protocol));
        }
    }

    [Fact]
    public void Where_only_one_protocol_can_be_used_the_use_does_not_matter() =>
        Assert.Equal(AdviceConfidence.High, Advisor.Advise(new(), Known.Sides(pop3: Known.Pop3Side with { Usable = false })).Confidence);

    [Theory]
    [InlineData(null)]
    [InlineData(SignInOutcome.NotAttempted)]
    [InlineData(SignInOutcome.Unanswered)]
    public void Without_a_sign_in_an_answer_is_not_sure_and_the_sign_in_is_named(SignInOutcome? signIn)
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, Known.Sides(Known.ImapSide with { SignIn = signIn }, Known.Pop3Side with { SignIn = signIn }));
        Assert.Equal(AdviceConfidence.Medium, advice.Confidence);
        Assert.Equal([OpenPoint.SignIn], advice.OpenPoints);
    }

    [Theory]
    [InlineData("NO [SERVERBUG] Internal error occurred")]
    [InlineData("NO [INUSE] locked")]
    public void Where_the_sign_in_worked_and_the_mailbox_stays_shut_for_now_the_mailbox_is_named(string reply)
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, KnownFacts.From(ProducingRuns.SignedIn(MailStep.OpenMailbox, FailureKind.MailboxRefused, reply)));
        Assert.Equal([OpenPoint.Mailbox], advice.OpenPoints);
    }

    [Fact]
    public void A_line_that_the_samples_did_not_fill_is_asked_for_and_its_speed_settles_it()
    {
        var facts = Known.Sides(Known.ImapSide with { DownMbitAtLeast = true }, Known.Pop3Side with { DownMbitAtLeast = true });
        Assert.Equal([OpenPoint.Line], Advisor.Advise(Answered with { Link = null }, facts).OpenPoints);
        Assert.Equal([OpenPoint.Line], Advisor.Advise(Answered with { Link = new UserLink(RoundTripMs: 20) }, facts).OpenPoints);
        Assert.Empty(Advisor.Advise(Answered with { Link = new UserLink(DownMbit: 50) }, facts).OpenPoints);
    }

    [Fact]
    public void What_was_not_measured_and_could_flip_the_answer_is_named()
    {
        var advice = Advisor.Advise(Answered, Known.Sides(Known.ImapSide with { CommandServerMs = null }));
        Assert.Equal(AdviceConfidence.Medium, advice.Confidence);
        Assert.Equal([OpenPoint.Measurement], advice.OpenPoints);
    }

    [Fact]
    public void An_answer_that_could_lead_to_a_server_that_nobody_found_is_a_first_indication()
    {
        var facts = Known.Sides(Known.ImapSide with { Usable = null, SignIn = null });
        Assert.Equal(AdviceConfidence.Low, Advisor.Advise(new() { Devices = 2 }, facts).Confidence);
        Assert.Equal((MailProtocol.Pop3, AdviceConfidence.Low), Of(Advisor.Advise(Answered with { Webmail = null }, facts)));
        Assert.Equal((MailProtocol.Pop3, AdviceConfidence.High), Of(Advisor.Advise(Answered, Known.Sides(Known.ImapSide with { Usable = null }))));

        static (MailProtocol?, AdviceConfidence) Of(Recommendation advice) => (advice.Protocol, advice.Confidence);
    }

    private static void Sure(AdviceConfidence confidence, Usage usage, params OpenPoint[] open)
    {
        var advice = Advisor.Advise(usage, Known.Facts);
        Assert.Equal(confidence, advice.Confidence);
        Assert.Equal(open, advice.OpenPoints);
    }

    [Fact]
    public void Two_exclusions_of_one_protocol_do_not_lift_each_other()
    {
        Assert.Equal(MailProtocol.Imap, Advisor.Advise(Known.OnePlace with { Devices = 2, People = 2 }, Known.Facts).Protocol);
        var broken = Known.Sides(Known.ImapSide with { Usable = false, SignIn = SignInOutcome.Rejected });
        Assert.Equal(MailProtocol.Pop3, Advisor.Advise(Known.OnePlace with { Priority = Priority.Flexibility }, broken).Protocol);
    }

    [Fact]
    public void A_broken_protocol_is_named_by_its_own_name_among_the_changes()
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, Known.Sides(Known.ImapSide with { Usable = false }));
        Assert.Equal(MailProtocol.Pop3, advice.Protocol);
        Assert.Contains(ChangeOfMind.Mending(MailProtocol.Imap, MailProtocol.Imap), advice.ChangesIf);
    }

    [Fact]
    public void Several_people_are_two_and_one_alone_is_one()
    {
        Assert.DoesNotContain(Advisor.Advise(Known.OnePlace with { People = 2 }, Known.Facts).Reasons, x => x.Code == ReasonCode.SingleDevice);
        Assert.Contains(Advisor.Advise(Known.OnePlace, Known.Facts).Reasons, x => x.Code == ReasonCode.SingleDevice);
    }

    [Fact]
    public void Space_for_half_a_year_is_archived_and_what_is_due_tomorrow_has_that_date()
    {
        Assert.NotNull(Archive(400_000, 100_000));
        Assert.Null(Archive(400_000, 99_999));
        Assert.Equal(Known.AsOf.AddDays(1), Archive(790_000, 200_000)!.Before);

        static ArchivePlan? Archive(long used, long growth) => Advisor.Advise(
            new() { Devices = 2 }, Known.With(Known.Imap with { Quota = new(used, 1_000_000), GrowthBytesPerMonth = growth })).Plan.Archive;
    }
}
