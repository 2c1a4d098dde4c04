using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.ProtocolStage;

namespace ProtocolAdvisor.Tests.Advice;

/// <summary>What is told before a run's end is what it comes to at its end, whatever comes between.</summary>
public class ForesightTests
{
    private const int Runs = 5_000;

    private static Gen<(ProtocolStage Imap, ProtocolStage Pop3)> Stages { get; } = Gen.Select(Gen.Enum<ProtocolStage>(), Gen.Enum<ProtocolStage>());

    /// <summary>A use, what is known now, what will be, and how far the run has come with either protocol.</summary>
    private static Gen<(Usage Usage, KnownFacts Now, KnownFacts End, ProtocolStage Imap, ProtocolStage Pop3)> Case { get; } =
        from now in AdviceGen.Case
        from end in AdviceGen.Case
        from stages in Stages
        from doubt in Gen.Bool
        let imap = Came(end.Facts.Imap!, stages.Imap, doubt)
        let pop3 = Came(end.Facts.Pop3!, stages.Pop3, doubt)
        select (now.Usage,
            now.Facts with { Imap = stages.Imap == Ended ? imap : now.Facts.Imap, Pop3 = stages.Pop3 == Ended ? pop3 : now.Facts.Pop3, Preferred = doubt ? MailProtocol.Pop3 : null },
            end.Facts with { Imap = imap, Pop3 = pop3, Preferred = doubt ? MailProtocol.Pop3 : null }, stages.Imap, stages.Pop3);

    [Fact]
    public void Whatever_still_comes_the_protocol_that_was_foreseen_is_recommended() => Case.Sample(
        x => Foresight.Of(x.Usage, x.Now, x.Imap, x.Pop3) is not { } foreseen || Advisor.Advise(x.Usage, x.End).Protocol == foreseen,
        iter: Runs, print: x => $"{x.Imap} {x.Pop3}\n{Json.Of(x.Usage)}\n{Json.Of(x.Now)}\n{Json.Of(x.End)}");

    // A rule that is added and looks at a fact of which the foresight knows nothing fails here.
    [Fact]
    public void No_rule_rests_on_a_fact_that_the_foresight_does_not_weigh() => Case.Sample(
        x =>
        {
            var ends = Foresight.Ends(x.Usage, x.Now, x.Imap, x.Pop3).ToList();
            var end = Situation.Of(x.Usage, x.End, Advisor.ForecastFor(x.Usage, x.End));
            return RuleBook.All.ToArray().All(rule => ends.Exists(y => rule.Applies(y) == rule.Applies(end)));
        },
        iter: Runs);

    [Fact]
    public void What_nothing_can_change_any_more_is_foreseen()
    {
        var open = (Usage usage, ProtocolStage imap, ProtocolStage pop3) => Foresight.Of(usage, new KnownFacts { Imap = Known(), Pop3 = new() { Usable = true } }, imap, pop3);
        Assert.Equal(MailProtocol.Imap, open(new() { Devices = 2 }, Opened, ToCome));
        Assert.Equal(MailProtocol.Imap, open(new(), Opened, ToCome));
        Assert.Equal(MailProtocol.Imap, open(new() { Devices = 1, Priority = Priority.Flexibility }, Opened, ToCome));
        Assert.Null(open(new() { Devices = 1, Backup = Backup.Regular }, Opened, ToCome));
        Assert.Null(open(new() { Devices = 1, Priority = Priority.Speed }, Ended, Opened));
        Assert.Null(open(new() { Devices = 2 }, ToCome, ToCome));
        Assert.Null(open(new() { Devices = 2 }, ToCome, Opened));
        Assert.Equal(MailProtocol.Pop3, Foresight.Of(new() { Devices = 2 }, new KnownFacts { Imap = new() { Usable = false }, Pop3 = new() { Usable = true } }, Ended, Ended));
        Assert.Equal(MailProtocol.Pop3, Foresight.Of(new() { Devices = 2 }, Rejected, Ended, Opened));
        Assert.Equal(MailProtocol.Pop3, Foresight.Of(new() { Devices = 1, Backup = Backup.Regular }, new KnownFacts { Imap = Known(), Pop3 = new() { Usable = true } }, Ended, Ended));
    }

    private static KnownFacts Rejected => new() { Imap = new() { Usable = true, SignIn = SignInOutcome.Rejected, MailboxOpens = false }, Pop3 = new() { Usable = true } };

    private static ImapKnowledge Known() => new() { Usable = true, SignIn = SignInOutcome.Accepted };

    // As a side may end that has come so far.
    private static T Came<T>(T side, ProtocolStage stage, bool doubt)
        where T : ProtocolKnowledge => stage != Opened ? side
            : (T)((ProtocolKnowledge)side with { Usable = true, SignIn = doubt ? null : SignInOutcome.Accepted, MailboxOpens = true });
}
