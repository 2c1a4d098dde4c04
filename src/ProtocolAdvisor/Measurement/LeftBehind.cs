using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// What POP3 would leave on the server, derived once: finding, plan, comparison and text tell one number. POP3's own count is what it
/// shows, as far as that is another than the Inbox's and fits into the whole: some servers show less over it than the Inbox, and some
/// more. Where it was not asked, it shows the Inbox.
/// </summary>
/// <param name="Messages">Messages that only IMAP shows.</param>
/// <param name="InFolders">Those of them that lie outside the Inbox.</param>
/// <param name="Bytes">The bytes of <paramref name="Messages"/>; null where they are not known.</param>
/// <param name="Folders">The folders that hold them; null where that is not known, and where the Inbox is one of them, or POP3 shows some of it.</param>
/// <param name="AtLeast">Whether it is a lower bound, because not all folders told their count.</param>
internal sealed record LeftBehind(long Messages, long InFolders, long? Bytes, int? Folders, bool AtLeast)
{
    /// <summary>From both views of one mailbox; null where the whole, or what POP3 shows of it, is not known.</summary>
    public static LeftBehind? Of(ImapMailbox? imap, Pop3Maildrop? pop3)
    {
        if (imap?.Messages is not { } all || (imap.InboxMessages ?? pop3?.Messages) is not { } inbox) return null;
        var isItsOwn = pop3?.Messages is { } count && count <= all && FolderCount.AreApart(count, inbox);
        var shown = isItsOwn ? pop3!.Messages!.Value : inbox;
        var shownBytes = isItsOwn || imap.InboxBytes is null ? pop3?.Bytes : imap.InboxBytes;
        var messages = Math.Max(0, all - shown);
        return new(
            messages,
            Math.Min(messages, Math.Max(0, all - inbox)),
            imap.Bytes - shownBytes is { } bytes ? Math.Max(0, bytes) : null,
            isItsOwn ? null : imap.FoldersOutsideInbox,
            imap.AtLeast);
    }
}
