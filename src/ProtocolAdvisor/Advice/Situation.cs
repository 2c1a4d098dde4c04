using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What the rules look at: the use, what is known of both protocols, and what is forecast from it; a side of which nothing is known has only unknown members.</summary>
internal sealed record Situation(Usage Usage, ImapKnowledge Imap, Pop3Knowledge Pop3, MailProtocol? Preferred, DateTimeOffset? AsOf, Forecast? Forecast)
{
    /// <summary>The part of the mailbox that keeps its own word for "deletes at once": EXPIRE 0, in whichever member it was told.</summary>
    public bool? ExpiresOnRetrieval => Pop3.ExpireDays == 0 ? true : Pop3.ExpiresOnRetrieval;

    public static Situation Of(Usage usage, KnownFacts facts, Forecast? forecast) => new(usage, facts.Imap ?? new(), facts.Pop3 ?? new(), facts.Preferred, facts.AsOf, forecast);

    public ProtocolKnowledge this[MailProtocol protocol] => protocol switch { MailProtocol.Imap => Imap, MailProtocol.Pop3 => Pop3 };

    /// <summary>The same situation with one protocol's facts changed.</summary>
    public Situation WithWorking(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => this with { Imap = Imap with { Usable = true, SignIn = null, MailboxOpens = null } },
        MailProtocol.Pop3 => this with { Pop3 = Pop3 with { Usable = true, SignIn = null, MailboxOpens = null } },
    };
}
