using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Advice.Rules;
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
        Assert.Equal(
            [new ChangeOfMind(OpenPoint.Devices, "1", MailProtocol.Pop3, IsOpen: true), new ChangeOfMind(OpenPoint.Priority, "speed", MailProtocol.Pop3, IsOpen: true)],
            advice.ChangesIf);
    }

    [Fact]
    public void What_tips_it_does_not_outweigh_an_unknown_number_of_devices()
    {
        var usage = Known.OnePlace with { Devices = null, OfflineReading = true };
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
    public void Several_devices_lead_to_Imap_with_low_confidence_when_no_server_was_looked_at()
    {
        var advice = Advisor.Advise(new() { Devices = 2 }, new());
        Assert.Equal((MailProtocol.Imap, AdviceConfidence.Low), (advice.Protocol, advice.Confidence));
        Assert.Contains(OpenPoint.Servers, advice.OpenPoints);
    }

    [Fact]
    public void One_device_and_no_server_looked_at_is_low_confidence() =>
        Assert.Equal(AdviceConfidence.Low, Advisor.Advise(Known.OnePlace, new()).Confidence);

    [Fact]
    public void A_reason_is_decisive_on_the_rung_that_decided_and_nowhere_else()
    {
        var advice = Advisor.Advise(Known.OnePlace with { Priority = Priority.Speed, OfflineReading = true, Backup = Backup.None }, Known.Facts);
        Assert.Equal(
            [(ReasonCode.WantsSpeed, 3, true), (ReasonCode.NoBackup, 4, false), (ReasonCode.SingleDevice, 4, false), (ReasonCode.OfflineReading, 5, false)],
            advice.Reasons.Select(x => (x.Code, x.Rung, x.Decisive)));
    }

    [Fact]
    public void What_stands_below_the_rung_that_decided_is_still_told() => Assert.Equal(
        [(ReasonCode.MultiDevice, true), (ReasonCode.WantsSpeed, false)],
        Advisor.Advise(Known.OnePlace with { Devices = 2, Priority = Priority.Speed }, Known.Facts).Reasons.Select(x => (x.Code, x.Decisive)));

    [Fact]
    public void A_tie_goes_to_Imap_and_nothing_at_all_does_too()
    {
        var situation = Situation.Of(new(), Known.Facts, null);
        Assert.Equal(new Decision(MailProtocol.Imap, 4, true), Ladder.Decide(situation, [Rule(4, MailProtocol.Pop3), Rule(4, MailProtocol.Imap), Rule(5, MailProtocol.Pop3)]));
        Assert.Equal(new Decision(MailProtocol.Imap, 0, true), Ladder.Decide(situation, []));
        Assert.Equal(new Decision(null, 1, false), Ladder.Decide(situation, [Rule(1, MailProtocol.Pop3), Rule(1, MailProtocol.Imap)]));

        static AdviceRule Rule(int rung, MailProtocol favours) => new(rung, ReasonCode.Push, favours, _ => true, _ => []);
    }

    [Fact]
    public void An_unusable_protocol_is_named_among_the_changes()
    {
        var advice = Advisor.Advise(Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { Usable = false }));
        Assert.Equal([ChangeOfMind.Mending(MailProtocol.Pop3, MailProtocol.Pop3)], advice.ChangesIf);
    }

    [Fact]
    public void A_protocol_with_a_refused_sign_in_is_named_among_the_changes() => Assert.Contains(
        ChangeOfMind.Mending(MailProtocol.Pop3, MailProtocol.Pop3),
        Advisor.Advise(Known.OnePlace, Known.Sides(pop3: Known.Pop3Side with { SignIn = SignInOutcome.Rejected })).ChangesIf);

    [Fact]
    public void Changes_of_use_are_named_when_they_flip_the_answer() => Assert.Equal(
        ["Devices=2", "People=2", "Webmail=true", "ServerFolders=true", "Priority=flexibility", "Backup=none", "Backup=impossible"],
        Advisor.Advise(Known.OnePlace, Known.Facts).ChangesIf.Select(x => $"{x.Answer}={x.Value}"));

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
