using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What the ladder comes to.</summary>
/// <param name="Protocol">The protocol; null where the first rung puts both out.</param>
/// <param name="Rung">The rung that decided.</param>
/// <param name="IsTie">Whether both sides stood on it.</param>
internal readonly record struct Decision(MailProtocol? Protocol, int Rung, bool IsTie);

/// <summary>
/// The decision itself: the first rung on which any rule applies, decides; what stands on lower rungs is never counted against it. On the first rung rules put a protocol out; on
/// any other a tie goes to IMAP, the choice that can be undone.
/// </summary>
internal static class Ladder
{
    /// <summary>The rung on which protocols are put out.</summary>
    public const int Usability = 1;

    /// <summary>What the rules come to. Asked for every what-if, so nothing is kept of what they said.</summary>
    public static Decision Decide(Situation situation) => Decide(situation, RuleBook.All);

    /// <summary>The same by another table, its rungs in order.</summary>
    public static Decision Decide(Situation situation, ReadOnlySpan<AdviceRule> rules)
    {
        var (imap, pop3, rung) = (false, false, 0);
        foreach (var rule in rules)
        {
            if (rule.Rung != rung && (imap || pop3)) break;
            rung = rule.Rung;
            if (!rule.Applies(situation)) continue;
            imap |= rule.Favours == MailProtocol.Imap;
            pop3 |= rule.Favours == MailProtocol.Pop3;
        }

        return (imap, pop3) switch
        {
            (true, true) when rung == Usability => new(null, rung, false),
            (false, true) => new(MailProtocol.Pop3, rung, false),
            _ => new(MailProtocol.Imap, rung, imap == pop3),
        };
    }
}
