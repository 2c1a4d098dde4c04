using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>How sure an answer is, at the sums where that changes, and what two reasons for one thing come to.</summary>
public class ConfidenceTests
{
    // For IMAP 60 and 10 and 5, for POP3 40: what is forecast could add 15 more, and then it is just not close.
    private static readonly Usage Flexible = Known.OnePlace with { Priority = Priority.Flexibility, OfflineReading = false, NewMessagesPerDay = 50 };

    [Fact]
    public void Twenty_beyond_what_a_forecast_could_still_take_away_is_sure_for_POP3()
    {
        // For POP3 40 and 30, for IMAP 10: that POP3 is slower could take 40 away.
        var (fast, pushed) = (Known.OnePlace with { Priority = Priority.Speed, NewMessagesPerDay = 50 }, Known.With(Known.Imap with { Idle = true }));
        Assert.Equal(AdviceConfidence.High, Advisor.Advise(fast, pushed).Confidence);
        Assert.Equal(AdviceConfidence.Medium, Advisor.Advise(fast, pushed with { Preferred = MailProtocol.Imap }).Confidence);
    }

    [Fact]
    public void Twenty_beyond_what_a_forecast_could_still_add_is_sure_for_IMAP()
    {
        var pushed = Known.With(Known.Imap with { Idle = true }) with { Preferred = MailProtocol.Imap };
        var sure = Advisor.Advise(Flexible, pushed);
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.High), (sure.Protocol, sure.Confidence));
        Assert.Equal(AdviceConfidence.Medium, Advisor.Advise(Flexible, pushed with { Preferred = null }).Confidence);
    }

    [Fact]
    public void What_is_not_known_could_still_speak_so_that_nobody_is_sure()
    {
        var pushed = Known.With(Known.Imap with { Idle = true, Quota = null }) with { Preferred = MailProtocol.Imap };
        Assert.Equal(AdviceConfidence.Medium, Advisor.Advise(Flexible, pushed).Confidence);
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
        Assert.Null(advice.Protocol);
        Assert.Contains(new ChangeOfMind("imapUsable", "true", MailProtocol.Imap), advice.ChangesIf);
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
