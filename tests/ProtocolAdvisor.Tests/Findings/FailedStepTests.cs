using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>No step fails in silence.</summary>
public class FailedStepTests
{
    private static readonly MailStep[] OfSession = [MailStep.SignIn, MailStep.OpenMailbox, MailStep.Measure];

    // Ways in which a web page, a document or a look-up of a source fails, never a step at a mail server.
    private static readonly FailureKind[] OfWeb =
    [
        FailureKind.HttpStatus, FailureKind.RedirectRefused, FailureKind.DocumentInvalid, FailureKind.DigestMismatch, FailureKind.AnswerForged, FailureKind.CertificateUntrusted,
    ];

    // Ways in which one step only can fail: it alone asks the question.
    private static readonly Dictionary<FailureKind, MailStep[]> OfStep = new()
    {
        [FailureKind.HostNotFound] = [MailStep.Resolve],
        [FailureKind.NoAddress] = [MailStep.Resolve],
        [FailureKind.LookupFailed] = [MailStep.Resolve],
        [FailureKind.ConnectionReset] = [.. Enum.GetValues<MailStep>().Except([MailStep.Resolve])],
        [FailureKind.GreetingRejected] = [MailStep.Greeting],
        [FailureKind.StartTlsRefused] = [MailStep.StartTls],
        [FailureKind.SignInRejected] = [MailStep.SignIn],
        [FailureKind.MailboxRefused] = [MailStep.OpenMailbox],
        [FailureKind.CommandRefused] = OfSession,
        [FailureKind.FolderListRefused] = [MailStep.OpenMailbox],
        [FailureKind.CapabilityMissing] = [MailStep.Capability, MailStep.StartTls, .. OfSession],
    };

    public static TheoryData<MailStep, FailureKind> All()
    {
        var all = new TheoryData<MailStep, FailureKind>();
        foreach (var step in Enum.GetValues<MailStep>())
        {
            foreach (var kind in Enum.GetValues<FailureKind>().Except(OfWeb).Where(kind => OfStep.GetValueOrDefault(kind)?.Contains(step) != false)) all.Add(step, kind);
        }

        return all;
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Every_step_that_failed_has_a_finding_that_nothing_else_explains(MailStep step, FailureKind kind)
    {
        AssessmentFacts Failing(FailureKind how) => OfSession.Contains(step)
            ? ProducingRuns.SignedIn(step, how, "NO words") : Run(Failed(step == MailStep.StartTls ? Imap : Imaps, step, how, "NO words"));
        var anyway = Diagnosis.Of(Failing(FailureKind.DeadlineReached), null).Select(x => x.Code); // in a run that says it was complete, a deadline has no finding
        Assert.Contains(Diagnosis.Of(Failing(kind) with { Complete = kind != FailureKind.DeadlineReached }, null), x => !anyway.Contains(x.Code));
    }

    [Theory]
    [InlineData("NO [SERVERBUG] Internal error occurred")]
    [InlineData("NO [UNAVAILABLE] try later")]
    [InlineData("-ERR [SYS/TEMP] index unreadable")]
    [InlineData("BAD what")]
    [InlineData(null)]
    public void A_mailbox_that_is_not_opened_is_said_so_whatever_the_words(string? reply)
    {
        var facts = ProducingRuns.SignedIn(MailStep.OpenMailbox, FailureKind.CapabilityMissing, reply);
        var finding = Assert.Single(Diagnosis.Of(facts, null), x => x.Code == FindingCode.MailboxNotOpened);
        Assert.Equal((Severity.Blocking, reply, "mail.example.com:993"), (finding.Severity, finding.Shown(), finding.Endpoint));
    }
}
