using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// Whether a run can still change the answer. Whatever may come of a protocol's servers is judged, each time with all that may be measured speaking for IMAP, and speaking for POP3: every
/// measured fact speaks for one of them alone, so that all that may come lies between the two. Where all agree, nothing can change it.
/// </summary>
internal static class Foresight
{
    private const long Huge = 1_000_000_000_000;

    private static readonly bool?[] YesNoUnknown = [true, false, null];
    private static readonly bool[] YesNo = [true, false];
    private static readonly SignInOutcome?[] SignIns = [null, .. Enum.GetValues<SignInOutcome>()];

    // As each would have to be measured to speak for a protocol as much as it can.
    private static readonly ImapMailbox AgainstPop3 = new() { Messages = Huge, SortedMessages = Huge, Bytes = Huge, Idle = true };
    private static readonly ImapMailbox NothingAgainstPop3 = new() { Messages = 0, SortedMessages = 0, Bytes = 0, Idle = false };
    private static readonly Pop3Maildrop UnfitMaildrop = new() { Bytes = Huge, Uidl = false, ExpiresOnRetrieval = true, LoginDelaySeconds = int.MaxValue };
    private static readonly Pop3Maildrop FitMaildrop = new() { Bytes = 0, Uidl = true, ExpiresOnRetrieval = false, LoginDelaySeconds = 0 };

    /// <summary>The protocol that will be recommended at the end of the run, whatever still comes; null where that is open, and where it will be none.</summary>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="run">What is known by now.</param>
    public static MailProtocol? Of(Usage usage, RunSoFar run)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(run);
        return Of(usage, KnownFacts.From(run.Facts), run.Imap, run.Pop3);
    }

    /// <summary>The same of what a run knows, in the terms of the advice.</summary>
    internal static MailProtocol? Of(Usage usage, KnownFacts known, ProtocolStage imap, ProtocolStage pop3)
    {
        MailProtocol? foreseen = null;
        foreach (var end in Ends(usage, known, imap, pop3))
        {
            if (Ladder.Decide(end).Protocol is not { } protocol || (foreseen ??= protocol) != protocol) return null;
        }

        return foreseen;
    }

    /// <summary>The ends between which the run's own will lie.</summary>
    internal static IEnumerable<Situation> Ends(Usage usage, KnownFacts known, ProtocolStage imapStage, ProtocolStage pop3Stage)
    {
        if ((imapStage, pop3Stage) == (ProtocolStage.Ended, ProtocolStage.Ended)) return [Situation.Of(usage, known, Advisor.ForecastFor(usage, known))];
        return
            from imap in Outcomes(known.Imap ?? new(), imapStage)
            from pop3 in Outcomes(known.Pop3 ?? new(), pop3Stage)
            from forImap in YesNo
            select End(usage, known with
            {
                Imap = imapStage == ProtocolStage.Ended ? imap : imap with { Mailbox = forImap ? AgainstPop3 : NothingAgainstPop3 },
                Pop3 = pop3Stage == ProtocolStage.Ended ? pop3 : pop3 with { Maildrop = forImap ? UnfitMaildrop : FitMaildrop },
            }, forImap);
    }

    // What the forecast says of both over one line is open until both have been measured.
    private static Situation End(Usage usage, KnownFacts facts, bool forImap) => Situation.Of(usage, facts, null) with
    {
        Checks = forImap ? new(1, double.MaxValue, 0, 0, true) : null,
        OpensLargeSlowly = !forImap,
        QuotaSpeaksForPop3 = !forImap,
    };

    // What may become of a protocol's servers. An open mailbox proves the sign-in; what is said behind that may only leave it in doubt.
    private static IEnumerable<T> Outcomes<T>(T known, ProtocolStage stage)
        where T : ProtocolKnowledge => stage switch
        {
            ProtocolStage.ToCome =>
                from usable in YesNoUnknown
                from signIn in SignIns
                from opens in YesNoUnknown
                select Having(known, usable, signIn, opens),
            ProtocolStage.Opened => [Having(known, true, SignInOutcome.Accepted, true), Having(known, true, null, true)],

            // Why it cannot be used, or whether that is known, may hang on the other one.
            ProtocolStage.Ended => known.Usable == true ? [known] : [Having(known, false, known.SignIn, known.MailboxOpens), Having(known, null, known.SignIn, known.MailboxOpens)],
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "A stage of which nobody knows what may come."),
        };

    private static T Having<T>(T known, bool? usable, SignInOutcome? signIn, bool? opens)
        where T : ProtocolKnowledge => (T)((ProtocolKnowledge)known with { Usable = usable, SignIn = signIn, MailboxOpens = opens });
}
