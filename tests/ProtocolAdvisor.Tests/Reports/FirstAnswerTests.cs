using CsCheck;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;
using static ProtocolAdvisor.ProtocolStage;

namespace ProtocolAdvisor.Tests.Reports;

/// <summary>The answer that is told before a run's end, held against the report at its end.</summary>
public class FirstAnswerTests
{
    /// <summary>A run as it ends, another one whose facts stand for what is known before, and how far it has come.</summary>
    private static Gen<(AssessmentFacts Facts, Usage Usage, RunSoFar SoFar)> Case { get; } =
        from end in RunGen.Run
        from other in RunGen.Run
        from imap in AdviceGen.Imap
        from pop3 in AdviceGen.Pop3
        from stages in Gen.Select(Gen.Enum<ProtocolStage>(), Gen.Enum<ProtocolStage>())
        let facts = end.Facts with { Imap = end.Facts.Imap is null ? null : imap.Mailbox, Pop3 = end.Facts.Pop3 is null ? null : pop3.Maildrop }
        let imapStage = Possible(facts, MailProtocol.Imap, stages.Item1)
        let pop3Stage = Possible(facts, MailProtocol.Pop3, stages.Item2)
        select (facts, end.Usage, new RunSoFar(
            facts with
            {
                Endpoints = [.. Before(facts, other.Facts, MailProtocol.Imap, imapStage), .. Before(facts, other.Facts, MailProtocol.Pop3, pop3Stage)],
                Imap = imapStage == Ended ? facts.Imap : null,
                Pop3 = pop3Stage == Ended ? facts.Pop3 : null,
            }, imapStage, pop3Stage));

    [Fact]
    public void The_report_recommends_the_protocol_and_the_server_that_were_told_before()
    {
        var told = 0;
        Case.Sample(
            x =>
            {
                var heading = RunGen.Heading(x.Facts);
                if (new FirstAnswer(heading, x.Usage, Language.English).Of(x.SoFar) is not { } answer) return true;
                Interlocked.Increment(ref told);
                var end = new AssessedRun(heading, x.Facts, x.Usage).Report(Language.English).Recommendation;
                return answer.Protocol == end.Protocol && Place(answer.Endpoint) == Place(end.Endpoint);
            },
            iter: 3_000,
            print: x => $"{x.SoFar.Imap} {x.SoFar.Pop3}\n{Json.Of(x.Usage)}\n{Json.Of(x.SoFar.Facts)}\n{Json.Of(x.Facts)}");
        Assert.True(told > 100, $"It was told in {told} runs only.");
    }

    [Theory]
    [InlineData("en", "Use IMAP")]
    [InlineData("de", "Verwenden Sie IMAP")]
    public void It_is_told_once_in_the_readers_language(string language, string headline)
    {
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps)), Facts.With(Facts.Healthy(Facts.Pop3s)));
        var first = new FirstAnswer(RunGen.Heading(facts), new Usage { Devices = 2 }, Language.All.Single(x => x.Tag == language));
        Assert.Null(first.Of(null));
        Assert.Null(first.Of(new(facts, ToCome, ToCome)));
        Assert.Equal((RecommendedProtocol.Imap, headline, 993, true), first.Of(new(facts, Ended, ToCome)) is { } told ? (told.Protocol, told.Headline, told.Endpoint.Port, told.Provisional) : default);
        Assert.Null(first.Of(new(facts, Ended, Ended)));
    }

    [Fact]
    public void Nothing_is_told_before_the_end_where_the_sign_in_was_refused()
    {
        var refused = new SignInResult(SignInOutcome.Rejected, "PLAIN", 50, "NO", SignInReason.AuthBadCredentials);
        var facts = Facts.Run(Facts.With(Facts.Healthy(Facts.Imaps), refused), Facts.With(Facts.Healthy(Facts.Pop3s), SignInResult.NotAttempted(SignInReason.OtherProtocolRefused)));
        Assert.Null(new FirstAnswer(RunGen.Heading(facts), new Usage { Devices = 2 }, Language.English).Of(new(facts, Ended, Ended)));
    }

    private static (string, int, ConnectionSecurity)? Place(RecommendedEndpoint? endpoint) => endpoint is null ? null : (endpoint.Host, endpoint.Port, endpoint.Security);

    // A mailbox is open where the server opened it; and where a protocol has ended, the facts are those of the end.
    private static ProtocolStage Possible(AssessmentFacts facts, MailProtocol protocol, ProtocolStage wish) =>
        wish != Opened || facts.Of(protocol).Any(x => x is { Probe.Usable: true, SignIn.Outcome: SignInOutcome.Accepted } && x.SessionSteps.Any(IsOpening)) ? wish : ToCome;

    private static bool IsOpening(StepResult step) => step is { Step: MailStep.OpenMailbox, Outcome: StepOutcome.Completed };

    private static IEnumerable<EndpointFacts> Before(AssessmentFacts end, AssessmentFacts other, MailProtocol protocol, ProtocolStage stage) => stage switch
    {
        Ended => end.Of(protocol),
        Opened => end.Of(protocol).Select(x => x with { SessionSteps = [.. x.SessionSteps.TakeWhile(step => step.Step != MailStep.Measure)] }),
        _ => other.Of(protocol),
    };
}
