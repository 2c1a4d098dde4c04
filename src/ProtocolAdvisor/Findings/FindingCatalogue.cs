using static ProtocolAdvisor.Findings.FindingCode;
using static ProtocolAdvisor.Findings.Severity;

namespace ProtocolAdvisor.Findings;

/// <summary>How bad each finding is where nothing softens it. Detectors pick the code, <see cref="FindingWords"/> owns the sentences.</summary>
public static class FindingCatalogue
{
    private static readonly Dictionary<Severity, FindingCode[]> Codes = new()
    {
        [Blocking] =
        [
            DnsNameNotFound, DnsNoAddress, TcpRefused, TcpTimeout, TcpUnreachable, ConnectionReset, NoGreeting, WrongProtocol, TlsSpokenToClearPort,
            ClearSpokenToTlsPort, GreetingRefused, GreetingBlocklisted, ServerClosedEarly, TlsHandshakeFailed, TlsHandshakeTimeout, TlsLegacyOnly,
            TlsClientCertRequired, CertExpired, CertNotYetValid, CertNameMismatch, CertSelfSigned, CertUntrustedIssuer, CertWrongUsage,
            AuthOauthOnly, AuthBadCredentials, AuthAppPasswordRequired, AuthWebLoginRequired, AuthBasicBlocked, AuthTokenInvalid,
            AccountImapDisabled, AccountPop3Disabled, AccountNotConnected, AccountLocked, PasswordExpired, AuthRateLimited, AuthTooManyConnections,
            AuthBandwidthExceeded, AuthTemporaryFailure, AuthTlsRequired, AuthClientIdRequired, DiscoveryNothingFound, OtherWaysOnly, CleartextOnly,
            AuthUnanswered, CommandUnanswered, MailboxNotOpened,
            LookupImpossible, DomainNotFound,
            ProviderNoStandardProtocol, ProviderWantsAppPassword, ProviderWantsAuthorisationCode, ProviderWantsMailPassword, ProviderOauthOnly,
            ProviderAccessOff,
            ServerBusy, AuthRefusedUnknown, AuthServerFault, AccountSuspended, AccountNotPermitted, AuthSecondFactor, AuthNoUsableMechanism,
        ],
        [High] =
        [
            StarttlsNotOffered, StarttlsRefused, StarttlsStrippedSuspected, StarttlsInjection, PreauthGreeting, CertChainIncomplete, CertWeakKey,
            CertWeakSignature, PlaintextLoginAllowed, QuotaFull, Pop3NoUidl, Pop3ExpirePolicy, NoBackup,
            AddressCertificateBad, FoldersNotListed,
            SubmissionNotAnswered, SubmissionNoTls, SubmissionAuthBeforeTls, SubmissionNoAuth, SubmissionSignInRefused, SubmissionPort25Only,
        ],
        [Medium] =
        [
            DnsLookupFailed, HostLikelyMisspelled, Ipv6BrokenIpv4Ok, Ipv4BrokenIpv6Ok, AddressesDisagree, ProtocolViolation, ResponseTooLarge,
            TlsLegacyOffered, TlsWeakCipher, CertExpiresSoon, CertNoSan, CertDiffersBetweenPorts, AuthLegacyMechanismsOnly, AuthMechanismRejected,
            LoginDiffersByProtocol, Pop3MailboxInUse, QuotaNearlyFull, SizesDisagree, FetchSlow, AutoconfigInvalid, AutoconfigInsecure,
            SettingsDrift, CredentialsWithheld, SignInHeldBack, DnsAnswersForged, MailOutsideInbox, InternalFault,
            FetchRefused, MessagesUnreadable,
            SettingsWebFault, SettingsEmpty,
            AuthInUse,
        ],
        [Low] =
        [
            HostNotPublishedOne, ConnectSlow, ImplicitTlsMissing, SecretFormatSuspect, Pop3LoginDelay, ImapNoIdle,
            CountsDisagree, FoldersNotCounted,
            GreetingSlow,
        ],
        [Info] =
        [
            TargetNotAllowed, TargetBusy, Tls13Missing, SizeEstimated, SrvNotOffered, OperatorPrefers, DeadlineReached,
            NotExamined, LocalFault,
            ServerAlert, ProviderPop3Differs, ProviderLimits,
        ],
    };

    private static readonly Dictionary<FindingCode, Severity> Severities =
        Codes.SelectMany(group => group.Value.Select(code => (code, group.Key))).ToDictionary(x => x.code, x => x.Key);

    // Whoever tells the remedy without them speaks of something that the reader does not see.
    private static readonly HashSet<FindingCode> Quoting =
    [
        ProviderWantsAppPassword, ProviderWantsAuthorisationCode, ProviderWantsMailPassword, ProviderOauthOnly, ProviderAccessOff, ProviderPop3Differs,
        ProviderLimits,
        TlsHandshakeFailed, AuthTemporaryFailure, Pop3LoginDelay, AuthRefusedUnknown, AuthServerFault, AccountSuspended, AccountNotPermitted, HostLikelyMisspelled, MailboxNotOpened, FetchRefused,
        FoldersNotListed, GreetingBlocklisted, ServerAlert, CertNameMismatch, AutoconfigInvalid, SettingsWebFault, DeadlineReached, AddressesDisagree, AddressCertificateBad,
        SubmissionSignInRefused,
    ];

    /// <summary>Whether the remedy speaks of what is quoted as evidence.</summary>
    internal static bool QuotesEvidence(FindingCode code) => Quoting.Contains(code);

    /// <summary>The severity of a code.</summary>
    public static Severity SeverityOf(FindingCode code) => Severities[code];
}
