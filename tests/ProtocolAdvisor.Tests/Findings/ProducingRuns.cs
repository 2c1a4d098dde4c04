using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Measurement;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Tests.Fixtures;
using static ProtocolAdvisor.Findings.FindingCode;
using static ProtocolAdvisor.Tests.Fixtures.Facts;

namespace ProtocolAdvisor.Tests.Findings;

/// <summary>For each code the smallest run that leads to it, and the codes that no run can lead to yet.</summary>
internal static class ProducingRuns
{
    public static IReadOnlyDictionary<FindingCode, string> NotYetProduced { get; } = new Dictionary<FindingCode, string>
    {
        [HostNotPublishedOne] = "needs published settings beside a server that the request names, and then nothing else is asked",
    };

    public static IReadOnlyDictionary<FindingCode, AssessmentFacts> All { get; } = new Dictionary<FindingCode, AssessmentFacts>
    {
        [DnsNameNotFound] = Fails(MailStep.Resolve, FailureKind.HostNotFound),
        [DnsNoAddress] = Fails(MailStep.Resolve, FailureKind.NoAddress),
        [DnsLookupFailed] = Fails(MailStep.Resolve, FailureKind.LookupFailed),
        [LookupImpossible] = Searched(Published.Failed(DiscoverySource.Srv, FailureKind.LookupImpossible)),
        [DomainNotFound] = Searched(Published.Missed(DiscoverySource.Mx, "example.com") with { Failure = new(FailureKind.HostNotFound) }),
        [HostLikelyMisspelled] = Run(Failed(At(MailProtocol.Imap, 993, ConnectionSecurity.ImplicitTls, "imap.gmial.com"), MailStep.Resolve, FailureKind.HostNotFound)),
        [TargetNotAllowed] = Fails(MailStep.Connect, FailureKind.AddressBlocked),
        [TargetBusy] = Fails(MailStep.Connect, FailureKind.TargetBusy),
        [LocalFault] = Fails(MailStep.Connect, FailureKind.LocalFault),
        [NotExamined] = Searched(Published.Failed(DiscoverySource.Catalogue, FailureKind.TimedOut)),
        [TcpRefused] = Fails(MailStep.Connect, FailureKind.ConnectionRefused),
        [TcpTimeout] = Fails(MailStep.Connect, FailureKind.TimedOut),
        [TcpUnreachable] = Fails(MailStep.Connect, FailureKind.HostUnreachable),
        [ConnectionReset] = Fails(MailStep.Connect, FailureKind.ConnectionReset),
        [Ipv6BrokenIpv4Ok] = Addressed(Address("2001:db8::1", StepOutcome.Failed), Address("192.0.2.1")),
        [Ipv4BrokenIpv6Ok] = Addressed(Address("2001:db8::1"), Address("192.0.2.1", StepOutcome.Failed)),
        [AddressesDisagree] = Addressed(Address("192.0.2.1"), Address("192.0.2.2", StepOutcome.Failed)),
        [AddressCertificateBad] = Addressed(
            Address("192.0.2.1") with { CertificateStatus = [CertificateStatus.Trusted] }, Address("192.0.2.2") with { CertificateStatus = [CertificateStatus.Expired] }),
        [ConnectSlow] = Run(Healthy(Imaps) with { RoundTripMs = 301 }),

        [NoGreeting] = Fails(MailStep.Greeting, FailureKind.TimedOut),
        [WrongProtocol] = Run(Failed(Imap, MailStep.Greeting, FailureKind.WrongProtocol, "220 smtp") with { Spoken = SpokenProtocol.Smtp }),
        [TlsSpokenToClearPort] = Run(Failed(Imaps, MailStep.TlsHandshake, FailureKind.WrongProtocol) with { Spoken = SpokenProtocol.Imap }),
        [ClearSpokenToTlsPort] = Run(Failed(Imap, MailStep.Greeting, FailureKind.WrongProtocol) with { Spoken = SpokenProtocol.Tls }),
        [GreetingRefused] = Fails(MailStep.Greeting, FailureKind.GreetingRejected, "* BYE come back later"),
        [GreetingBlocklisted] = Fails(MailStep.Greeting, FailureKind.GreetingRejected, "* BYE 192.0.2.9 is listed by Spamhaus"),
        [ServerClosedEarly] = Fails(MailStep.Capability, FailureKind.ConnectionReset),
        [CommandUnanswered] = Fails(MailStep.Capability, FailureKind.TimedOut),
        [ProtocolViolation] = Fails(MailStep.Capability, FailureKind.ProtocolViolation, "?"),
        [ResponseTooLarge] = Fails(MailStep.Capability, FailureKind.ResponseTooLarge),

        [TlsHandshakeFailed] = Fails(MailStep.TlsHandshake, FailureKind.TlsFailed, "alert handshake_failure"),
        [TlsHandshakeTimeout] = Fails(MailStep.TlsHandshake, FailureKind.TimedOut),
        [TlsLegacyOnly] = Run(Failed(Imaps, MailStep.TlsHandshake, FailureKind.TlsFailed) with { LegacyTlsOnly = true }),
        [TlsLegacyOffered] = Run(Healthy(Imaps) with { LegacyTlsOffered = true }),
        [TlsClientCertRequired] = Fails(MailStep.TlsHandshake, FailureKind.TlsFailed, "alert certificate_required"),
        [TlsWeakCipher] = Encrypted("1.2", "TLS_RSA_WITH_AES_128_CBC_SHA"),
        [Tls13Missing] = Encrypted("1.2", "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256"),
        [ImplicitTlsMissing] = Run(Failed(Imaps, MailStep.Connect, FailureKind.ConnectionRefused), Healthy(Imap)),
        [StarttlsNotOffered] = Run(NoStartTls("IMAP4rev1", "IDLE"), Healthy(Imaps)),
        [StarttlsRefused] = Run(Failed(Imap, MailStep.StartTls, FailureKind.StartTlsRefused, "a1 NO")),
        [StarttlsStrippedSuspected] = Run(NoStartTls("IMAP4rev1", "XXXXXXXA")),
        [StarttlsInjection] = Run(Failed(Imap, MailStep.StartTls, FailureKind.ProtocolViolation)),
        [PreauthGreeting] = Run(Healthy(Imap) with { Greeting = "* PREAUTH welcome" }),

        [CertExpired] = Certified(CertificateStatus.Expired),
        [CertExpiresSoon] = Run(WithCertificate(Imaps, Certificate with { NotBefore = StartedAt.AddDays(-70), NotAfter = StartedAt.AddDays(20) })),
        [CertNotYetValid] = Certified(CertificateStatus.NotYetValid),
        [CertNameMismatch] = Certified(CertificateStatus.NameMismatch),
        [CertSelfSigned] = Certified(CertificateStatus.SelfSigned),
        [CertUntrustedIssuer] = Certified(CertificateStatus.UntrustedIssuer),
        [CertChainIncomplete] = Certified(CertificateStatus.ChainIncomplete),
        [CertWeakKey] = Certified(CertificateStatus.WeakKey),
        [CertWeakSignature] = Certified(CertificateStatus.WeakSignature),
        [CertNoSan] = Certified(CertificateStatus.NoSan),
        [CertWrongUsage] = Certified(CertificateStatus.WrongUsage),
        [CertDiffersBetweenPorts] = Run(Healthy(Imaps), WithCertificate(Pop3s, Certificate with { Sha256 = new string('b', 64) })),

        [PlaintextLoginAllowed] = Run(Healthy(Imap) with { CapabilitiesBeforeTls = new(["IMAP4rev1", "STARTTLS"]) }),
        [AuthOauthOnly] = Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "LOGINDISABLED", "AUTH=XOAUTH2"]) }),
        [AuthLegacyMechanismsOnly] = Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "LOGINDISABLED", "AUTH=NTLM", "AUTH=CRAM-MD5"]) }),
        [ProviderNoStandardProtocol] = Run(Array.Empty<EndpointFacts>()) with { Discovery = ProviderRuns.Search(ProviderRuns.Known("tuta")) },
        [ProviderWantsAppPassword] = ProviderRuns.At(ProviderRuns.Known("gmail"), ProviderRuns.Wrong),
        [ProviderWantsAuthorisationCode] = ProviderRuns.At(ProviderRuns.Known("netease"), ProviderRuns.Wrong),
        [ProviderWantsMailPassword] = ProviderRuns.At(ProviderRuns.Known("t-online"), ProviderRuns.Wrong),
        [ProviderOauthOnly] = ProviderRuns.At(ProviderRuns.Known("microsoft-365"), ProviderRuns.Wrong),
        [ProviderAccessOff] = ProviderRuns.At(ProviderRuns.Known("gmx"), ProviderRuns.Wrong),
        [ProviderLimits] = ProviderRuns.At(ProviderRuns.Known("hostinger")),
        [ProviderPop3Differs] = ProviderRuns.At(ProviderRuns.Known("gmail")),
        [AuthBadCredentials] = Refused(SignInReason.AuthBadCredentials),
        [AuthAppPasswordRequired] = Refused(SignInReason.AuthAppPasswordRequired),
        [AuthWebLoginRequired] = Refused(SignInReason.AuthWebLoginRequired),
        [AuthBasicBlocked] = Refused(SignInReason.AuthBasicBlocked),
        [AuthTokenInvalid] = Refused(SignInReason.AuthTokenInvalid),
        [AccountImapDisabled] = Refused(SignInReason.AccountImapDisabled),
        [AccountPop3Disabled] = Refused(SignInReason.AccountPop3Disabled),
        [AccountNotConnected] = Refused(SignInReason.AccountNotConnected),
        [AccountLocked] = Refused(SignInReason.AccountLocked),
        [PasswordExpired] = Refused(SignInReason.PasswordExpired),
        [AuthRateLimited] = Refused(SignInReason.AuthRateLimited),
        [AuthTooManyConnections] = Refused(SignInReason.AuthTooManyConnections),
        [AuthBandwidthExceeded] = Refused(SignInReason.AuthBandwidthExceeded),
        [AuthTemporaryFailure] = Refused(SignInReason.AuthTemporaryFailure),
        [AuthTlsRequired] = Refused(SignInReason.AuthTlsRequired),
        [AuthMechanismRejected] = Refused(SignInReason.AuthMechanismRejected),
        [AuthUnanswered] = Run(With(
            Healthy(Pop3s), new(SignInOutcome.Unanswered, "PLAIN", Reason: SignInReason.AuthUnanswered),
            new StepResult(MailStep.SignIn, StepOutcome.Failed, 12_800, null, new(MailStep.SignIn, FailureKind.TimedOut, null, 12_800)))),
        [AuthClientIdRequired] = Refused(SignInReason.AuthClientIdRequired),
        [ServerBusy] = Fails(MailStep.Greeting, FailureKind.GreetingRejected, "421 Server is busy, try again later."),
        [GreetingSlow] = Run(Greeted(afterMs: 6_000)),
        [ServerAlert] = Run(Healthy(Imaps) with { Alerts = ["IMAP access to this mailbox ends on 31 December"] }),
        [AuthRefusedUnknown] = Refused(SignInReason.AuthRefusedUnknown),
        [AuthServerFault] = Refused(SignInReason.AuthServerFault),
        [AccountSuspended] = Refused(SignInReason.AccountSuspended),
        [AccountNotPermitted] = Refused(SignInReason.AccountNotPermitted),
        [AuthSecondFactor] = Refused(SignInReason.AuthSecondFactor),
        [AuthNoUsableMechanism] = Run(Healthy(Imaps) with { Capabilities = new(["IMAP4rev1", "LOGINDISABLED", "AUTH=GSSAPI"]) }),
        [AuthInUse] = Refused(SignInReason.AuthInUse),
        [SecretFormatSuspect] = Run(With(Healthy(Imaps), new(SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials) { LooksMiscopied = true })),
        [LoginDiffersByProtocol] = Run(
            With(Healthy(Imaps), new(SignInOutcome.Accepted)), With(Healthy(Pop3s), new(SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials))),
        [Pop3MailboxInUse] = Refused(SignInReason.Pop3MailboxInUse),
        [Pop3LoginDelay] = Measured(pop3: new() { LoginDelaySeconds = 60 }),
        [DiscoveryNothingFound] = Searched(Published.Missed(DiscoverySource.Autoconfig)),
        [OtherWaysOnly] = Searched(Published.Found(DiscoverySource.Autoconfig, "https://autoconfig.example.com/", true) with { OtherWays = [new(OtherWayKind.Jmap, "https://jmap.example.com/")] }),
        [DnsAnswersForged] = Searched(Published.Failed(DiscoverySource.Convention, FailureKind.AnswerForged, "protocol-advisor.invalid")),
        [AutoconfigInvalid] = Searched(Published.Failed(
            DiscoverySource.Autoconfig, FailureKind.DocumentInvalid, "https://autoconfig.example.com/", new Remark(RemarkCode.NotXml, ("line", 3), ("column", 1)))),
        [AutoconfigInsecure] = Searched(Published.OverHttp(Published.Imaps())),
        [SettingsWebFault] = Searched(Published.Failed(DiscoverySource.Autoconfig, FailureKind.CertificateUntrusted, "https://autoconfig.example.com/", new Remark(RemarkCode.CertificateAtFault) { Faults = [CertificateStatus.Expired] })),
        [SettingsEmpty] = Searched(Published.Missed(DiscoverySource.Autoconfig) with { NamesNoUsableServer = true, Oddities = [new(RemarkCode.NoServer)] }),
        [SettingsDrift] = Searched(Published.Autoconfig(Published.Imaps()), Published.Srv("_imaps", 0, Published.Imaps("other.example.com"))),
        [SrvNotOffered] = Searched(Published.Srv("_imaps", 0, Published.Imaps()), Published.Denied("_pop3s", MailProtocol.Pop3)),
        [OperatorPrefers] = Searched(Published.Autoconfig(Published.Pop3s(), Published.Imaps())),
        [SignInHeldBack] = Run(With(Healthy(Imaps), SignInResult.NotAttempted(SignInReason.SignInHeldBack))),
        [CredentialsWithheld] = Run(With(Healthy(Imaps), SignInResult.NotAttempted(SignInReason.CredentialsWithheld))),

        [MailboxNotOpened] = SignedIn(MailStep.OpenMailbox, FailureKind.MailboxRefused, "NO [SERVERBUG] Internal error occurred"),
        [FoldersNotListed] = SignedIn(MailStep.OpenMailbox, FailureKind.FolderListRefused, "NO listing is not allowed"),
        [FetchRefused] = SignedIn(MailStep.Measure, FailureKind.CommandRefused, "NO cannot read"),
        [CountsDisagree] = Measured(new() { CountDifferences = [new(FolderUse.Inbox, 0, 20_000)] }),
        [FoldersNotCounted] = Measured(new() { Messages = 3, AtLeast = true, Folders = 600, FoldersCounted = 36, FoldersRefused = 1 }),
        [QuotaNearlyFull] = Measured(new() { Quota = new(90, 100) }),
        [QuotaFull] = Measured(new() { Quota = new(100, 100) }),
        [SizeEstimated] = Measured(new() { SizeBasis = SizeBasis.Sampled }),
        [SizesDisagree] = Measured(new() { InboxMessages = 10 }, new() { Messages = 9 }),
        [MessagesUnreadable] = Measured(pop3: new() { Messages = 3, Uidl = true, Unreadable = 1 }),
        [ImapNoIdle] = Measured(new() { Idle = false }),
        [Pop3NoUidl] = Measured(pop3: new() { Uidl = false }),
        [Pop3ExpirePolicy] = Measured(pop3: new() { ExpireDays = 30 }),
        [FetchSlow] = Measured(new() { Fetch = new(10, 20_000, 400, 500, 300, 600, null, false) }),
        [MailOutsideInbox] = Measured(new() { Messages = 10, InboxMessages = 4, Folders = 3 }),

        [CleartextOnly] = Run(NoStartTls("IMAP4rev1")),
        [SubmissionNotAnswered] = Run(Healthy(Imaps), Failed(Submissions, MailStep.Connect, FailureKind.TimedOut), Failed(Submission, MailStep.Connect, FailureKind.TimedOut)) with
        {
            Discovery = Published.Ranked(Published.Sending(Submissions, Submission)),
        },
        [SubmissionNoTls] = Run(
            Healthy(Imaps), Failed(Submission, MailStep.StartTls, FailureKind.CapabilityMissing) with { CapabilitiesBeforeTls = new(["PIPELINING"]) }),
        [SubmissionAuthBeforeTls] = Run(Healthy(Imaps), Healthy(Submission) with { CapabilitiesBeforeTls = new(["STARTTLS", "AUTH PLAIN LOGIN"]) }),
        [SubmissionNoAuth] = Run(Healthy(Imaps), Healthy(Submissions) with { Capabilities = new(["PIPELINING"]) }),
        [SubmissionSignInRefused] = Run(
            With(Healthy(Imaps), new(SignInOutcome.Accepted)), With(Healthy(Submissions), new(SignInOutcome.Rejected, Reason: SignInReason.AuthBadCredentials))),
        [SubmissionPort25Only] = Searched(Published.Sending(At(MailProtocol.Submission, 25, ConnectionSecurity.StartTls, "smtp.example.com"))),
        [NoBackup] = Run(Healthy(Pop3s)),
        [DeadlineReached] = Run(Failed(Imaps, MailStep.Greeting, FailureKind.DeadlineReached)) with { Complete = false },
        [InternalFault] = Fails(MailStep.Capability, FailureKind.Unexpected),
    };

    public static ProbeResult NoStartTls(params string[] offered) =>
        Failed(Imap, MailStep.StartTls, FailureKind.CapabilityMissing) with { CapabilitiesBeforeTls = new(offered) };

    public static AssessmentFacts Measured(ImapMailbox? imap = null, Pop3Maildrop? pop3 = null) =>
        Run(Healthy(Imaps), Healthy(Pop3s)) with { Imap = imap, Pop3 = pop3 };

    public static AssessmentFacts SignedIn(MailStep step, FailureKind kind, string? reply = null) => Run(With(
        Healthy(Imaps), new SignInResult(SignInOutcome.Accepted, "PLAIN", 50, "OK"), new StepResult(step, StepOutcome.Failed, 30, 1, new(step, kind, reply, 30))));

    public static ProbeResult Greeted(double afterMs)
    {
        var healthy = Healthy(Imaps);
        return healthy with { Steps = [.. healthy.Steps.Select(x => x.Step == MailStep.Greeting ? x with { ElapsedMs = afterMs } : x)] };
    }

    private static AssessmentFacts Searched(params SourceAttempt[] attempts) => Run(Array.Empty<ProbeResult>()) with { Discovery = Published.Ranked(attempts) };

    private static AssessmentFacts Fails(MailStep step, FailureKind kind, string? reply = null) => Run(Failed(Imaps, step, kind, reply));

    private static AssessmentFacts Addressed(params ProtocolAdvisor.Dialing.Wire.AddressResult[] addresses) => Run(Healthy(Imaps) with { Addresses = addresses });

    private static AssessmentFacts Encrypted(string version, string suite) => Run(Healthy(Imaps) with { Tls = new(version, suite, Certificate) });

    private static AssessmentFacts Certified(CertificateStatus status) => Run(WithCertificate(Imaps, Certificate with { Status = [status] }));

    private static AssessmentFacts Refused(SignInReason reason) => Run(With(Healthy(Pop3s), new(SignInOutcome.Rejected, "PLAIN", 50, "-ERR [AUTH] no", reason)));
}
