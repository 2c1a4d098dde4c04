using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Advice;

/// <summary>What the rules look at: the use, what is known of both protocols, and what is forecast from it; a side of which nothing is known has only unknown members.</summary>
internal sealed record Situation(Usage Usage, ImapKnowledge ImapSide, Pop3Knowledge Pop3Side, MailProtocol? Preferred, DateTimeOffset? AsOf, Forecast? Forecast)
{
    /// <summary>The mailbox as IMAP shows it.</summary>
    public ImapMailbox Imap => ImapSide.Mailbox;

    /// <summary>The maildrop as POP3 shows it.</summary>
    public Pop3Maildrop Pop3 => Pop3Side.Maildrop;

    /// <summary>Whether the server deletes what is fetched.</summary>
    public bool? ExpiresOnRetrieval => Pop3.DeletesAtOnce;

    public static Situation Of(Usage usage, KnownFacts facts, Forecast? forecast) => new(usage, facts.Imap ?? new(), facts.Pop3 ?? new(), facts.Preferred, facts.AsOf, forecast);

    /// <summary>Whether a protocol can be used, and how its server is.</summary>
    public ProtocolKnowledge this[MailProtocol protocol] => protocol == MailProtocol.Imap ? ImapSide : Pop3Side;

    /// <summary>The same situation with one protocol's facts changed.</summary>
    public Situation WithWorking(MailProtocol protocol) => protocol == MailProtocol.Imap
        ? this with { ImapSide = ImapSide with { Usable = true, SignIn = null, MailboxOpens = null } }
        : this with { Pop3Side = Pop3Side with { Usable = true, SignIn = null, MailboxOpens = null } };
}
