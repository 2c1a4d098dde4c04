using System.Text.Json.Serialization;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Everything that reconnaissance learned about one endpoint, without credentials.</summary>
public sealed record ProbeResult
{
    /// <summary>The endpoint that was probed.</summary>
    public required MailEndpoint Endpoint { get; init; }

    /// <summary>Every address of the host, dialled and reported, in dialling order.</summary>
    public IReadOnlyList<AddressResult> Addresses { get; init; } = [];

    /// <summary>The steps in the order in which they were taken, up to the first failure; later ones follow as not attempted.</summary>
    public required IReadOnlyList<StepResult> Steps { get; init; }

    /// <summary>
    /// The line's round-trip time in milliseconds: the kernel's smallest measured one, else the shortest step of one round trip.
    /// </summary>
    public double? RoundTripMs { get; init; }

    /// <summary>The server's first line: cut and escaped. Null when nothing, or nothing of a mail server, was said.</summary>
    public string? Greeting { get; init; }

    /// <summary>The server's software, from the IMPLEMENTATION capability or the greeting; null where it does not say.</summary>
    public string? Implementation { get; init; }

    /// <summary>What was offered before TLS; null for implicit TLS.</summary>
    public CapabilitySet? CapabilitiesBeforeTls { get; init; }

    /// <summary>What is offered on the connection that a client would use: after TLS, or in clear where TLS is not to be had.</summary>
    public CapabilitySet? Capabilities { get; init; }

    /// <summary>
    /// POP3: the server's line to USER before TLS, with a made-up name and no password: cut and escaped. Null where USER is not offered
    /// there, or was not asked or answered.
    /// </summary>
    public string? UserInClearReply { get; init; }

    /// <summary>SMTP: the server's words to EHLO, where it took only HELO: cut and escaped. It offers nothing then. Null elsewhere.</summary>
    public string? EhloRefusal { get; init; }

    /// <summary>TLS version, cipher suite and certificate, when a handshake completed.</summary>
    public TlsDetails? Tls { get; init; }

    /// <summary>What is really spoken on the port, where that is not what was expected.</summary>
    public SpokenProtocol? Spoken { get; init; }

    /// <summary>
    /// Whether the best version that a failed handshake's server speaks is TLS 1.1 or older, seen by a ClientHello of our own.
    /// </summary>
    public bool LegacyTlsOnly { get; init; }

    /// <summary>What was said on the connection, in its order; where a session was signed in over it, that is told too.</summary>
    public IReadOnlyList<TranscriptLine> Conversation { get; init; } = [];

    /// <summary>
    /// What the server wants its user to read (ALERT, RFC 9051 §7.1), in its words: cut, escaped and scrubbed; those of a session signed in
    /// over the connection, too.
    /// </summary>
    public IReadOnlyList<string> Alerts { get; init; } = [];

    /// <summary>
    /// Whether, beside a handshake that worked, TLS 1.1 or older is taken as well; null where that was not asked or answered. Asked over
    /// implicit TLS, at one endpoint of each host.
    /// </summary>
    public bool? LegacyTlsOffered { get; init; }

    /// <summary>
    /// How many answers the server held back in part until the rest was acknowledged (Nagle's algorithm): each cost a round trip more than
    /// is counted in the steps.
    /// </summary>
    public int HeldBack { get; init; }

    /// <summary>Those of them in the TLS handshake: there a client acknowledges at once.</summary>
    public int HeldBackInHandshake { get; init; }

    /// <summary>What is offered to a client that does not encrypt; null for implicit TLS, and where it is not known.</summary>
    [JsonIgnore]
    public CapabilitySet? OfferedInClear =>
        Endpoint.Security == ConnectionSecurity.ImplicitTls ? null : CapabilitiesBeforeTls ?? (Tls is null ? Capabilities : null);

    /// <summary>The first failed step's failure; null when every step was completed.</summary>
    [JsonIgnore]
    public Failure? Failure => Steps.Select(step => step.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>
    /// Whether the server hung up or refused before it knew anything of us: it may allow a client only so many connections, of which we had
    /// others.
    /// </summary>
    [JsonIgnore]
    internal bool WasTurnedAway => IsTurningAway(Failure);

    /// <summary>Whether a failure is of that kind.</summary>
    internal static bool IsTurningAway(Failure? failure) =>
        failure is { Step: MailStep.TlsHandshake or MailStep.Greeting, Kind: FailureKind.GreetingRejected or FailureKind.ConnectionReset };

    /// <summary>
    /// Whether the endpoint could be spoken to securely: every step done, over TLS, with a certificate that is valid for the name.
    /// </summary>
    [JsonIgnore]
    public bool Usable => Failure is null && Steps.Any(step => step.Outcome == StepOutcome.Completed) && Tls is { Certificate.IsTrusted: true };
}

/// <summary>What an unexpected peer turned out to speak.</summary>
[JsonConverter(typeof(CamelCase<SpokenProtocol>))]
public enum SpokenProtocol
{
    /// <summary>Something that we do not know.</summary>
    Unknown,

    /// <summary>IMAP.</summary>
    Imap,

    /// <summary>POP3.</summary>
    Pop3,

    /// <summary>SMTP.</summary>
    Smtp,

    /// <summary>HTTP.</summary>
    Http,

    /// <summary>SSH.</summary>
    Ssh,

    /// <summary>FTP.</summary>
    Ftp,

    /// <summary>TLS, where clear text was expected.</summary>
    Tls,
}
