using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Which software a server runs, as far as it says so itself.</summary>
internal static class ServerSoftware
{
    // What the greeting contains → the software's name. Data, in the order in which to look.
    private static readonly (string Mark, string Name)[] Known =
    [
        ("Dovecot", "Dovecot"), ("Cyrus", "Cyrus IMAP"), ("Courier", "Courier"), ("Gimap", "Gmail"), ("Gpop", "Gmail"),
        ("Microsoft Exchange", "Microsoft Exchange"), ("GNU", "GNU Mailutils"), ("hMailServer", "hMailServer"), ("MDaemon", "MDaemon"),
        ("Zimbra", "Zimbra"), ("Stalwart", "Stalwart"), ("Apache James", "Apache James"), ("JAMES", "Apache James"), ("Kerio", "Kerio Connect"),
        ("UW-IMAP", "UW IMAP"), ("Zoho", "Zoho Mail"), ("Oath", "Yahoo Mail"), ("IceWarp", "IceWarp"), ("Maddy", "maddy"),
    ];

    // The same of SMTP's greetings, which name other software, and often an operating system or a distribution beside it.
    private static readonly (string Mark, string Name)[] KnownSubmission =
    [
        ("Postfix", "Postfix"), ("Exim", "Exim"), ("Sendmail", "Sendmail"), ("Microsoft ESMTP MAIL Service", "Microsoft Exchange"), ("gsmtp", "Gmail"),
        ("OpenSMTPD", "OpenSMTPD"), ("Haraka", "Haraka"), ("hMailServer", "hMailServer"), ("MDaemon", "MDaemon"), ("Zimbra", "Zimbra"), ("Stalwart", "Stalwart"),
        ("Apache James", "Apache James"), ("JAMES", "Apache James"), ("Kerio", "Kerio Connect"), ("IceWarp", "IceWarp"), ("Maddy", "maddy"), ("Zoho", "Zoho Mail"),
        ("Dovecot", "Dovecot"), ("Cyrus", "Cyrus"), ("Courier", "Courier"), ("qmail", "qmail"), ("MailEnable", "MailEnable"), ("Axigen", "Axigen"),
        ("CommuniGate", "CommuniGate Pro"), ("SmarterMail", "SmarterMail"), ("Nemesis", "Nemesis"),
    ];

    /// <summary>
    /// POP3's IMPLEMENTATION (RFC 2449 §6.9) where given, else a name recognised in the greeting; null where neither tells.
    /// </summary>
    internal static string? Name(MailProtocol protocol, string? greeting, CapabilitySet? capabilities)
    {
        if (capabilities?.Argument("IMPLEMENTATION") is { Length: > 0 } stated) return ServerText.Of(stated);
        return greeting is null ? null : (protocol.ReadsMail() ? Known : KnownSubmission).Where(known => greeting.Contains(known.Mark, StringComparison.OrdinalIgnoreCase)).Select(known => known.Name).FirstOrDefault();
    }
}
