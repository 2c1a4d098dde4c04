using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>The mailbox, and what suits it.</summary>
internal static class MailboxEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [QuotaNearlyFull] = new(
            "The mailbox is nearly full",
            "When it is full, new mail is sent back to its senders.",
            "Delete or archive old mail, large attachments first, and empty the trash folder."),
        [QuotaFull] = new(
            "The mailbox is full",
            "New mail is likely to be sent back to its senders now.",
            "Delete or archive old mail today, large attachments first, and empty the trash folder."),
        [SizeEstimated] = new(
            "The mailbox size was not told by the server",
            "The server does not sum up its folders, so we added up messages or estimated from a part of them.",
            "Nothing has to be done; take the size as close, not exact."),
        [SizesDisagree] = new(
            "POP3 shows less than the IMAP Inbox",
            "Some providers show only recent or not yet fetched mail over POP3. Going by POP3 alone, you would miss the rest.",
            "Before choosing POP3, look in the provider's mail settings for which messages POP3 may fetch."),
        [MailboxNotOpened] = new(
            "The mailbox cannot be opened",
            "The sign-in works, so user name and password are right. But the server refuses to open the mailbox behind it, in the words quoted here.",
            "The provider has to repair the mailbox: send them the line quoted here, and try again later."),
        [FetchRefused] = new(
            "The server refuses to hand messages out",
            "The mailbox opens, but messages that we asked for did not come. Mail programs may show a list of messages, or nothing at all.",
            "Ask the provider, with the line quoted here. Until then, use the other protocol or webmail.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Ask the provider, with the line quoted here. Until then, use webmail.",
                [RemedyVariant.OnlyForNow] = "Wait some hours, a day at most, and try again: by its own words, the server refuses only for now. If it stays so, ask the provider, with the line quoted here.",
            },
        },
        [CountsDisagree] = new(
            "The server's own counts contradict each other",
            "It gives different numbers, or impossible ones, for the same messages. We went by what could be proved. Mail programs may overlook messages.",
            "Tell the provider: an index of the mailbox is likely damaged or out of date."),
        [FoldersNotCounted] = new(
            "Not every folder could be counted",
            "Some folders did not tell how much they hold, because the server refused or answered too slowly. So all sums are “at least”, and of the rest nothing is known.",
            "If a folder is refused each time, ask the provider to look at it: mail programs will not get into it either."),
        [FoldersNotListed] = new(
            "The server refuses to list the folders",
            "The Inbox opens, but a mail program cannot learn which folders there are. It will show the Inbox at most, and may report a fault.",
            "Ask the provider, with the line quoted here, whether mail programs may list this account's folders."),
        [MessagesUnreadable] = new(
            "The server lists messages that it does not hand out",
            "It refused messages that we asked for. A mail program may stop at such a message at every check, before it comes to newer ones.",
            "Open the mailbox in the provider's webmail and delete or move what does not open there. Tell the provider.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.NothingWasRead] = "Delete nothing: not one of the messages that we asked for came. Look whether they open in webmail, and tell the provider, who has to repair the mailbox.",
            },
        },
        [ImapNoIdle] = new(
            "The server does not announce new mail",
            "Without IDLE, the mail program finds new mail only when it looks.",
            "Let the mail program check every few minutes."),
        [Pop3NoUidl] = new(
            "POP3 cannot tell old messages from new",
            "The server does not give messages a lasting number (UIDL), so mail left on the server is fetched again and again.",
            "Use IMAP. With POP3, do not leave messages on the server.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.OtherProtocolFails] = "Do not leave messages on the server, and back up your mail. For the provider: enable UIDL.",
            },
        },
        [Pop3ExpirePolicy] = new(
            "The server deletes mail by itself",
            "It announces that messages are removed after the time quoted here, or with 0 days as soon as POP3 has fetched them. What you have not saved elsewhere by then is gone.",
            "Back up right away and regularly. Ask your provider whether mail read over IMAP is kept longer."),
        [FetchSlow] = new(
            "Fetching messages is slow",
            "Messages come more slowly than a usual connection and server let them: busy disks, a limit on your account, or a slow connection between.",
            "Nothing is lost. Let the mail program keep messages on the device; ask the provider about limits."),
    };
}
