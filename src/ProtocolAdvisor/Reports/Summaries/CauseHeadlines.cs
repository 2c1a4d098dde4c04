using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Sessions;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>Which outcome a cause, or a sign-in's fate, leads to.</summary>
internal static class CauseHeadlines
{
    /// <summary>The outcome where a cause keeps every server from being used.</summary>
    public static SummaryHeadline Of(FindingCode cause) => cause switch
    {
        DnsNameNotFound or DnsNoAddress => SummaryHeadline.NoSuchServer,
        TcpRefused or TcpTimeout or TcpUnreachable or ConnectionReset or NoGreeting or ImplicitTlsMissing =>
            SummaryHeadline.NoServerAnswers,
        GreetingRefused or GreetingBlocklisted or ServerBusy => SummaryHeadline.TurnedAway,
        WrongProtocol or TlsSpokenToClearPort or ClearSpokenToTlsPort => SummaryHeadline.OtherService,
        CleartextOnly or TlsHandshakeFailed or TlsHandshakeTimeout or TlsLegacyOnly or TlsClientCertRequired
            or StarttlsNotOffered or StarttlsRefused or StarttlsStrippedSuspected or StarttlsInjection
            => SummaryHeadline.NoEncryption,
        CertExpired or CertNotYetValid or CertNameMismatch or CertSelfSigned or CertUntrustedIssuer
            or CertChainIncomplete or CertWeakKey or CertWeakSignature or CertNoSan or CertWrongUsage
            => SummaryHeadline.BadCertificate,
        HostLikelyMisspelled => SummaryHeadline.Misspelled,
        DomainNotFound => SummaryHeadline.NoSuchDomain,
        DiscoveryNothingFound => SummaryHeadline.NothingFound,
        OtherWaysOnly => SummaryHeadline.OtherWaysOnly,
        SettingsEmpty or AutoconfigInvalid => SummaryHeadline.SettingsUnusable,
        SrvNotOffered or ProviderNoStandardProtocol => SummaryHeadline.NotOffered,
        _ => SummaryHeadline.ServerFails,
    };

    /// <summary>The outcome where nobody could sign in.</summary>
    public static (SummaryState State, SummaryHeadline Headline) Of(SignInFate fate, SignInReason? reason) => fate switch
    {
        SignInFate.MailboxShut => (SummaryState.DoesNotWork, SummaryHeadline.MailboxShut),
        SignInFate.MailboxShutForNow => (SummaryState.CouldNotFindOut, SummaryHeadline.MailboxShutForNow),
        SignInFate.Refused => (SummaryState.DoesNotWork, SummaryHeadline.SignInRefused),

        // Whether the account works is not known where nobody said no, or where the server blames itself.
        SignInFate.RefusedForNow when reason == SignInReason.AuthServerFault => (SummaryState.CouldNotFindOut, SummaryHeadline.ServerFails),
        SignInFate.RefusedForNow => (SummaryState.CouldNotFindOut, SummaryHeadline.SignInRefusedForNow),
        SignInFate.Unanswered or SignInFate.Broken => (SummaryState.CouldNotFindOut, SummaryHeadline.SignInUnanswered),
        SignInFate.Impossible => (SummaryState.DoesNotWork, SummaryHeadline.SignInImpossible),
        _ => (SummaryState.CouldNotFindOut, SummaryHeadline.SignInNotTried),
    };
}
