using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Which findings name the cause of which failure, by their codes as reports write them.</summary>
internal static class StepCauses
{
    private static readonly Dictionary<FailureKind, string[]> Causes = new()
    {
        [FailureKind.HostNotFound] = ["dns-name-not-found", "domain-not-found"],
        [FailureKind.NoAddress] = ["dns-no-address"],
        [FailureKind.LookupFailed] = ["dns-lookup-failed", "lookup-impossible"],
        [FailureKind.LookupImpossible] = ["lookup-impossible"],
        [FailureKind.AddressBlocked] = ["target-not-allowed", "not-examined"],
        [FailureKind.TargetBusy] = ["target-busy", "not-examined"],
        [FailureKind.LocalFault] = ["local-fault"],
        [FailureKind.ConnectionRefused] = ["tcp-refused", "implicit-tls-missing", "submission-not-answered"],
        [FailureKind.HostUnreachable] = ["tcp-unreachable", "implicit-tls-missing", "submission-not-answered"],
        [FailureKind.ConnectionReset] = ["connection-reset", "implicit-tls-missing", "server-closed-early", "tls-client-cert-required", "server-busy", "auth-bandwidth-exceeded", "auth-rate-limited", "submission-not-answered"],
        [FailureKind.TimedOut] =
        [
            "dns-lookup-failed", "lookup-impossible", "tcp-timeout", "tls-handshake-timeout", "no-greeting", "clear-spoken-to-tls-port", "command-unanswered", "greeting-slow", "auth-unanswered",
            "implicit-tls-missing", "submission-not-answered",
        ],
        [FailureKind.TlsFailed] = ["tls-handshake-failed", "tls-legacy-only", "tls-client-cert-required"],
        [FailureKind.GreetingRejected] = ["greeting-refused", "greeting-blocklisted", "server-busy", "auth-too-many-connections"],
        [FailureKind.WrongProtocol] = ["wrong-protocol", "tls-spoken-to-clear-port", "clear-spoken-to-tls-port"],
        [FailureKind.ProtocolViolation] = ["protocol-violation", "starttls-injection", "starttls-refused"],
        [FailureKind.ResponseTooLarge] = ["response-too-large"],
        [FailureKind.StartTlsRefused] = ["starttls-refused", "submission-no-tls"],
        [FailureKind.DeadlineReached] = ["deadline-reached"],
        [FailureKind.FolderListRefused] = ["folders-not-listed"],
        [FailureKind.Unexpected] = ["internal-fault"],
    };

    // A certificate, a refusal and a missing capability have causes of many names.
    public static bool Explains(FindingCode code, MailStep step, FailureKind kind) => kind switch
    {
        FailureKind.CertificateUntrusted => Begins(code, "cert-"),
        FailureKind.CapabilityMissing when step == MailStep.StartTls => Begins(code, "starttls-") || code is FindingCode.CleartextOnly or FindingCode.SubmissionNoTls,
        FailureKind.SignInRejected or FailureKind.CapabilityMissing or FailureKind.MailboxRefused or FailureKind.CommandRefused =>
            Begins(code, "auth-") || Begins(code, "account-") || Begins(code, "pop3-") || Begins(code, "password-") || Begins(code, "mailbox-") || Begins(code, "provider-") || code is FindingCode.FetchRefused or FindingCode.LoginDiffersByProtocol or FindingCode.SubmissionSignInRefused
            || (step != MailStep.SignIn && code is FindingCode.ProtocolViolation or FindingCode.GreetingRefused),
        _ => Causes.TryGetValue(kind, out var causes) && causes.Contains(WireName.Of(code)),
    };

    private static bool Begins(FindingCode code, string area) => WireName.Of(code).StartsWith(area, StringComparison.Ordinal);
}
