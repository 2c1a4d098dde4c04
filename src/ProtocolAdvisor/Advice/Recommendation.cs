using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The answer: which protocol, how sure, why, what to do about it, and what would change it. Codes and evidence only; the words are in a table.</summary>
/// <param name="Protocol">The recommended protocol; null when neither can be recommended.</param>
/// <param name="Confidence">How sure the answer is.</param>
/// <param name="Plan">What to do beside choosing.</param>
/// <param name="Reasons">Exclusions first, then preferences, each in the order of its weight.</param>
/// <param name="ChangesIf">Single changes that would flip the protocol.</param>
public sealed record Recommendation(
    MailProtocol? Protocol, AdviceConfidence Confidence, Plan Plan, IReadOnlyList<Reason> Reasons, IReadOnlyList<ChangeOfMind> ChangesIf);

/// <summary>How sure a recommendation is.</summary>
[JsonConverter(typeof(CamelCase<AdviceConfidence>))]
public enum AdviceConfidence
{
    /// <summary>Little is known.</summary>
    Low,

    /// <summary>Enough is known, or the sum is close.</summary>
    Medium,

    /// <summary>Known facts decide clearly.</summary>
    High,
}

/// <summary>One rule that applied.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Favours">The protocol that it speaks for; null when it speaks against both.</param>
/// <param name="Weight">Its weight, positive; 100 for an exclusion.</param>
/// <param name="Decisive">Whether the answer would be another without it.</param>
/// <param name="Evidence">The facts it rests on, as <c>name=value</c>.</param>
public sealed record Reason(ReasonCode Code, MailProtocol? Favours, int Weight, bool Decisive, IReadOnlyList<string> Evidence);

/// <summary>A single change that would flip the recommendation.</summary>
/// <param name="Change">The member that changes (<c>devices</c>, <c>people</c>, <c>webmail</c>, <c>serverFolders</c>, <c>priority</c>, <c>backup</c>, <c>imapUsable</c>, <c>pop3Usable</c>).</param>
/// <param name="Value">Its new value, as JSON would write it (<c>2</c>, <c>true</c>, <c>speed</c>).</param>
/// <param name="Protocol">What would then be recommended.</param>
public sealed record ChangeOfMind(string Change, string Value, MailProtocol? Protocol);

/// <summary>What to do beside choosing a protocol.</summary>
/// <param name="Backup">For POP3: the backup; null otherwise.</param>
/// <param name="LeaveOnServerDays">For POP3: days to leave fetched messages on the server; null otherwise.</param>
/// <param name="Archive">For IMAP under quota pressure: what to archive; null otherwise.</param>
public sealed record Plan(BackupPlan? Backup, int? LeaveOnServerDays, ArchivePlan? Archive);

/// <summary>The backup that POP3 needs.</summary>
/// <param name="Needed">Whether one must be begun; false where a regular one exists and is to be kept up.</param>
/// <param name="EveryDays">Days between backups.</param>
public sealed record BackupPlan(bool Needed, int EveryDays);

/// <summary>What to move off the server.</summary>
/// <param name="Before">Archive by this date, so that usage falls below 60 % in time; null when it is due now or no date can be told.</param>
/// <param name="BytesToFree">How much must go to fall below 60 %.</param>
public sealed record ArchivePlan(DateTimeOffset? Before, long BytesToFree);

/// <summary>The rules' codes; see the table of the decision.</summary>
[JsonConverter(typeof(KebabCase<ReasonCode>))]
public enum ReasonCode
{
    /// <summary>No endpoint of the protocol could be spoken to securely.</summary>
    NoUsableEndpoint,

    /// <summary>Sign-in works with the other protocol and is refused here.</summary>
    SignInRejected,

    /// <summary>The sign-in works, and the server refuses the mailbox behind it.</summary>
    MailboxNotOpened,

    /// <summary>Several devices.</summary>
    MultiDevice,

    /// <summary>Several people.</summary>
    SharedMailbox,

    /// <summary>The server may delete what was fetched.</summary>
    DeletesOnRetrieval,

    /// <summary>The device cannot be backed up.</summary>
    BackupImpossible,

    /// <summary>One device, one person, no webmail.</summary>
    SingleDevice,

    /// <summary>Speed matters most.</summary>
    WantsSpeed,

    /// <summary>Mail must be readable offline.</summary>
    OfflineReading,

    /// <summary>Large messages open slowly over IMAP on this line.</summary>
    LargeMessages,

    /// <summary>The quota is, or soon will be, used up.</summary>
    QuotaPressure,

    /// <summary>Flexibility matters most.</summary>
    WantsFlexibility,

    /// <summary>Webmail is used.</summary>
    Webmail,

    /// <summary>Mail is sorted into folders on the server.</summary>
    ServerFolders,

    /// <summary>No backup.</summary>
    NoBackup,

    /// <summary>POP3 is slower on this server.</summary>
    [JsonStringEnumMemberName("pop3-slower")]
    Pop3Slower,

    /// <summary>No UIDL.</summary>
    [JsonStringEnumMemberName("pop3-no-uidl")]
    Pop3NoUidl,

    /// <summary>A long wait between sign-ins.</summary>
    LoginDelay,

    /// <summary>New mail is pushed, and there is much of it.</summary>
    Push,

    /// <summary>The operator's published settings prefer the protocol.</summary>
    OperatorPrefers,

    /// <summary>Nothing is known about the use.</summary>
    UseUnknown,
}
