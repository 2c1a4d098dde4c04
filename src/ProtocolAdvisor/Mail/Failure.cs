using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>What went wrong at which step: a result, never an exception. The remote world is data.</summary>
/// <param name="Step">The step that failed; on the wire the failure stands at it.</param>
/// <param name="Kind">Why, from a closed list.</param>
/// <param name="Reply">The server's words: cut, escaped and scrubbed of secrets; null when it said nothing or its words must not be echoed.</param>
/// <param name="ElapsedMs">Milliseconds from the step's beginning to the failure.</param>
public sealed record Failure([property: NotSent] MailStep Step, FailureKind Kind, string? Reply, [property: NotSent] double ElapsedMs)
{
    /// <summary>What exactly it was, where that is for us to say and not the server; null where the kind says it all.</summary>
    [NotSent]
    public Remark? Remark { get; init; }

    /// <summary>Of a mailbox's server that fell silent: milliseconds since its last word, or since the question behind it; null where the whole step was one silence.</summary>
    [NotSent, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? SilentMs { get; init; }

    /// <summary>The same in the reader's language; only in what is told.</summary>
    public string? Detail { get; init; }
}

/// <summary>The closed list of ways in which a step fails.</summary>
[JsonConverter(typeof(KebabCase<FailureKind>))]
public enum FailureKind
{
    /// <summary>The name does not exist (NXDOMAIN).</summary>
    HostNotFound,

    /// <summary>The name exists but has no A or AAAA record.</summary>
    NoAddress,

    /// <summary>The name could not be looked up: the resolver failed or gave no answer, while it answers for others.</summary>
    LookupFailed,

    /// <summary>No name could be looked up: our own name servers, or the network to them, do not work. It says nothing about the name.</summary>
    LookupImpossible,

    /// <summary>The address policy forbids an address or port.</summary>
    AddressBlocked,

    /// <summary>Nothing listens on the port.</summary>
    ConnectionRefused,

    /// <summary>The other side dropped the connection.</summary>
    ConnectionReset,

    /// <summary>No route to the host.</summary>
    HostUnreachable,

    /// <summary>No answer within the step's own time.</summary>
    TimedOut,

    /// <summary>The TLS handshake failed.</summary>
    TlsFailed,

    /// <summary>TLS works, the certificate is not to be trusted.</summary>
    CertificateUntrusted,

    /// <summary>The server refused us in its greeting (BYE, -ERR).</summary>
    GreetingRejected,

    /// <summary>Something else is spoken on this port.</summary>
    WrongProtocol,

    /// <summary>The reply breaks the protocol's grammar.</summary>
    ProtocolViolation,

    /// <summary>A bound on what we read was reached.</summary>
    ResponseTooLarge,

    /// <summary>A web server answered with a status that is neither success nor "not there".</summary>
    HttpStatus,

    /// <summary>A redirect was not followed: too many, from https down to http, or to where we must not go.</summary>
    RedirectRefused,

    /// <summary>A published document cannot be read.</summary>
    DocumentInvalid,

    /// <summary>A published document is not the one whose digest its domain publishes.</summary>
    DigestMismatch,

    /// <summary>The resolver answered for a name that cannot exist.</summary>
    AnswerForged,

    /// <summary>The server lacks what the step needs.</summary>
    CapabilityMissing,

    /// <summary>STARTTLS or STLS was answered with a refusal.</summary>
    StartTlsRefused,

    /// <summary>The sign-in was refused.</summary>
    SignInRejected,

    /// <summary>The server accepted the sign-in and did not open the mailbox (EXAMINE, STAT, POP3's LIST).</summary>
    MailboxRefused,

    /// <summary>The server refused a command that every server must answer (LIST, FETCH, EHLO).</summary>
    CommandRefused,

    /// <summary>The mailbox was opened, and the server refused to list its folders.</summary>
    FolderListRefused,

    /// <summary>The run's deadline came first.</summary>
    DeadlineReached,

    /// <summary>Too many recent failures or connections at this host: not dialled now, out of politeness.</summary>
    TargetBusy,

    /// <summary>Our own machine could not do it: no route to an address of that family, no file, port or buffer left. It says nothing about the server.</summary>
    LocalFault,

    /// <summary>Our own fault.</summary>
    Unexpected,
}
