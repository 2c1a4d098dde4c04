using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

// What was measured is sent as it is. A record of its own, because reconnaissance and session are told as one way of steps, and what was
// left out of the conversation in a language's words.

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
/// <param name="Conversation">What was said on the connection, without secrets, private names and message contents; at most 60
/// lines.</param>
public sealed record EndpointReport(
    MailProtocol Protocol,
    string Host,
    int Port,
    ConnectionSecurity Security,
    bool Usable,
    bool Trusted,
    IReadOnlyList<AddressResult> Addresses,
    IReadOnlyList<StepResult> Steps,
    double? RoundTripMs,
    string? Greeting,
    string? Implementation,
    IReadOnlyList<string> Capabilities,
    IReadOnlyList<string> SaslMechanisms,
    TlsDetails? Tls,
    SignInResult SignIn,
    IReadOnlyList<TranscriptLine> Conversation)
{
    /// <summary>
    /// Answers whose end the server held back until the rest was acknowledged (Nagle's algorithm): each cost a round trip more than is
    /// counted in the steps.
    /// </summary>
    public int HeldBack { get; init; }

    /// <summary>Those of them in the TLS handshake.</summary>
    public int HeldBackInHandshake { get; init; }

    /// <summary>
    /// Of a server for sending: the largest message in bytes that it takes, encoded as it is sent (SIZE, RFC 1870); null where it does not
    /// say.
    /// </summary>
    public long? MaxMessageBytes { get; init; }

    /// <summary>Whether nothing was learned of it because of us: then it is unknown, not unusable.</summary>
    internal bool IsUnexamined { get; init; }

    /// <summary>The shown form.</summary>
    internal static EndpointReport From(EndpointFacts facts, Language language) => new(
        facts.Probe.Endpoint.Protocol,
        facts.Probe.Endpoint.Host.Value,
        facts.Probe.Endpoint.Port,
        facts.Probe.Endpoint.Security,
        facts.Probe.Usable,
        facts.Trusted,
        [.. facts.Probe.Addresses.Select(x => x with { Failure = EvidenceWords.In(language).Told(x.Failure), Fault = EvidenceWords.In(language).Told(x.Fault) })],
        [.. facts.Probe.Steps.Concat(facts.SessionSteps).Select(x => x with { Failure = EvidenceWords.In(language).Told(x.Failure) })],
        facts.Probe.RoundTripMs,
        facts.Probe.Greeting,
        facts.Probe.Implementation,
        facts.Probe.Capabilities?.Lines ?? [],
        facts.Probe.Capabilities?.SaslMechanisms ?? [],
        facts.Probe.Tls,
        facts.SignIn,
        [.. facts.Probe.Conversation.Select(line => ConversationPhrases.Said(line, language))])
    {
        HeldBack = facts.Probe.HeldBack,
        HeldBackInHandshake = facts.Probe.HeldBackInHandshake,
        IsUnexamined = Unexamined.Is(facts),
        MaxMessageBytes = SubmissionOffer.Of(facts.Probe)?.MaxMessageBytes,
    };
}
