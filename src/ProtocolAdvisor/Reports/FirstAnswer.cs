using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// Tells the answer of one run as soon as nothing that is still to come can change the protocol, and once: the protocol is promised, not that the mailbox works over it. Where the run signs in, the mailbox must be open over that protocol: an answer
/// that begins with a refused sign-in is none to begin with.
/// </summary>
/// <param name="heading">What may be shown of the request.</param>
/// <param name="usage">How the mailbox is used.</param>
/// <param name="language">The reader's.</param>
public sealed class FirstAnswer(ReportHeading heading, Usage usage, Language language)
{
    private bool _isTold;

    /// <summary>The answer; null where it is not certain, or was told before. Asked with ever more, one call at a time.</summary>
    /// <param name="soFar">What the run knows by now; null where that is nothing.</param>
    public ProvisionalReport? Of(RunSoFar? soFar)
    {
        if (_isTold || soFar is null || Foresight.Of(usage, soFar) is not { } protocol) return null;
        var known = KnownFacts.From(soFar.Facts);
        if (heading.Authentication is not null && SideOf(known, protocol) is not { SignIn: SignInOutcome.Accepted, MailboxOpens: true }) return null;
        if (new ServerChoice(soFar.Facts, heading.SignIn).Of(protocol) is not [{ Server: var best }, ..]) return null;
        _isTold = true;
        var headline = new SummaryWords(language).Headline(Summary.HeadlineOf(Advisor.Advise(usage, known)));
        return new(RecommendationReport.Name(protocol), headline, RecommendedEndpoint.Of(best, heading.Shown(best.LoginName)));
    }

    private static ProtocolKnowledge? SideOf(KnownFacts known, MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => known.Imap,
        MailProtocol.Pop3 => known.Pop3,
        MailProtocol.Submission => throw protocol.IsNotCompared(),
    };
}
