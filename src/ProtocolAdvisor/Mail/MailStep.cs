using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>The steps of a run at one endpoint, in their order.</summary>
[JsonConverter(typeof(CamelCase<MailStep>))]
public enum MailStep
{
    /// <summary>The host's addresses are looked up.</summary>
    Resolve,

    /// <summary>TCP, all addresses raced (RFC 8305).</summary>
    Connect,

    /// <summary>The TLS handshake, implicit or after STARTTLS.</summary>
    TlsHandshake,

    /// <summary>The server's first line; SMTP's may have several.</summary>
    Greeting,

    /// <summary>CAPABILITY (IMAP), CAPA (POP3), or EHLO (SMTP) with HELO behind it where that is refused.</summary>
    Capability,

    /// <summary>STARTTLS (IMAP, SMTP) or STLS (POP3).</summary>
    StartTls,

    /// <summary>
    /// The one sign-in attempt. For IMAP with what MailKit asks right behind it (namespaces, special folders); the bare sign-in's time is
    /// in the sign-in's own result.
    /// </summary>
    SignIn,

    /// <summary>Folders, sizes and quota are asked for.</summary>
    OpenMailbox,

    /// <summary>Messages are fetched as samples.</summary>
    Measure,
}

/// <summary>How a step, an address or an endpoint ended.</summary>
[JsonConverter(typeof(CamelCase<StepOutcome>))]
public enum StepOutcome
{
    /// <summary>Done.</summary>
    Completed,

    /// <summary>Tried, and failed with a <see cref="Mail.Failure"/>.</summary>
    Failed,

    /// <summary>Never begun, because it was not needed or an earlier step failed.</summary>
    NotAttempted,
}

/// <summary>One step's outcome and cost.</summary>
/// <param name="Step">The step.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="ElapsedMs">Milliseconds from its beginning to its end; null when not attempted.</param>
/// <param name="RoundTrips">Client bursts that the step had to wait for; null when not attempted or not countable (name
/// resolution).</param>
/// <param name="Failure">What went wrong, for a failed step.</param>
public sealed record StepResult(MailStep Step, StepOutcome Outcome, double? ElapsedMs = null, int? RoundTrips = null, Failure? Failure = null)
{
    /// <summary>
    /// Milliseconds from the beginning of the run to the step's; null when not attempted, of a name lookup (several servers may share one), and of runs kept before it was noted.
    /// </summary>
    [NotSent, JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? StartedMs { get; init; }
}
