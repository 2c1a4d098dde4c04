using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The decision itself: exclusions first, then the sum of the weights.</summary>
internal static class Choice
{
    /// <summary>What the rules lead to in this situation; null when they exclude both protocols.</summary>
    public static MailProtocol? In(Situation situation) => Of(RuleBook.All, rule => rule.Judge(situation).Applies);

    /// <summary>What these applying rules lead to; null when they exclude both protocols.</summary>
    public static MailProtocol? Of(IReadOnlyList<AdviceRule> rules) => Of(rules, _ => true);

    private static MailProtocol? Of(IReadOnlyList<AdviceRule> rules, Func<AdviceRule, bool> applies)
    {
        var (imapOut, pop3Out, sum) = (false, false, 0);
        for (var i = 0; i < rules.Count; i++)
        {
            if (!applies(rules[i])) continue;
            if (!rules[i].Excludes) sum += rules[i].SignedWeight;
            else if (rules[i].Favours == MailProtocol.Imap) pop3Out = true;
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
