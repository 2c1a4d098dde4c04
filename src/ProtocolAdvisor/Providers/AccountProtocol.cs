using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>What a mail account speaks: a provider may demand something else of each.</summary>
[JsonConverter(typeof(CamelCase<AccountProtocol>))]
public enum AccountProtocol
{
    /// <summary>Reading over IMAP.</summary>
    Imap,

    /// <summary>Reading over POP3.</summary>
    Pop3,

    /// <summary>Sending: submission over SMTP (RFC 6409).</summary>
    Submission,
}
