namespace ProtocolAdvisor.Findings;

/// <summary>What evidence can say in words. Each language's table has a sentence for every member; the comments name its places.</summary>
public enum EvidenceCode
{
    /// <summary><c>count</c> more of the same are not listed.</summary>
    More,

    /// <summary>The run was cut during <c>step</c>.</summary>
    AtStep,

    /// <summary>It ended during <c>step</c>, after <c>ms</c> milliseconds.</summary>
    AtStepAfter,

    /// <summary>No answer during <c>step</c>, for <c>seconds</c>.</summary>
    UnansweredAtStep,

    /// <summary>No answer for <c>seconds</c>.</summary>
    Unanswered,

    /// <summary>Not a word for <c>seconds</c>.</summary>
    Silent,

    /// <summary>The greeting came after <c>seconds</c>.</summary>
    GreetedAfter,

    /// <summary>No connection to the addresses <c>names</c>.</summary>
    NoConnection,

    /// <summary>What failed is <c>kind</c>, during <c>step</c>.</summary>
    FailedAtStep,

    /// <summary>What failed is <c>kind</c>.</summary>
    Failed,

    /// <summary>What failed is <c>kind</c>: <c>detail</c>, an HTTP status or a host.</summary>
    FailedBecause,

    /// <summary>There and back takes <c>ms</c> milliseconds.</summary>
    RoundTrip,

    /// <summary>Nothing of <c>names</c> answered.</summary>
    NoAnswerFrom,

    /// <summary>Another protocol is spoken: <c>protocol</c>.</summary>
    AnswersIn,

    /// <summary>A certificate is valid until <c>date</c>.</summary>
    ValidUntil,

    /// <summary>The same with the <c>time</c> of day.</summary>
    ValidUntilTime,

    /// <summary>A certificate is valid from <c>date</c> on.</summary>
    ValidFrom,

    /// <summary>A certificate, known by the beginning of its <c>fingerprint</c>, is valid until <c>date</c>.</summary>
    Certificate,

    /// <summary>A certificate is at <c>fault</c>.</summary>
    CertificateFault,

    /// <summary>A certificate is at <c>fault</c>, and is valid until <c>date</c>.</summary>
    CertificateFaultUntil,

    /// <summary>A certificate's <c>names</c>.</summary>
    CertificateNames,

    /// <summary>A certificate's <c>issuer</c>.</summary>
    Issuer,

    /// <summary>A key's <c>type</c> and its <c>bits</c>.</summary>
    Key,

    /// <summary>TLS of <c>version</c> or older.</summary>
    TlsOrOlder,

    /// <summary>CAPABILITY is answered without any capability.</summary>
    NoCapabilities,

    /// <summary><c>word</c> is missing from what is offered before TLS.</summary>
    NotOfferedBeforeTls,

    /// <summary><c>word</c> is offered before TLS.</summary>
    OfferedBeforeTls,

    /// <summary><c>word</c> is offered, and <c>missing</c> is not.</summary>
    OfferedWithout,

    /// <summary>The server does not announce <c>word</c>.</summary>
    NotAnnounced,

    /// <summary>EXPIRE, <c>days</c>.</summary>
    Expire,

    /// <summary>EXPIRE 0: at once, when a message was fetched.</summary>
    ExpireAtOnce,

    /// <summary>LOGIN-DELAY, <c>seconds</c>.</summary>
    LoginDelay,

    /// <summary><c>used</c> of <c>limit</c> bytes, <c>percent</c>.</summary>
    SpaceUsed,

    /// <summary><c>used</c> of <c>limit</c> messages, <c>percent</c>.</summary>
    MessagesUsed,

    /// <summary>The sizes of all messages were summed.</summary>
    SizeSummed,

    /// <summary>The size was estimated from a sample.</summary>
    SizeSampled,

    /// <summary>Of <c>folders</c> folders <c>counted</c> were counted, <c>refused</c> refused to say.</summary>
    FoldersCounted,

    /// <summary>POP3 shows <c>messages</c>.</summary>
    Pop3Shows,

    /// <summary>POP3 shows <c>messages</c> of <c>bytes</c> in all.</summary>
    Pop3ShowsBytes,

    /// <summary>IMAP's Inbox shows <c>messages</c>.</summary>
    InboxShows,

    /// <summary>IMAP's Inbox shows <c>messages</c> of <c>bytes</c> in all.</summary>
    InboxShowsBytes,

    /// <summary>The <c>folder</c> has <c>messages</c> by STATUS.</summary>
    CountedByStatus,

    /// <summary>The <c>folder</c> has <c>messages</c> when it is opened.</summary>
    CountedWhenOpened,

    /// <summary><c>messages</c> of a size that cannot be.</summary>
    ImpossibleSizes,

    /// <summary>The POP3 command <c>command</c> tells of <c>messages</c>.</summary>
    CommandCounts,

    /// <summary>The POP3 command <c>command</c> tells of <c>bytes</c>.</summary>
    CommandSums,

    /// <summary><c>lines</c> of a listing name no size.</summary>
    LinesWithoutSize,

    /// <summary>Only <c>ids</c> of the messages' identifiers differ.</summary>
    DifferentIds,

    /// <summary>Of <c>asked</c> messages the server refused <c>refused</c>, over POP3.</summary>
    MessagesRefused,

    /// <summary>The same over IMAP.</summary>
    FetchesRefused,

    /// <summary>At least, where <c>atLeast</c> is 1, <c>messages</c> in <c>folders</c>.</summary>
    OutsideInbox,

    /// <summary>A message takes <c>ms</c> milliseconds in the median, there and back <c>roundTripMs</c>.</summary>
    FetchTakes,

    /// <summary>A message takes <c>ms</c> milliseconds in the median.</summary>
    FetchTakesMs,

    /// <summary><c>bytes</c> come in a second.</summary>
    FetchRate,

    /// <summary>A file's digest is not the published one.</summary>
    OtherDigest,

    /// <summary>A <c>remark</c> on something that came from outside.</summary>
    Remark,

    /// <summary>A <c>remark</c> on what came during <c>step</c>.</summary>
    RemarkAtStep,

    /// <summary>A protocol is offered.</summary>
    Offered,

    /// <summary>A protocol is not offered.</summary>
    NotOffered,

    /// <summary>The encryption at an <c>endpoint</c> is <c>security</c>.</summary>
    Encrypted,

    /// <summary>The sources disagree on <c>fact</c>.</summary>
    Disagreement,

    /// <summary>A <c>provider</c>, and the <c>mark</c> and its <c>value</c> that it was recognised by.</summary>
    ProviderRecognised,

    /// <summary>What is known was last looked up on <c>date</c>, long ago.</summary>
    KnownSince,

    /// <summary>What POP3 does otherwise: <c>trait</c>, with its <c>amount</c>.</summary>
    Pop3Differs,

    /// <summary>The same, last looked up on <c>date</c>, long ago.</summary>
    Pop3DifferedOn,

    /// <summary>How much a provider allows: <c>limit</c>, with its <c>amount</c>, as looked up on <c>date</c>.</summary>
    ProviderLimit,

    /// <summary>The same of one <c>plan</c>.</summary>
    ProviderLimitOfPlan,
}
