using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings;

/// <summary>The stable codes of findings: they never change meaning.</summary>
[JsonConverter(typeof(KebabCase<FindingCode>))]
public enum FindingCode
{
    /// <summary>Host does not exist.</summary>
    DnsNameNotFound,

    /// <summary>Name exists, no A/AAAA.</summary>
    DnsNoAddress,

    /// <summary>Resolver timeout/SERVFAIL.</summary>
    DnsLookupFailed,

    /// <summary>No name could be looked up from here.</summary>
    LookupImpossible,

    /// <summary>The mail domain does not exist.</summary>
    DomainNotFound,

    /// <summary>Leads nowhere, and is one edit from a known provider (gmial.com).</summary>
    HostLikelyMisspelled,

    /// <summary>Works, but the provider publishes another host.</summary>
    HostNotPublishedOne,

    /// <summary>Private/reserved address, not probed by policy.</summary>
    TargetNotAllowed,

    /// <summary>Not dialled now, out of politeness: too many recent failures or connections at this host.</summary>
    TargetBusy,

    /// <summary>Found, but not looked at from here: address, port, or a source that could not be asked.</summary>
    NotExamined,

    /// <summary>Our own machine could not reach it: no network of that kind, or nothing left to connect with.</summary>
    LocalFault,

    /// <summary>Nothing listens on the port.</summary>
    TcpRefused,

    /// <summary>No answer.</summary>
    TcpTimeout,

    /// <summary>No route.</summary>
    TcpUnreachable,

    /// <summary>Dropped after connect.</summary>
    ConnectionReset,

    /// <summary>AAAA published, IPv6 fails.</summary>
    [JsonStringEnumMemberName("ipv6-broken-ipv4-ok")]
    Ipv6BrokenIpv4Ok,

    /// <summary>The reverse.</summary>
    [JsonStringEnumMemberName("ipv4-broken-ipv6-ok")]
    Ipv4BrokenIpv6Ok,

    /// <summary>Addresses answer differently (certificate, capabilities, up/down).</summary>
    AddressesDisagree,

    /// <summary>TCP over threshold.</summary>
    ConnectSlow,

    /// <summary>Connected, server silent.</summary>
    NoGreeting,

    /// <summary>POP3/SMTP/HTTP on this port (greeting shows it).</summary>
    WrongProtocol,

    /// <summary>Handshake got a text banner.</summary>
    TlsSpokenToClearPort,

    /// <summary>TLS alert or silence to a text client.</summary>
    ClearSpokenToTlsPort,

    /// <summary>BYE/-ERR at greeting, reason kept.</summary>
    GreetingRefused,

    /// <summary>Reason names a block list/abuse.</summary>
    GreetingBlocklisted,

    /// <summary>Hang-up in mid-dialogue.</summary>
    ServerClosedEarly,

    /// <summary>Reply breaks the grammar.</summary>
    ProtocolViolation,

    /// <summary>Our guard tripped.</summary>
    ResponseTooLarge,

    /// <summary>No common parameters, alert kept.</summary>
    TlsHandshakeFailed,

    /// <summary>Stalled in the handshake.</summary>
    TlsHandshakeTimeout,

    /// <summary>Best is TLS 1.1 or older.</summary>
    TlsLegacyOnly,

    /// <summary>1.0/1.1 still accepted.</summary>
    TlsLegacyOffered,

    /// <summary>No forward secrecy/CBC-SHA/RC4/3DES picked.</summary>
    TlsWeakCipher,

    /// <summary>Best is TLS 1.2.</summary>
    [JsonStringEnumMemberName("tls-13-missing")]
    Tls13Missing,

    /// <summary>Server asks for a client certificate.</summary>
    TlsClientCertRequired,

    /// <summary>Only 143/110 work (RFC 8314 prefers 993/995).</summary>
    ImplicitTlsMissing,

    /// <summary>Clear-text port without STARTTLS.</summary>
    StarttlsNotOffered,

    /// <summary>Offered, then NO/-ERR.</summary>
    StarttlsRefused,

    /// <summary>Missing here, but seen before/from another address/XXXX in the list.</summary>
    StarttlsStrippedSuspected,

    /// <summary>Bytes after a proper OK, before TLS.</summary>
    StarttlsInjection,

    /// <summary>Logged in without a password.</summary>
    PreauthGreeting,

    /// <summary>After notAfter.</summary>
    CertExpired,

    /// <summary>Under 7 / 21 days.</summary>
    CertExpiresSoon,

    /// <summary>Before notBefore.</summary>
    CertNotYetValid,

    /// <summary>Host not in SAN (names listed).</summary>
    CertNameMismatch,

    /// <summary>Its own issuer.</summary>
    CertSelfSigned,

    /// <summary>Private or inspecting CA.</summary>
    CertUntrustedIssuer,

    /// <summary>Intermediate not sent.</summary>
    CertChainIncomplete,

    /// <summary>RSA under 2048.</summary>
    CertWeakKey,

    /// <summary>SHA-1/MD5.</summary>
    CertWeakSignature,

    /// <summary>CN only.</summary>
    CertNoSan,

    /// <summary>No serverAuth.</summary>
    CertWrongUsage,

    /// <summary>993/995/143/110 show different certificates.</summary>
    CertDiffersBetweenPorts,

    /// <summary>Password accepted without TLS (no LOGINDISABLED / USER, PLAIN in clear).</summary>
    PlaintextLoginAllowed,

    /// <summary>Only XOAUTH2/OAUTHBEARER offered.</summary>
    AuthOauthOnly,

    /// <summary>Only NTLM/CRAM-MD5/DIGEST-MD5.</summary>
    AuthLegacyMechanismsOnly,

    /// <summary>The provider's servers speak neither IMAP nor POP3, or only a program of its own does.</summary>
    ProviderNoStandardProtocol,

    /// <summary>A password was refused in general words, at a provider that takes a password made for mail programs only.</summary>
    ProviderWantsAppPassword,

    /// <summary>The same at a provider that hands out a code for mail programs.</summary>
    ProviderWantsAuthorisationCode,

    /// <summary>The same at a provider whose users set a password of its own for mail.</summary>
    ProviderWantsMailPassword,

    /// <summary>The same at a provider that takes no passwords, OAuth 2.0 only.</summary>
    ProviderOauthOnly,

    /// <summary>The same at a provider where the protocol is switched off until somebody switches it on.</summary>
    ProviderAccessOff,

    /// <summary>[AUTHENTICATIONFAILED], [AUTH], words about credentials (or IMAP off: some servers say the same).</summary>
    AuthBadCredentials,

    /// <summary>"Application-specific password required".</summary>
    AuthAppPasswordRequired,

    /// <summary>WEBALERT/"log in via your web browser".</summary>
    AuthWebLoginRequired,

    /// <summary>Password login is off in this service (Microsoft 365 rule).</summary>
    AuthBasicBlocked,

    /// <summary>OAuth token refused (error JSON kept).</summary>
    AuthTokenInvalid,

    /// <summary>"not enabled for IMAP use".</summary>
    AccountImapDisabled,

    /// <summary>[SYS/PERM] "not enabled for POP", often at STAT after a good login.</summary>
    [JsonStringEnumMemberName("account-pop3-disabled")]
    AccountPop3Disabled,

    /// <summary>"authenticated but not connected".</summary>
    AccountNotConnected,

    /// <summary>Locked.</summary>
    AccountLocked,

    /// <summary>[EXPIRED].</summary>
    PasswordExpired,

    /// <summary>[LIMIT] "LOGIN Rate limit hit".</summary>
    AuthRateLimited,

    /// <summary>[UNAVAILABLE] max connections/"simultaneous".</summary>
    AuthTooManyConnections,

    /// <summary>[OVERQUOTA]/"bandwidth limits".</summary>
    AuthBandwidthExceeded,

    /// <summary>[UNAVAILABLE]/[SYS/TEMP].</summary>
    AuthTemporaryFailure,

    /// <summary>[PRIVACYREQUIRED]/"Plaintext ... disallowed".</summary>
    AuthTlsRequired,

    /// <summary>One mechanism fails, another is advertised.</summary>
    AuthMechanismRejected,

    /// <summary>"Unsafe Login" (NetEase).</summary>
    AuthClientIdRequired,

    /// <summary>Spaces in a 16-letter app password, edge blanks.</summary>
    SecretFormatSuspect,

    /// <summary>Works in one protocol only.</summary>
    LoginDiffersByProtocol,

    /// <summary>[IN-USE].</summary>
    [JsonStringEnumMemberName("pop3-mailbox-in-use")]
    Pop3MailboxInUse,

    /// <summary>[LOGIN-DELAY] or CAPA value.</summary>
    [JsonStringEnumMemberName("pop3-login-delay")]
    Pop3LoginDelay,

    /// <summary>90 % / 100 %.</summary>
    QuotaNearlyFull,

    /// <summary>90 % / 100 %.</summary>
    QuotaFull,

    /// <summary>No STATUS=SIZE: summed or sampled.</summary>
    SizeEstimated,

    /// <summary>POP3 sees fewer messages/bytes than IMAP INBOX (Gmail POP window, other folders).</summary>
    SizesDisagree,

    /// <summary>Signed in, and the server refuses to open the mailbox.</summary>
    MailboxNotOpened,

    /// <summary>Signed in, opened, and the server refuses to hand messages out.</summary>
    FetchRefused,

    /// <summary>The server's own counts contradict each other or sense.</summary>
    CountsDisagree,

    /// <summary>Some folders did not tell their count: sums are lower bounds.</summary>
    FoldersNotCounted,

    /// <summary>Signed in, the Inbox opened, and the server refuses to list the folders.</summary>
    FoldersNotListed,

    /// <summary>Some listed messages were asked for and not handed out.</summary>
    MessagesUnreadable,

    /// <summary>No push; clients poll.</summary>
    ImapNoIdle,

    /// <summary>Clients cannot know what was fetched: duplicates.</summary>
    [JsonStringEnumMemberName("pop3-no-uidl")]
    Pop3NoUidl,

    /// <summary>Server deletes after n days (EXPIRE).</summary>
    [JsonStringEnumMemberName("pop3-expire-policy")]
    Pop3ExpirePolicy,

    /// <summary>Per-message time over RTT x 3, or KiB/s low.</summary>
    FetchSlow,

    /// <summary>No source named a server and no conventional name answers.</summary>
    DiscoveryNothingFound,

    /// <summary>The provider names neither IMAP nor POP3, but other ways to the mailbox.</summary>
    OtherWaysOnly,

    /// <summary>The resolver answers for names that cannot exist.</summary>
    DnsAnswersForged,

    /// <summary>The published XML cannot be read (line, reason).</summary>
    AutoconfigInvalid,

    /// <summary>Settings are only published over http.</summary>
    AutoconfigInsecure,

    /// <summary>The settings file's web server: certificate, redirect refused, error, timeout.</summary>
    SettingsWebFault,

    /// <summary>A published file names no usable server.</summary>
    SettingsEmpty,

    /// <summary>Published settings disagree with each other or with the live server.</summary>
    SettingsDrift,

    /// <summary>The operator publishes "." for this protocol.</summary>
    SrvNotOffered,

    /// <summary>SRV priority or list order names a preferred protocol.</summary>
    OperatorPrefers,

    /// <summary>The server was found by an untrusted way, so the password was not sent.</summary>
    CredentialsWithheld,

    /// <summary>Too many sign-ins of the account have failed lately, so the password was not sent.</summary>
    SignInHeldBack,

    /// <summary>The protocol works only without encryption.</summary>
    CleartextOnly,

    /// <summary>POP3 would not show n messages in m folders.</summary>
    MailOutsideInbox,

    /// <summary>POP3 without a backup: one broken device loses all mail.</summary>
    NoBackup,

    /// <summary>The run was cut at its deadline; what is missing is marked.</summary>
    DeadlineReached,

    /// <summary>A fault of our own stopped a step.</summary>
    InternalFault,

    /// <summary>No answer to the sign-in for as long as it was waited for.</summary>
    AuthUnanswered,

    /// <summary>A command got no answer, or only part of one, for as long as it was waited for.</summary>
    CommandUnanswered,

    /// <summary>One of several addresses shows a bad certificate, another a good one.</summary>
    AddressCertificateBad,

    /// <summary>421, or "busy, try again", at the greeting.</summary>
    ServerBusy,

    /// <summary>The greeting took n s.</summary>
    GreetingSlow,

    /// <summary>What the server told by ALERT, in its words.</summary>
    ServerAlert,

    /// <summary>Refused in words that name no known cause.</summary>
    AuthRefusedUnknown,

    /// <summary>The server failed by itself ([SERVERBUG], "System error", [CORRUPTION]).</summary>
    AuthServerFault,

    /// <summary>The words say suspended, disabled, blocked for misuse.</summary>
    AccountSuspended,

    /// <summary>[NOPERM], [AUTHORIZATIONFAILED], "does not have IMAP access", licence.</summary>
    AccountNotPermitted,

    /// <summary>The words ask for a second factor.</summary>
    AuthSecondFactor,

    /// <summary>No mechanism for this kind of secret.</summary>
    AuthNoUsableMechanism,

    /// <summary>IMAP [INUSE].</summary>
    AuthInUse,

    /// <summary>No server for sending answers at all, wherever one is said to be.</summary>
    SubmissionNotAnswered,

    /// <summary>Servers for sending answer, and none over TLS.</summary>
    SubmissionNoTls,

    /// <summary>The server for sending offers AUTH before TLS (RFC 4954 §4).</summary>
    SubmissionAuthBeforeTls,

    /// <summary>The server for sending can be spoken to over TLS, and offers no AUTH there.</summary>
    SubmissionNoAuth,

    /// <summary>The server for sending calls wrong what was accepted for reading.</summary>
    SubmissionSignInRefused,

    /// <summary>The provider names port 25 alone for sending (RFC 6409 §3.1: that is for mail between servers).</summary>
    SubmissionPort25Only,

    /// <summary>POP3 does something at this provider that a user does not expect.</summary>
    [JsonStringEnumMemberName("provider-pop3-differs")]
    ProviderPop3Differs,

    /// <summary>The provider allows only so much of what the advice leads to.</summary>
    ProviderLimits,
}
