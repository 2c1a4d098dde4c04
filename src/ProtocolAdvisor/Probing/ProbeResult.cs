using System.Text.Json.Serialization;
using ProtocolAdvisor.Dialing;
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

    /// <summary>The line's round-trip time in milliseconds: the kernel's smallest measured one, else the shortest step of one round trip.</summary>
    public double? RoundTripMs { get; init; }

    /// <summary>The server's first line: cut and escaped. Null when nothing, or nothing of a mail server, was said.</summary>
    public string? Greeting { get; init; }

    /// <summary>The server's software, from the IMPLEMENTATION capability or the greeting; null where it does not say.</summary>
    public string? Implementation { get; init; }

    /// <summary>What was offered before TLS; null for implicit TLS.</summary>
    public CapabilitySet? CapabilitiesBeforeTls { get; init; }

    /// <summary>What is offered on the connection that a client would use: after TLS, or in clear where TLS is not to be had.</summary>
    public CapabilitySet? Capabilities { get; init; }

    /// <summary>TLS version, cipher suite and certificate, when a handshake completed.</summary>
    public TlsDetails? Tls { get; init; }

    /// <summary>What is really spoken on the port, where that is not what was expected.</summary>
    public SpokenProtocol? Spoken { get; init; }

    /// <summary>Whether the best version that a failed handshake's server speaks is TLS 1.1 or older, seen by a ClientHello of our own.</summary>
    public bool LegacyTlsOnly { get; init; }

    /// <summary>What was said on the connection, in its order; where a session was signed in over it, that is told too.</summary>
    public IReadOnlyList<TranscriptLine> Conversation { get; init; } = [];

    /// <summary>Whether, beside a handshake that worked, TLS 1.1 or older was seen to be taken as well. Asked over implicit TLS only, and no more than the probe's own time.</summary>
    public bool LegacyTlsOffered { get; init; }

    /// <summary>How many answers the server held back in part until the rest was acknowledged (Nagle's algorithm): each cost a round trip more than is counted in the steps.</summary>
    public int HeldBack { get; init; }

    /// <summary>Those of them in the TLS handshake: there a client acknowledges at once.</summary>
    public int HeldBackInHandshake { get; init; }

    /// <summary>The first failed step's failure; null when every step was completed.</summary>
    [JsonIgnore]
    public Failure? Failure => Steps.Select(step => step.Failure).FirstOrDefault(failure => failure is not null);

    /// <summary>Whether the endpoint could be spoken to securely: every step done, over TLS, with a certificate that is valid for the name.</summary>
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
