using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>
/// Confidence, from what the unknown members could still turn the answer into. Each rule that is not certain spans the interval from
/// "does not count" to its weight; a protocol is possible when some point of the intervals leads to it. Knowing less only widens the
/// intervals, so it never raises confidence.
/// </summary>
internal sealed class Certainty(IReadOnlyList<Judgement> judgements)
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

    private int LowestSum => Preferences.Sum(x => Points(x).Min());

    private int HighestSum => Preferences.Sum(x => Points(x).Max());

    private IEnumerable<Judgement> Preferences => judgements.Where(x => !x.Rule.Excludes);

    private static int[] Points(Judgement x) => x.Outcome.Certain ? [x.Outcome.Applies ? x.Rule.SignedWeight : 0] : [0, x.Rule.SignedWeight];

    private bool IsOut(MailProtocol protocol) => Against(protocol).Any(x => x is { Applies: true, Certain: true });

    private bool MayBeOut(MailProtocol protocol) => Against(protocol).Any(x => x.Applies || !x.Certain);

    private IEnumerable<RuleOutcome> Against(MailProtocol protocol) =>
        judgements.Where(x => x.Rule.Excludes && x.Rule.Favours != protocol).Select(x => x.Outcome);

    private static bool LittleIsKnown(Situation situation) => situation.Usage.Devices is null || situation is { Imap.Usable: null, Pop3.Usable: null };
}
