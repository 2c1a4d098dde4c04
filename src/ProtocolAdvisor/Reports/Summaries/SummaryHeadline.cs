namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>The outcomes that a report can begin with. Logic picks one; each language says it in a few words.</summary>
internal enum SummaryHeadline
{
    /// <summary>Use IMAP.</summary>
    UseImap,

    /// <summary>Use POP3 and begin a backup.</summary>
    UsePop3,

    /// <summary>Use POP3 and go on with the backup.</summary>
    UsePop3BackedUp,

    /// <summary>Neither suits, from facts that were told.</summary>
    Neither,

    /// <summary>IMAP is needed, and POP3, which could be used, would lose or hide mail.</summary>
    ImapNeeded,

    /// <summary>IMAP is the advice, and no server for it is known to work.</summary>
    ImapServerUnknown,

    /// <summary>POP3 is the advice, and no server for it is known to work.</summary>
    Pop3ServerUnknown,

    /// <summary>The sign-in was refused.</summary>
    SignInRefused,

    /// <summary>The sign-in was refused, and another moment helps.</summary>
    SignInRefusedForNow,

    /// <summary>No answer came to the sign-in.</summary>
    SignInUnanswered,

    /// <summary>What was given cannot be used to sign in here.</summary>
    SignInImpossible,

    /// <summary>The sign-in was not tried, for a reason of ours.</summary>
    SignInNotTried,

    /// <summary>The mailbox behind the sign-in does not open.</summary>
    MailboxShut,

    /// <summary>The mailbox behind the sign-in did not open this time.</summary>
    MailboxShutForNow,

    /// <summary>The mailbox opens, and no message in it could be read.</summary>
    MailUnread,

    /// <summary>No server takes or keeps a connection.</summary>
    NoServerAnswers,

    /// <summary>The server's name leads nowhere.</summary>
    NoSuchServer,

    /// <summary>The server refuses everybody, or us.</summary>
    TurnedAway,

    /// <summary>The certificate is not to be trusted.</summary>
    BadCertificate,

    /// <summary>No encrypted connection comes about.</summary>
    NoEncryption,

    /// <summary>Something else is spoken on the port.</summary>
    OtherService,

    /// <summary>The server breaks the rules, or off.</summary>
    ServerFails,

    /// <summary>The address or the server's name looks misspelled.</summary>
    Misspelled,

    /// <summary>The mail domain does not exist.</summary>
    NoSuchDomain,

    /// <summary>No server was found.</summary>
    NothingFound,

    /// <summary>Other ways lead to the mailbox, and neither IMAP nor POP3 does.</summary>
    OtherWaysOnly,

    /// <summary>What is published leads to no server.</summary>
    SettingsUnusable,

    /// <summary>The operator says that it offers neither protocol.</summary>
    NotOffered,

    /// <summary>Something kept us from finding out.</summary>
    CouldNotFindOut,
}
