using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>
/// What a report begins with: a named outcome, and what stands first. Picked from facts and judgement alone; the words are a table's. Pure.
/// </summary>
/// <param name="State">Whether it works.</param>
/// <param name="Headline">The outcome.</param>
/// <param name="Lines">What stands first, in its order.</param>
internal sealed record Summary(SummaryState State, SummaryHeadline Headline, IReadOnlyList<SummaryLine> Lines)
{
    /// <summary>What must be mended, or must be waited for, before anything works; null where nothing stands in the way.</summary>
    public CauseLine? InTheWay => Lines.OfType<CauseLine>().FirstOrDefault(x => x.Kind != CauseKind.ToMend);

    /// <summary>The cause that stands first; null where none is told.</summary>
    public FindingCode? LeadingCause => Lines.OfType<CauseLine>().FirstOrDefault()?.Finding.Code;

    /// <summary>How the account stands.</summary>
    public Standing Standing => State switch
    {
        SummaryState.Works or SummaryState.ToMend => SignIns.Any() && SignIns.All(x => x.Fate == SignInFate.NotGiven) ? Standing.MailboxUntested
            : State == SummaryState.Works ? Standing.Works : Standing.ToMend,
        SummaryState.DoesNotWork => Headline == SummaryHeadline.SignInRefused ? Standing.SignInRefused : Standing.DoesNotWork,
        _ => Headline == SummaryHeadline.SignInNotTried && SignIns.Any(x => x.Fate is SignInFate.HeldBack or SignInFate.Withheld) ? Standing.HeldBack : Standing.CouldNotFindOut,
    };

    /// <summary>What is wrong behind a sign-in that works; null where nothing is.</summary>
    public MailboxTrouble? Trouble => Headline switch
    {
        SummaryHeadline.MailboxShut or SummaryHeadline.MailboxShutForNow => MailboxTrouble.Shut,
        SummaryHeadline.MailUnread => MailboxTrouble.Unread,
        _ => null,
    };

    /// <summary>
    /// The line that says most below the headline: what the advice means where it works, that nobody signed in where that is all there is to say, else the cause, or what became of the
    /// sign-in. Null where there is none.
    /// </summary>
    public SummaryLine? Lead => Standing switch
    {
        Standing.Works or Standing.ToMend => Lines.OfType<AdviceLine>().FirstOrDefault() ?? First,
        Standing.MailboxUntested => SignIns.First(),
        _ => Lines.OfType<CauseLine>().FirstOrDefault() ?? SignIns.FirstOrDefault(x => x.Fate is > SignInFate.Accepted and < SignInFate.KeptHere) ?? First,
    };

    /// <summary>
    /// What else is to be said there, and nowhere else: neither the causes, which are told with their remedies, nor the advice, nor that all went well, nor once more what the headline says
    /// of the sign-in.
    /// </summary>
    public IEnumerable<SummaryLine> Notes => Lines.Where(x => x != Lead && x is not (CauseLine or AdviceLine or SendingLine { Fate: SendingFate.Works })
        && x is not SignInLine { Fate: SignInFate.Accepted or SignInFate.NotGiven } && !IsInHeadline(x));

    /// <summary>
    /// The lines for whoever has read the headline: that the sign-in was refused is said there, and where in its cause; a line of its own tells only what else there is to it.
    /// </summary>
    public IEnumerable<SummaryLine> Unrepeated => Lines.Where(x => !(x is SignInLine { Fate: SignInFate.Refused, Reason: null } && IsInHeadline(x) && Lines.OfType<CauseLine>().Any()));

    private bool IsInHeadline(SummaryLine line) => (Headline, (line as SignInLine)?.Fate) switch
    {
        (SummaryHeadline.SignInRefused, SignInFate.Refused) or (SummaryHeadline.SignInUnanswered, SignInFate.Unanswered) => true,
        (SummaryHeadline.SignInNotTried, SignInFate.HeldBack or SignInFate.Withheld) => Lines.OfType<CauseLine>().Any(),
        _ => false,
    };

    private SummaryLine? First => Lines is [var first, ..] ? first : null;

    private IEnumerable<SignInLine> SignIns => Lines.OfType<SignInLine>();

    /// <summary>The summary of a run.</summary>
    /// <param name="facts">What was learned.</param>
    /// <param name="judgement">What follows from it.</param>
    /// <param name="credentialsGiven">Whether the request had credentials.</param>
    public static Summary Of(AssessmentFacts facts, Judgement judgement, bool credentialsGiven) =>
        new SummaryJudge(facts, judgement, credentialsGiven).Judge();

    /// <summary>
    /// The outcome of advice on what a caller tells of each protocol: where nobody could sign in, or open the mailbox, that, as for a run.
    /// Why no server can be used is not told there, so neither is it said.
    /// </summary>
    /// <param name="recommendation">The advice.</param>
    /// <param name="known">What it rests on.</param>
    public static SummaryHeadline HeadlineOf(Recommendation recommendation, KnownFacts known)
    {
        // A protocol that is advised and of whose sign-in nothing is told may well work.
        ProtocolKnowledge? advised = recommendation.Protocol switch
        {
            MailProtocol.Imap => known.Imap,
            MailProtocol.Pop3 => known.Pop3,
            MailProtocol.Submission => throw MailProtocol.Submission.IsNotCompared(),
            null => null,
        };
        if (recommendation.Protocol is not null && advised?.SignIn is null or SignInOutcome.NotAttempted) return HeadlineOf(recommendation);
        ProtocolKnowledge?[] sides = [known.Imap, known.Pop3];
        var tried = sides.OfType<ProtocolKnowledge>().Where(x => x.Access.State != AccessState.Unusable).ToList();
        return tried.Exists(x => x is { SignIn: SignInOutcome.Accepted, Opening.State: not AccessState.Unusable }) ? HeadlineOf(recommendation)
            : tried.Exists(x => x.SignIn == SignInOutcome.Accepted) ? SummaryHeadline.MailboxShut
            : tried.Exists(x => x.SignIn == SignInOutcome.Rejected) ? SummaryHeadline.SignInRefused
            : tried.Exists(x => x.SignIn == SignInOutcome.Unanswered) ? SummaryHeadline.SignInUnanswered
            : HeadlineOf(recommendation);
    }

    /// <summary>The outcome of advice alone, without a run.</summary>
    public static SummaryHeadline HeadlineOf(Recommendation recommendation) => recommendation switch
    {
        { Protocol: MailProtocol.Imap } => SummaryHeadline.UseImap,
        { Protocol: MailProtocol.Pop3, Plan.Backup.Needed: false } => SummaryHeadline.UsePop3BackedUp,
        { Protocol: MailProtocol.Pop3 } => SummaryHeadline.UsePop3,
        _ => SummaryHeadline.Neither,
    };
}
