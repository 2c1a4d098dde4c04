namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What is wrong behind a sign-in that works.</summary>
internal enum MailboxTrouble
{
    /// <summary>The mailbox does not open.</summary>
    Shut,

    /// <summary>It opens, and no message can be fetched.</summary>
    Unread,
}
