using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The decision itself: exclusions first, then the sum of the weights.</summary>
internal static class Choice
{
    public static MailProtocol? In(Situation situation) => Of([.. RuleBook.Judge(situation).Where(x => x.Outcome.Applies)]);

    /// <summary>What these applying rules lead to; null when they exclude both protocols.</summary>
    public static MailProtocol? Of(IReadOnlyCollection<Judgement> applying)
    {
        var imapOut = Excludes(applying, MailProtocol.Imap);
        var pop3Out = Excludes(applying, MailProtocol.Pop3);
        return (imapOut, pop3Out) switch
        {
            (true, true) => null,
            (true, false) => MailProtocol.Pop3,
            (false, true) => MailProtocol.Imap,
            _ => applying.Sum(x => x.Rule.SignedWeight) >= 0 ? MailProtocol.Pop3 : MailProtocol.Imap,
        };
    }

    private static bool Excludes(IEnumerable<Judgement> applying, MailProtocol protocol) => applying.Any(x => x.Rule.Excludes && x.Rule.Favours != protocol);
}
