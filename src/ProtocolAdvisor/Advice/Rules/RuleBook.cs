using static ProtocolAdvisor.Advice.ReasonCode;
using static ProtocolAdvisor.Mail.MailProtocol;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>The decision's table: every rule, its side and its weight. One more rule is one file and one line here.</summary>
internal static class RuleBook
{
    /// <summary>
    /// <c>use-unknown</c> outweighs all that can speak for POP3 while the number of devices is unknown (speed 30, offline 15,
    /// large messages 15, quota 20): fetched mail that is missing on a second device is harder to bear than a slower client.
    /// </summary>
    private const int UseUnknownWeight = 90;

    /// <summary>The operator knows his servers, the user his habits: it tips a balance and moves nothing else.</summary>
    private const int OperatorWeight = 5;

    /// <summary>Mail that POP3 takes away from webmail, or from folders, is missed every day: that outweighs the same together (85).</summary>
    private const int MissedElsewhereWeight = 90;

    private static readonly AdviceRule[] Rules =
    [
        new(ReasonCode.NoUsableEndpoint, Pop3, AdviceRule.ExclusionWeight, s => NoUsableEndpointRule.Judge(s, Imap), s => NoUsableEndpointRule.Facts(s, Imap)),
        new(ReasonCode.NoUsableEndpoint, Imap, AdviceRule.ExclusionWeight, s => NoUsableEndpointRule.Judge(s, Pop3), s => NoUsableEndpointRule.Facts(s, Pop3)),
        new(SignInRejected, Pop3, AdviceRule.ExclusionWeight, s => SignInRejectedRule.Judge(s, Imap), s => SignInRejectedRule.Facts(s, Imap)),
        new(SignInRejected, Imap, AdviceRule.ExclusionWeight, s => SignInRejectedRule.Judge(s, Pop3), s => SignInRejectedRule.Facts(s, Pop3)),
        new(MailboxNotOpened, Pop3, AdviceRule.ExclusionWeight, s => MailboxNotOpenedRule.Judge(s, Imap), s => MailboxNotOpenedRule.Facts(s, Imap)),
        new(MailboxNotOpened, Imap, AdviceRule.ExclusionWeight, s => MailboxNotOpenedRule.Judge(s, Pop3), s => MailboxNotOpenedRule.Facts(s, Pop3)),
        new(MultiDevice, Imap, AdviceRule.ExclusionWeight, MultiDeviceRule.Judge, MultiDeviceRule.Facts),
        new(SharedMailbox, Imap, AdviceRule.ExclusionWeight, SharedMailboxRule.Judge, SharedMailboxRule.Facts),
        new(DeletesOnRetrieval, Imap, AdviceRule.ExclusionWeight, DeletesOnRetrievalRule.Judge, DeletesOnRetrievalRule.Facts),
        new(BackupImpossible, Imap, AdviceRule.ExclusionWeight, BackupImpossibleRule.Judge, BackupImpossibleRule.Facts),

        new(SingleDevice, Pop3, 40, SingleDeviceRule.Judge, SingleDeviceRule.Facts),
        new(WantsSpeed, Pop3, 30, WantsSpeedRule.Judge, WantsSpeedRule.Facts),
        new(OfflineReading, Pop3, 15, OfflineReadingRule.Judge, OfflineReadingRule.Facts),
        new(LargeMessages, Pop3, 15, LargeMessagesRule.Judge, LargeMessagesRule.Facts),
        new(QuotaPressure, Pop3, 20, QuotaPressureRule.Judge, QuotaPressureRule.Facts),
        new(OperatorPrefers, Pop3, OperatorWeight, s => OperatorPrefersRule.Judge(s, Pop3), OperatorPrefersRule.Facts),

        new(UseUnknown, Imap, UseUnknownWeight, UseUnknownRule.Judge, UseUnknownRule.Facts),
        new(WantsFlexibility, Imap, 60, WantsFlexibilityRule.Judge, WantsFlexibilityRule.Facts),
        new(ReasonCode.Webmail, Imap, MissedElsewhereWeight, WebmailRule.Judge, WebmailRule.Facts),
        new(ServerFolders, Imap, MissedElsewhereWeight, ServerFoldersRule.Judge, ServerFoldersRule.Facts),
        new(NoBackup, Imap, 20, NoBackupRule.Judge, NoBackupRule.Facts),
        new(Pop3Slower, Imap, 40, Pop3SlowerRule.Judge, Pop3SlowerRule.Facts),
        new(Pop3NoUidl, Imap, 40, Pop3NoUidlRule.Judge, Pop3NoUidlRule.Facts),
        new(LoginDelay, Imap, 20, LoginDelayRule.Judge, LoginDelayRule.Facts),
        new(Push, Imap, 10, PushRule.Judge, PushRule.Facts),
        new(OperatorPrefers, Imap, OperatorWeight, s => OperatorPrefersRule.Judge(s, Imap), OperatorPrefersRule.Facts),
    ];

    /// <summary>The table.</summary>
    public static ReadOnlySpan<AdviceRule> All => Rules;

    /// <summary>What every rule says of the situation, in the table's order.</summary>
    public static Judgement[] Judge(Situation situation) => Array.ConvertAll(Rules, rule => new Judgement(rule, rule.Judge(situation)));
}
