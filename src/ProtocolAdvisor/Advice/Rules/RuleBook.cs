using static ProtocolAdvisor.Advice.ReasonCode;
using static ProtocolAdvisor.Advice.Rules.Evidence;
using static ProtocolAdvisor.Mail.MailProtocol;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>The decision's table, rung by rung. One more rule is one line here, and a file only where it computes.</summary>
internal static class RuleBook
{
    private static readonly AdviceRule[] Rules =
    [
        // 1. Which can be used at all?
        new(1, NoUsableEndpoint, Pop3, s => s.ImapSide.Usable == false, s => [Of(Imap, "usable", s.ImapSide.Usable)]),
        new(1, NoUsableEndpoint, Imap, s => s.Pop3Side.Usable == false, s => [Of(Pop3, "usable", s.Pop3Side.Usable)]),
        new(1, SignInRejected, Pop3, s => s.IsRefused(Imap) && s.IsSignedIn(Pop3), SignIns),
        new(1, SignInRejected, Imap, s => s.IsRefused(Pop3) && s.IsSignedIn(Imap), SignIns),
        new(1, MailboxNotOpened, Pop3, s => s.ImapSide.MailboxOpens == false, s => [Of(Imap, "mailboxOpens", s.ImapSide.MailboxOpens)]),
        new(1, MailboxNotOpened, Imap, s => s.Pop3Side.MailboxOpens == false, s => [Of(Pop3, "mailboxOpens", s.Pop3Side.MailboxOpens)]),

        // 2. Would mail be lost or missing with POP3? A backup of which we have not heard is none: what is lost is lost.
        new(2, MultiDevice, Imap, s => s.Usage.Devices >= 2, s => [Of("usage.devices", s.Usage.Devices)]),
        new(2, SharedMailbox, Imap, s => s.Usage.People >= 2, s => [Of("usage.people", s.Usage.People)]),
        new(2, ReasonCode.Webmail, Imap, s => s.Usage.Webmail == true, s => [Of("usage.webmail", s.Usage.Webmail)]),
        new(2, ServerFolders, Imap, s => s.Sorted.Matters, s => s.Sorted.Facts),
        new(2, BackupImpossible, Imap, s => s.Usage.Backup == Backup.Impossible, s => [Of("usage.backup", s.Usage.Backup)]),
        new(2, DeletesOnRetrieval, Imap, s => s is { ExpiresOnRetrieval: true, IsBackedUp: false }, s => [Of("pop3.expiresOnRetrieval", true), Of("usage.backup", s.Usage.Backup)]),
        new(2, Pop3NoUidl, Imap, s => s is { Pop3.Uidl: false, IsBackedUp: false }, s => [Of("pop3.uidl", s.Pop3.Uidl), Of("usage.backup", s.Usage.Backup)]),

        // 3. What does the user say he wants? Speed, unless measurement says that POP3 is not the faster one. And what was seen to work stands before what nobody saw work.
        new(3, WantsFlexibility, Imap, s => s.Usage.Priority == Priority.Flexibility, s => [Of("usage.priority", s.Usage.Priority)]),
        new(3, Pop3Slower, Imap, s => s is { WantsSpeed: true, Pop3IsSlower: true }, DailyChecks.Facts),
        new(3, LoginDelay, Imap, s => s is { WantsSpeed: true, Pop3MakesWait: true }, s => [Of("pop3.loginDelaySeconds", s.Pop3.LoginDelaySeconds)]),
        new(3, SignInProven, Imap, s => s is { WantsSpeed: true, OnlyImapIsProven: true }, SignIns),
        new(3, WantsSpeed, Pop3, s => s is { WantsSpeed: true, Pop3IsSlower: false, Pop3MakesWait: false, OnlyImapIsProven: false }, s => [Of("usage.priority", s.Usage.Priority)]),

        // 4. Is one place enough, as far as we know? With a backup, it is; without one, as much speaks against it as for it.
        new(4, UseUnknown, Imap, s => s.Usage.Devices is null, _ => []),
        new(4, NoBackup, Imap, s => s.Usage.Backup == Backup.None, s => [Of("usage.backup", s.Usage.Backup)]),
        new(4, LargeMailbox, Imap, s => s is { IsLarge: true, IsBackedUp: false }, s => [Fetched(s), Of("usage.backup", s.Usage.Backup)]),
        new(4, Pop3Slower, Imap, s => s is { WantsSpeed: false, Pop3IsSlower: true }, DailyChecks.Facts),
        new(4, LoginDelay, Imap, s => s is { WantsSpeed: false, Pop3MakesWait: true }, s => [Of("pop3.loginDelaySeconds", s.Pop3.LoginDelaySeconds)]),
        new(4, SignInProven, Imap, s => s is { WantsSpeed: false, OnlyImapIsProven: true }, SignIns),
        new(4, SingleDevice, Pop3, s => s is { IsOnePlace: true, OnePlaceMayDo: true }, Place),

        // 5. What tips it?
        new(5, SingleDevice, Pop3, s => s is { IsOnePlace: true, OnePlaceMayDo: false }, Place),
        new(5, OfflineReading, Pop3, s => s.Usage.OfflineReading == true, s => [Of("usage.offlineReading", s.Usage.OfflineReading)]),
        new(5, LargeMessages, Pop3, s => s.OpensLargeSlowly, LargeMessagesRule.Facts),
        new(5, QuotaPressure, Pop3, s => s.QuotaSpeaksForPop3, s => s.Outlook!.Facts),
        new(5, OperatorPrefers, Pop3, s => s.Preferred == Pop3, s => [Of("preferred", s.Preferred)]),
        new(5, Push, Imap, s => s is { Imap.Idle: true, Usage.NewMessagesPerDay: >= ManyMessagesPerDay }, s => [Of("imap.idle", s.Imap.Idle), Of("usage.newMessagesPerDay", s.Usage.NewMessagesPerDay)]),
        new(5, OperatorPrefers, Imap, s => s.Preferred == Imap, s => [Of("preferred", s.Preferred)]),
    ];

    private const int ManyMessagesPerDay = 50;

    /// <summary>The table, from the first rung to the last.</summary>
    public static ReadOnlySpan<AdviceRule> All => Rules;

    /// <summary>The rules that apply, in the table's order.</summary>
    public static AdviceRule[] Applying(Situation situation) => Array.FindAll(Rules, rule => rule.Applies(situation));

    private static string?[] SignIns(Situation s) => [Of(Imap, "signIn", s.ImapSide.SignIn), Of(Pop3, "signIn", s.Pop3Side.SignIn)];

    // As the report has it: the member that the amount comes from.
    private static string? Fetched(Situation s) => s switch
    {
        { Pop3.Bytes: { } shown } => Of(Pop3, "bytes", shown),
        { Imap.InboxBytes: { } inbox } => Of(Imap, "inboxBytes", inbox),
        _ => Of(Imap, "bytes", s.Imap.Bytes),
    };

    private static string?[] Place(Situation s) => [Of("usage.devices", s.Usage.Devices), Of("usage.people", s.Usage.People), Of("usage.webmail", s.Usage.Webmail)];
}
