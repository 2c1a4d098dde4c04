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

    public static IReadOnlyList<AdviceRule> All { get; } =
    [
        new(ReasonCode.NoUsableEndpoint, Pop3, AdviceRule.ExclusionWeight, s => NoUsableEndpointRule.Judge(s, Imap)),
        new(ReasonCode.NoUsableEndpoint, Imap, AdviceRule.ExclusionWeight, s => NoUsableEndpointRule.Judge(s, Pop3)),
        new(SignInRejected, Pop3, AdviceRule.ExclusionWeight, s => SignInRejectedRule.Judge(s, Imap)),
        new(SignInRejected, Imap, AdviceRule.ExclusionWeight, s => SignInRejectedRule.Judge(s, Pop3)),
        new(MultiDevice, Imap, AdviceRule.ExclusionWeight, MultiDeviceRule.Judge),
        new(SharedMailbox, Imap, AdviceRule.ExclusionWeight, SharedMailboxRule.Judge),
        new(DeletesOnRetrieval, Imap, AdviceRule.ExclusionWeight, DeletesOnRetrievalRule.Judge),
        new(BackupImpossible, Imap, AdviceRule.ExclusionWeight, BackupImpossibleRule.Judge),

        new(SingleDevice, Pop3, 40, SingleDeviceRule.Judge),
        new(WantsSpeed, Pop3, 30, WantsSpeedRule.Judge),
        new(OfflineReading, Pop3, 15, OfflineReadingRule.Judge),
        new(LargeMessages, Pop3, 15, LargeMessagesRule.Judge),
        new(QuotaPressure, Pop3, 20, QuotaPressureRule.Judge),
        new(OperatorPrefers, Pop3, OperatorWeight, s => OperatorPrefersRule.Judge(s, Pop3)),

        new(UseUnknown, Imap, UseUnknownWeight, UseUnknownRule.Judge),
        new(WantsFlexibility, Imap, 60, WantsFlexibilityRule.Judge),
        new(ReasonCode.Webmail, Imap, MissedElsewhereWeight, WebmailRule.Judge),
        new(ServerFolders, Imap, MissedElsewhereWeight, ServerFoldersRule.Judge),
        new(NoBackup, Imap, 20, NoBackupRule.Judge),
        new(Pop3Slower, Imap, 40, Pop3SlowerRule.Judge),
        new(Pop3NoUidl, Imap, 40, Pop3NoUidlRule.Judge),
        new(LoginDelay, Imap, 20, LoginDelayRule.Judge),
        new(Push, Imap, 10, PushRule.Judge),
        new(OperatorPrefers, Imap, OperatorWeight, s => OperatorPrefersRule.Judge(s, Imap)),
    ];

    /// <summary>What every rule says of the situation, in the table's order.</summary>
    public static IReadOnlyList<Judgement> Judge(Situation situation) => [.. All.Select(rule => new Judgement(rule, rule.Judge(situation)))];
}
