using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: mail is sorted into folders on the server, as the user says or as over 10 % of the messages show; POP3 has the Inbox only.</summary>
internal static class ServerFoldersRule
{
    private const double ShareOutsideInbox = 0.1;

    public static Verdict Judge(Situation s) => Verdict.When(s.Usage.ServerFolders | MuchOutside(s.Imap));

    public static string?[] Facts(Situation s) =>
    [
        Evidence.Of("usage.serverFolders", s.Usage.ServerFolders == true ? true : null),
        OutsideInbox(s.Imap) is { } share and > ShareOutsideInbox ? Evidence.Of("imap.percentOutsideInbox", Math.Round(share * 100)) : null,
    ];

    // The share of a part is a lower bound: what is missing lies outside the Inbox.
    private static bool? MuchOutside(ImapMailbox imap) => OutsideInbox(imap) is { } share && (share > ShareOutsideInbox || !imap.AtLeast) ? share > ShareOutsideInbox : null;

    private static double? OutsideInbox(ImapMailbox imap) =>
        imap is { Messages: { } all, InboxMessages: { } inbox } ? all > 0 ? (double)(all - inbox) / all : 0 : null;
}
