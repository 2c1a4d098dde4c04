using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The decision itself: exclusions first, then the sum of the weights.</summary>
internal struct Choice
{
    private bool _imapIsOut;
    private bool _pop3IsOut;
    private int _sum;

    private readonly MailProtocol? Protocol => (_imapIsOut, _pop3IsOut) switch
    {
        (true, true) => null,
        (true, false) => MailProtocol.Pop3,
        (false, true) => MailProtocol.Imap,
        _ => _sum >= 0 ? MailProtocol.Pop3 : MailProtocol.Imap,
    };

    /// <summary>What the rules lead to in this situation; null when they exclude both protocols. Tried for every what-if, so nothing is kept of what the rules said.</summary>
    public static MailProtocol? In(Situation situation)
    {
        var choice = default(Choice);
        foreach (var rule in RuleBook.All)
        {
            if (rule.Judge(situation).Applies) choice.Weigh(rule);
        }

        return choice.Protocol;
    }

    /// <summary>What these judgements lead to, those of one code left out; null when they exclude both protocols.</summary>
    public static MailProtocol? Of(Judgement[] judgements, ReasonCode? without = null)
    {
        var choice = default(Choice);
        foreach (var (rule, verdict) in judgements)
        {
            if (verdict.Applies && rule.Code != without) choice.Weigh(rule);
        }

        return choice.Protocol;
    }

    private void Weigh(AdviceRule rule)
    {
        _imapIsOut |= rule.PutsOut(MailProtocol.Imap);
        _pop3IsOut |= rule.PutsOut(MailProtocol.Pop3);
        _sum += rule.SignedWeight;
    }
}
