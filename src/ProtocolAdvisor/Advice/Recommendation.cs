using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>The answer: which protocol, how sure, why, what to do about it, and what would change it. Codes and evidence only; the words are in a table.</summary>
/// <param name="Protocol">The recommended protocol; null when neither can be recommended.</param>
/// <param name="Confidence">How far the answer could still move.</param>
/// <param name="Plan">What to do beside choosing.</param>
/// <param name="Reasons">Rung by rung: the first rung on which a protocol is favoured has decided.</param>
/// <param name="ChangesIf">Single changes that would flip the protocol.</param>
public sealed record Recommendation(
    MailProtocol? Protocol,
    AdviceConfidence Confidence,
    Plan Plan,
    IReadOnlyList<Reason> Reasons,
    IReadOnlyList<ChangeOfMind> ChangesIf)
{
    /// <summary>What would make it surer, the weightiest first; empty where nothing would.</summary>
    public IReadOnlyList<OpenPoint> OpenPoints { get; init; } = [];
}

/// <summary>How far the answer could still move.</summary>
[JsonConverter(typeof(CamelCase<AdviceConfidence>))]
public enum AdviceConfidence
{
    /// <summary>Nobody knows on how many devices mail is read; a tie, or room for one among the answers that are possible; or an answer that is possible rests on "could not find out".</summary>
    Low,

    /// <summary>A single unanswered question or unmeasured fact could change it.</summary>
    Medium,

    /// <summary>No single one would.</summary>
    High,
}

/// <summary>What would make an answer surer.</summary>
[JsonConverter(typeof(CamelCase<OpenPoint>))]
public enum OpenPoint
{
    /// <summary>To be asked: on how many devices mail is read.</summary>
    Devices,

    /// <summary>To be asked: how many people read it.</summary>
    People,

    /// <summary>To be asked: whether webmail is used.</summary>
    Webmail,

    /// <summary>To be asked: whether mail is sorted into folders on the server.</summary>
    ServerFolders,

    /// <summary>To be asked: what matters more.</summary>
    Priority,

    /// <summary>To be asked: whether the device is backed up.</summary>
    Backup,

    /// <summary>To be asked: how many messages come a day. It matters where POP3 would be the slower one with more or fewer of them than the forecast takes for granted.</summary>
    NewMessagesPerDay,

    /// <summary>To be asked: how fast the user's line is (<c>link.downMbit</c>). The samples did not fill the line that they came over, so nothing but the user can tell.</summary>
    Line,

    /// <summary>To be found out: whether there is a server of the recommended protocol that can be used.</summary>
    Servers,

    /// <summary>To be tried: the sign-in over the recommended protocol.</summary>
    SignIn,

    /// <summary>To be tried again: the mailbox behind a sign-in that was accepted.</summary>
    Mailbox,

    /// <summary>To be measured: what POP3 takes, and what its server does.</summary>
    Measurement,

    /// <summary>To be measured again: the answer rests on a forecast.</summary>
    Forecast,

    /// <summary>To be tried again: the sign-in over the other protocol.</summary>
    OtherSignIn,
}

/// <summary>One rule that applied.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Favours">The protocol that it speaks for; null when it speaks for neither.</param>
/// <param name="Rung">The rung that it stands on, 1 to 5: what stands on a lower one is never counted against a higher one.</param>
/// <param name="Decisive">Whether it stands on the rung that decided, and speaks for the answer.</param>
/// <param name="Evidence">The facts it rests on, as <c>name=value</c>.</param>
public sealed record Reason(ReasonCode Code, MailProtocol? Favours, int Rung, bool Decisive, IReadOnlyList<string> Evidence);

/// <summary>A single change that would flip the recommendation: another answer, or a broken protocol mended.</summary>
/// <param name="Answer">The question that is answered otherwise; null for a protocol mended.</param>
/// <param name="Value">The other answer, as JSON would write it (<c>2</c>, <c>true</c>, <c>speed</c>).</param>
/// <param name="Protocol">What would then be recommended.</param>
/// <param name="IsOpen">Whether the question has not been answered.</param>
/// <param name="Mended">The protocol that would have to work; null for an answer.</param>
public sealed record ChangeOfMind(OpenPoint? Answer, string? Value, MailProtocol? Protocol, bool IsOpen = false, MailProtocol? Mended = null)
{
    /// <summary>What becomes of it once a broken protocol works.</summary>
    internal static ChangeOfMind Mending(MailProtocol mended, MailProtocol? then) => new(null, null, then, Mended: mended);
}

/// <summary>The rules' codes; see the table of the decision.</summary>
[JsonConverter(typeof(KebabCase<ReasonCode>))]
public enum ReasonCode
{
    /// <summary>No endpoint of the protocol can be spoken to securely.</summary>
    NoUsableEndpoint,

    /// <summary>Sign-in works with the other protocol and is refused here, for a reason that lasts.</summary>
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

    /// <summary>Nobody has said on how many devices mail is read.</summary>
    UseUnknown,

    /// <summary>The mailbox is so large that a device without a backup should not hold it alone.</summary>
    LargeMailbox,

    /// <summary>No server is known for the recommended protocol, and nobody could find out whether there is one.</summary>
    EndpointUnknown,

    /// <summary>Both protocols refused the sign-in, so that the use alone decides.</summary>
    SignInRefusedByBoth,

    /// <summary>The sign-in works with the other protocol, and nobody could find out whether it does with the recommended one.</summary>
    SignInUnproven,

    /// <summary>The recommended protocol refused the sign-in, and the other one is no way out.</summary>
    SignInRefused,

    /// <summary>No answer came to the sign-in over the recommended protocol, nor is it known to work over the other.</summary>
    SignInUnanswered,

    /// <summary>The sign-in works with IMAP, and POP3's server gave no answer to it.</summary>
    SignInProven,
}
