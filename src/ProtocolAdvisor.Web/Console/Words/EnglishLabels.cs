using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>Labels in English.</summary>
internal static class EnglishLabels
{
    public static LabelWords Words { get; } = new()
    {
        Steps = new Dictionary<MailStep, string>
        {
            [MailStep.Resolve] = "Name lookup",
            [MailStep.Connect] = "Connection",
            [MailStep.TlsHandshake] = "Encryption (TLS)",
            [MailStep.Greeting] = "Greeting",
            [MailStep.Capability] = "Abilities",
            [MailStep.StartTls] = "STARTTLS",
            [MailStep.SignIn] = "Sign-in",
            [MailStep.OpenMailbox] = "Opening the mailbox",
            [MailStep.Measure] = "Measuring",
        },
        Securities = new Dictionary<ConnectionSecurity, string>
        {
            [ConnectionSecurity.ImplicitTls] = "SSL/TLS",
            [ConnectionSecurity.StartTls] = "STARTTLS",
            [ConnectionSecurity.Cleartext] = "no encryption",
        },
        Sources = new Dictionary<DiscoverySource, string>
        {
            [DiscoverySource.Explicit] = "Named by you",
            [DiscoverySource.Autoconfig] = "Settings file (autoconfig)",
            [DiscoverySource.Pacc] = "Settings file (PACC)",
            [DiscoverySource.Srv] = "DNS entries (SRV)",
            [DiscoverySource.Catalogue] = "Provider catalogue",
            [DiscoverySource.Mx] = "Provider behind the MX entry",
            [DiscoverySource.Convention] = "Usual names",
        },
        SourceOutcomes = new Dictionary<SourceOutcome, string>
        {
            [SourceOutcome.Found] = "found",
            [SourceOutcome.NotFound] = "nothing there",
            [SourceOutcome.Failed] = "failed",
            [SourceOutcome.Skipped] = "not needed",
        },
        Failures = new Dictionary<FailureKind, string>
        {
            [FailureKind.HostNotFound] = "the name does not exist",
            [FailureKind.NoAddress] = "the name has no address",
            [FailureKind.LookupFailed] = "the name servers did not answer",
            [FailureKind.AddressBlocked] = "the address must not be dialled from here",
            [FailureKind.ConnectionRefused] = "nothing listens there",
            [FailureKind.ConnectionReset] = "the server hung up",
            [FailureKind.HostUnreachable] = "no way leads there",
            [FailureKind.TimedOut] = "no answer in time",
            [FailureKind.TlsFailed] = "encryption could not be agreed on",
            [FailureKind.CertificateUntrusted] = "the certificate is not valid",
            [FailureKind.GreetingRejected] = "the server turned us away",
            [FailureKind.WrongProtocol] = "something else is spoken there",
            [FailureKind.ProtocolViolation] = "the answer breaks the rules",
            [FailureKind.ResponseTooLarge] = "the answer is too large",
            [FailureKind.HttpStatus] = "the web server refused",
            [FailureKind.RedirectRefused] = "it leads where we must not follow",
            [FailureKind.DocumentInvalid] = "the file cannot be read",
            [FailureKind.DigestMismatch] = "the file is not the announced one",
            [FailureKind.AnswerForged] = "the DNS answer is forged",
            [FailureKind.CapabilityMissing] = "a needed ability is missing",
            [FailureKind.StartTlsRefused] = "STARTTLS was refused",
            [FailureKind.SignInRejected] = "the sign-in was refused",
            [FailureKind.DeadlineReached] = "the time was up",
            [FailureKind.TargetBusy] = "this server is being asked too often just now",
            [FailureKind.Unexpected] = "a fault on our side",
        },
        SignIns = new Dictionary<SignInOutcome, string>
        {
            [SignInOutcome.Accepted] = "sign-in works",
            [SignInOutcome.Rejected] = "sign-in refused",
            [SignInOutcome.NotAttempted] = "no sign-in tried",
            [SignInOutcome.Unanswered] = "sign-in not answered",
        },
        Tasks = new Dictionary<MailTask, string>
        {
            [MailTask.FirstSync] = "Fetching everything for the first time",
            [MailTask.FirstUsable] = "Until the first messages are shown",
            [MailTask.CheckNothingNew] = "Looking for new mail: none",
            [MailTask.CheckNewMail] = "Fetching a day’s new mail",
            [MailTask.OpenLargeMessage] = "Opening a large message",
            [MailTask.OpenOldMessage] = "Opening an ordinary message",
        },
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Blocking] = "Blocking",
            [Severity.High] = "Serious",
            [Severity.Medium] = "Notable",
            [Severity.Low] = "Minor",
            [Severity.Info] = "For information",
        },
        Drifts = new Dictionary<DriftFact, string>
        {
            [DriftFact.Offered] = "offered at all",
            [DriftFact.Host] = "server name",
            [DriftFact.Port] = "port",
            [DriftFact.Security] = "encryption",
            [DriftFact.Username] = "user name",
            [DriftFact.Preferred] = "preferred protocol",
            [DriftFact.Endpoint] = "server",
            [DriftFact.Certificate] = "name in the certificate",
        },
    };
}
