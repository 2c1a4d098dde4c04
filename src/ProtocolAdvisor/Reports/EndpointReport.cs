using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>One endpoint: what it offers, and how each step went.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Usable">Whether it can be spoken to securely.</param>
/// <param name="Trusted">Whether a password may go there.</param>
/// <param name="Addresses">Every address of the host and how dialling it went.</param>
/// <param name="Steps">The steps in their order.</param>
/// <param name="RoundTripMs">The line's round-trip time.</param>
/// <param name="Greeting">The server's first line, cut and escaped.</param>
/// <param name="Implementation">The server's software, where it says.</param>
/// <param name="Capabilities">What a client is offered.</param>
/// <param name="SaslMechanisms">How a client may sign in.</param>
/// <param name="Tls">What the handshake settled on.</param>
/// <param name="SignIn">How the sign-in went.</param>
/// <param name="Conversation">What was said on the connection, without secrets, private names and message contents; at most 60 lines.</param>
public sealed record EndpointReport(
    MailProtocol Protocol,
    string Host,
    int Port,
    ConnectionSecurity Security,
    bool Usable,
    bool Trusted,
    IReadOnlyList<AddressReport> Addresses,
    IReadOnlyList<StepReport> Steps,
    double? RoundTripMs,
    string? Greeting,
    string? Implementation,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> SaslMechanisms,
    TlsReport? Tls,
    SignInReport SignIn,
    IReadOnlyList<ConversationReport> Conversation)
{
    /// <summary>The shown form.</summary>
    internal static EndpointReport From(EndpointFacts facts, Language language) => new(
        facts.Probe.Endpoint.Protocol,
        facts.Probe.Endpoint.Host.Value,
        facts.Probe.Endpoint.Port,
        facts.Probe.Endpoint.Security,
        facts.Probe.Usable,
        facts.Trusted,
        [.. facts.Probe.Addresses.Select(x => AddressReport.From(x, language))],
        [.. facts.Probe.Steps.Concat(facts.SessionSteps).Select(x => StepReport.From(x, language))],
        Milliseconds.Rounded(facts.Probe.RoundTripMs),
        facts.Probe.Greeting,
        facts.Probe.Implementation,
        facts.Probe.Capabilities?.Lines ?? [],
        facts.Probe.Capabilities?.SaslMechanisms ?? [],
        TlsReport.From(facts.Probe.Tls),
        SignInReport.From(facts.SignIn),
        [.. facts.Probe.Conversation.Select(line => ConversationReport.Of(line, language))]);
}

/// <summary>One address of the host.</summary>
/// <param name="Address">The address.</param>
/// <param name="Family">Its family.</param>
/// <param name="Outcome">How dialling it ended.</param>
/// <param name="ConnectMs">Time to the established connection.</param>
/// <param name="Failure">Why it failed.</param>
/// <param name="Greeting">The server's first line there; null where the host has one address only, or this one was not looked at.</param>
/// <param name="CertificateStatus">What is to be said of the certificate shown there; empty where none was seen.</param>
/// <param name="CertificateNotAfter">End of that certificate's validity, UTC.</param>
/// <param name="Fault">Why it could not be spoken to although the connection came about.</param>
public sealed record AddressReport(
    string Address,
    AddressFamilyName Family,
    StepOutcome Outcome,
    double? ConnectMs,
    FailureReport? Failure,
    string? Greeting,
    IReadOnlyList<CertificateStatus> CertificateStatus,
    DateTimeOffset? CertificateNotAfter,
    FailureReport? Fault)
{
    /// <summary>The shown form.</summary>
    internal static AddressReport From(AddressResult address, Language language) => new(
        address.Address,
        address.Family,
        address.Outcome,
        Milliseconds.Rounded(address.ConnectMs),
        FailureReport.From(address.Failure, language),
        address.Greeting,
        address.CertificateStatus,
        address.CertificateNotAfter,
        FailureReport.From(address.Fault, language));
}

/// <summary>One step's outcome and cost.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ElapsedMs">How long it took; null when not attempted.</param>
/// <param name="RoundTrips">Round trips that it waited for; null where they cannot be counted.</param>
/// <param name="Failure">Why it failed.</param>
public sealed record StepReport(MailStep Step, StepOutcome Outcome, double? ElapsedMs, int? RoundTrips, FailureReport? Failure)
{
    /// <summary>The shown form.</summary>
    internal static StepReport From(StepResult step, Language language) =>
        new(step.Step, step.Outcome, Milliseconds.Rounded(step.ElapsedMs), step.RoundTrips, FailureReport.From(step.Failure, language));
}

/// <summary>Why something failed.</summary>
/// <param name="Kind">The kind, from a closed list.</param>
/// <param name="Reply">The server's words, scrubbed; null when it said nothing.</param>
public sealed record FailureReport(FailureKind Kind, string? Reply)
{
    /// <summary>What exactly it was, in words of ours; null where the kind says it all.</summary>
    public string? Detail { get; init; }

    /// <summary>The shown form; null stays null.</summary>
    internal static FailureReport? From(Failure? failure, Language language) =>
        failure is null ? null : new(failure.Kind, failure.Reply) { Detail = EvidenceWords.In(language).Text(failure.Remark) };
}

/// <summary>The one sign-in attempt.</summary>
/// <param name="Outcome">How it ended.</param>
/// <param name="Mechanism">The SASL mechanism.</param>
/// <param name="ElapsedMs">How long it took.</param>
/// <param name="Reply">The server's words, scrubbed.</param>
/// <param name="Reason">Why it was refused or not tried.</param>
public sealed record SignInReport(SignInOutcome Outcome, string? Mechanism, double? ElapsedMs, string? Reply, SignInReason? Reason)
{
    /// <summary>The shown form.</summary>
    internal static SignInReport From(SignInResult signIn) =>
        new(signIn.Outcome, signIn.Mechanism, Milliseconds.Rounded(signIn.ElapsedMs), signIn.Reply, signIn.Reason);
}
