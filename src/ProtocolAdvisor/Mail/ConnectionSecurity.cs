using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>How, and whether, a connection to an endpoint becomes encrypted.</summary>
[JsonConverter(typeof(CamelCase<ConnectionSecurity>))]
public enum ConnectionSecurity
{
    /// <summary>TLS from the first byte (RFC 8314 §3).</summary>
    ImplicitTls,

    /// <summary>A clear-text start, upgraded by STARTTLS (IMAP, SMTP) or STLS (POP3).</summary>
    StartTls,

    /// <summary>No encryption at all. Probed so that it can be reported; never recommended, never given a password.</summary>
    Cleartext,
}
