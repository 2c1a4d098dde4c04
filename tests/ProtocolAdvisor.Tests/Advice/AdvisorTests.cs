using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Advice;

public class AdvisorTests
{
    [Fact]
    public void Knowing_nothing_the_answer_is_Imap_with_low_confidence_and_says_what_would_change_it()
    {
        var advice = Advisor.Advise(new(), new());
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (advice.Protocol, advice.Confidence));
        Assert.Equal(ReasonCode.UseUnknown, Assert.Single(advice.Reasons).Code);
        Assert.Equal([new ChangeOfMind("devices", "1", MailProtocol.Pop3)], advice.ChangesIf);
    }

    [Fact]
    public void All_that_speaks_for_Pop3_does_not_outweigh_an_unknown_number_of_devices()
    {
        var usage = Known.OnePlace with { Devices = null, Priority = Priority.Speed, OfflineReading = true };
        var advice = Advisor.Advise(usage, Known.With(Known.Imap with { Quota = new(95, 100) }));
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (advice.Protocol, advice.Confidence));
    }

    [Fact]
    public void One_place_and_speed_lead_to_Pop3_with_high_confidence_when_all_is_known()
    {
        var advice = Advisor.Advise(Known.OnePlace with { Priority = Priority.Speed }, Known.Facts);
        Assert.Equal((MailProtocol.Pop3, AdviceConfidence.High), (advice.Protocol, advice.Confidence));
    }

    [Fact]
    public void Several_devices_lead_to_Imap_with_high_confidence_when_Imap_works()
    {
        var advice = Advisor.Advise(new() { Devices = 3 }, Known.Facts);
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.High), (advice.Protocol, advice.Confidence));
    }

    [Fact]
    public void Several_devices_lead_to_Imap_with_medium_confidence_when_no_server_was_looked_at() =>
        Assert.Equal(AdviceConfidence.Medium, Advisor.Advise(new() { Devices = 3 }, new()).Confidence);

    [Fact]
    public void One_device_and_no_server_looked_at_is_low_confidence() =>
        Assert.Equal(AdviceConfidence.Low, Advisor.Advise(Known.OnePlace, new()).Confidence);

    [Fact]
    public void A_sum_of_zero_is_Pop3_and_close()
    {
        var usage = Known.OnePlace with { Priority = Priority.Flexibility };
        var full = Known.With(Known.Imap with { Quota = new(95, 100) });
        var advice = Advisor.Advise(usage, full);
        Assert.Equal((MailProtocol.Pop3, AdviceConfidence.Medium), (advice.Protocol, advice.Confidence));
    }

    [Fact]
    public void A_reason_is_decisive_only_when_the_answer_hangs_on_it()
    {
        var advice = Advisor.Advise(Known.OnePlace with { Priority = Priority.Speed, OfflineReading = true }, Known.With(pop3: Known.Pop3 with { Uidl = false }));
        Assert.Equal(
            [(ReasonCode.SingleDevice, false), (ReasonCode.Pop3NoUidl, false), (ReasonCode.WantsSpeed, false), (ReasonCode.OfflineReading, false)],
            advice.Reasons.Select(x => (x.Code, x.Decisive)));
        Assert.True(Assert.Single(Advisor.Advise(Known.OnePlace with { Devices = 2 }, Known.Facts).Reasons).Decisive);
    }

    [Fact]
    public void With_an_exclusion_preferences_are_not_weighed() =>
        Assert.Equal([ReasonCode.MultiDevice], Advisor.Advise(Known.OnePlace with { Devices = 2, Priority = Priority.Speed }, Known.Facts).Reasons.Select(x => x.Code));

    [Fact]
    public void An_unusable_protocol_is_named_among_the_changes()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { Usable = false }));
        Assert.Equal([new ChangeOfMind("pop3Usable", "true", MailProtocol.Pop3)], advice.ChangesIf);
    }

    [Fact]
    public void A_protocol_with_a_refused_sign_in_is_named_among_the_changes() => Assert.Contains(
        new ChangeOfMind("pop3Usable", "true", MailProtocol.Pop3),
        Advisor.Advise(Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { SignIn = SignInOutcome.Rejected })).ChangesIf);

    [Fact]
    public void Changes_of_use_are_named_when_they_flip_the_answer() => Assert.Equal(
        ["devices=2", "people=2", "webmail=true", "serverFolders=true", "priority=flexibility", "backup=impossible"],
        Advisor.Advise(Known.OnePlace, Known.Facts).ChangesIf.Select(x => $"{x.Change}={x.Value}"));

    [Theory]
    [InlineData(SignInReason.Pop3MailboxInUse, null)]
    [InlineData(SignInReason.AuthRateLimited, null)]
    [InlineData(SignInReason.AccountPop3Disabled, SignInOutcome.Rejected)]
    public void A_refusal_that_means_not_now_leaves_the_sign_in_unknown(SignInReason reason, SignInOutcome? known)
    {
        var run = Facts.Run(Facts.With(Facts.Healthy(Facts.Pop3s), new(SignInOutcome.Rejected, Reason: reason)));
        Assert.Equal(known, KnownFacts.From(run).Pop3!.SignIn);
    }

    [Fact]
    public void A_protocol_that_failed_to_sign_in_anywhere_but_here_is_known_to_work()
    {
        var run = Facts.Run(
            Facts.With(Facts.Healthy(Facts.Imap), new(SignInOutcome.Rejected)), Facts.With(Facts.Healthy(Facts.Imaps), new(SignInOutcome.Accepted)));
        Assert.Equal(SignInOutcome.Accepted, KnownFacts.From(run).Imap!.SignIn);
    }

    [Fact]
    public void A_probe_cut_short_by_the_deadline_leaves_usability_unknown()
    {
        var cut = Facts.Run(Facts.Failed(Facts.Imaps, MailStep.Connect, FailureKind.DeadlineReached), Facts.Failed(Facts.Pop3s, MailStep.Connect, FailureKind.ConnectionRefused));
        var known = KnownFacts.From(cut);
        Assert.Null(known.Imap!.Usable);
        Assert.False(known.Pop3!.Usable);
    }
}
