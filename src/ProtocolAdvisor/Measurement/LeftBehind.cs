namespace ProtocolAdvisor.Measurement;

/// <summary>The mail that POP3 would not show, reckoned in one place: all but the Inbox, or but what POP3 shows of it, where that is less.</summary>
/// <param name="Messages">Messages; null where they are not known.</param>
/// <param name="Bytes">Their bytes; null where they are not known.</param>
/// <param name="AtLeast">Whether both are lower bounds, because not all folders told their count.</param>
/// <param name="ShownOfInbox">How many messages POP3 shows, where that is less than the Inbox holds: then not only folders are left behind.</param>
internal readonly record struct LeftBehind(long? Messages, long? Bytes, bool AtLeast, long? ShownOfInbox)
{
    public static LeftBehind Of(ImapMailbox imap, Pop3Maildrop? pop3)
    {
        var shown = pop3?.Messages < imap.InboxMessages ? pop3.Messages : null;
        return new(
            Rest(imap.Messages, shown ?? imap.InboxMessages ?? pop3?.Messages),
            Rest(imap.Bytes, shown is not null ? pop3!.Bytes : imap.InboxBytes ?? pop3?.Bytes),
            imap.AtLeast,
            shown);
    }

    private static long? Rest(long? all, long? shown) => all is { } a && shown is { } s ? Math.Max(0, a - s) : null;
}
