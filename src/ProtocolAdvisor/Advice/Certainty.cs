using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// Confidence, from what the unknown members could still turn the answer into. Each rule that is not certain spans the interval from
/// "does not count" to its weight; a protocol is possible when some point of the intervals leads to it. Knowing less only widens the
/// intervals, so it never raises confidence.
/// </summary>
internal sealed class Certainty(Judgement[] judgements)
{
    /// <summary>A sum nearer to zero than this is close: the other protocol stays possible.</summary>
    private const int CloseSum = 20;

    public AdviceConfidence Of(Situation situation)
    {
        var (imap, pop3, none) = (ImapPossible, Pop3Possible, MayBeOut(MailProtocol.Imap) && MayBeOut(MailProtocol.Pop3));
        if (imap && pop3 && LittleIsKnown(situation)) return AdviceConfidence.Low;
        return new[] { imap, pop3, none }.Count(x => x) == 1 ? AdviceConfidence.High : AdviceConfidence.Medium;
    }

    private bool ImapPossible => !IsOut(MailProtocol.Imap) && (MayBeOut(MailProtocol.Pop3) || LowestSum < CloseSum);

    private bool Pop3Possible => !IsOut(MailProtocol.Pop3) && (MayBeOut(MailProtocol.Imap) || HighestSum > -CloseSum);

    private int LowestSum => judgements.Sum(x => Math.Min(Surely(x), Perhaps(x)));

    private int HighestSum => judgements.Sum(x => Math.Max(Surely(x), Perhaps(x)));

    // The two ends of a preference's interval: what it adds to the sum at all events, and what it may add.
    private static int Surely(Judgement x) => x is { Rule.Excludes: false, Verdict: { Applies: true, Certain: true } } ? x.Rule.SignedWeight : 0;

    private static int Perhaps(Judgement x) => x is { Rule.Excludes: false, Verdict.Certain: false } ? x.Rule.SignedWeight : Surely(x);

    private bool IsOut(MailProtocol protocol) => judgements.Any(x => x.Rule.PutsOut(protocol) && x.Verdict is { Applies: true, Certain: true });

    private bool MayBeOut(MailProtocol protocol) => judgements.Any(x => x.Rule.PutsOut(protocol) && (x.Verdict.Applies || !x.Verdict.Certain));

    private static bool LittleIsKnown(Situation situation) => situation.Usage.Devices is null || situation is { ImapSide.Usable: null, Pop3Side.Usable: null };
}
