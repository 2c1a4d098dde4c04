using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For IMAP: mail is sorted into folders on the server, as the user says or as over 10 % of the messages show; POP3 has the Inbox only.</summary>
internal static class ServerFoldersRule
{
    private const double ShareOutsideInbox = 0.1;

    public static RuleOutcome Judge(Situation s)
    {
        var share = OutsideInbox(s.Imap);
        return RuleOutcome.When(
            s.Usage.ServerFolders | share.Is(x => x > ShareOutsideInbox),
            Evidence.Of("usage.serverFolders", s.Usage.ServerFolders),
            share > ShareOutsideInbox ? Evidence.Of("imap.percentOutsideInbox", Math.Round(share.Value * 100)) : default);
    }

    private static double? OutsideInbox(ImapKnowledge imap) =>
        imap is { Messages: { } all, InboxMessages: { } inbox } ? all > 0 ? (double)(all - inbox) / all : 0 : null;
}
