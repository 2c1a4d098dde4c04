namespace ProtocolAdvisor.Measurement;

/// <summary>What POP3 would not show.</summary>
/// <param name="MessagesOnlyInImap">Messages that only IMAP shows.</param>
/// <param name="BytesOnlyInImap">Their bytes.</param>
/// <param name="FoldersOnlyInImap">Folders that only IMAP shows: all beside the Inbox, empty ones among them.</param>
/// <param name="AtLeast">Whether messages and bytes are lower bounds, because not all folders told their count.</param>
public sealed record MailboxComparison(long MessagesOnlyInImap, long BytesOnlyInImap, int FoldersOnlyInImap, bool AtLeast = false)
{
    /// <summary>Holds both views against each other; null unless both are known.</summary>
    public static MailboxComparison? Of(ImapMailbox? imap, Pop3Maildrop? pop3) =>
        imap is { Folders: { } folders } && pop3 is { Messages: not null, Bytes: not null } && LeftBehind.Of(imap, pop3) is { Messages: { } messages, Bytes: { } bytes }
            ? new(messages, bytes, Math.Max(0, folders - 1), imap.AtLeast)
            : null;
}
