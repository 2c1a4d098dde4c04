using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The decision itself: exclusions first, then the sum of the weights.</summary>
internal static class Choice
{
    /// <summary>What the rules lead to in this situation; null when they exclude both protocols.</summary>
    public static MailProtocol? In(Situation situation)
    {
        var applying = new List<AdviceRule>(RuleBook.All.Count);
        foreach (var rule in RuleBook.All)
        {
            if (rule.Judge(situation).Applies) applying.Add(rule);
        }

        return Of(applying);
    }

    /// <summary>What these applying rules lead to; null when they exclude both protocols.</summary>
    public static MailProtocol? Of(List<AdviceRule> applying)
    {
        var (imapOut, pop3Out, sum) = (false, false, 0);
        foreach (var rule in applying)
        {
            if (!rule.Excludes) sum += rule.SignedWeight;
            else if (rule.Favours == MailProtocol.Imap) pop3Out = true;
            else imapOut = true;
        }

        return (imapOut, pop3Out) switch
        {
            (true, true) => null,
            (true, false) => MailProtocol.Pop3,
            (false, true) => MailProtocol.Imap,
            _ => sum >= 0 ? MailProtocol.Pop3 : MailProtocol.Imap,
        };
    }
}
