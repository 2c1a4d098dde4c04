using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

/// <summary>The two ways of reading a mailbox that the product compares.</summary>
[JsonConverter(typeof(CamelCase<MailProtocol>))]
public enum MailProtocol
{
    /// <summary>IMAP4rev1 or later (RFC 3501, RFC 9051).</summary>
    Imap,

    /// <summary>POP3 (RFC 1939) with its extensions (RFC 2449).</summary>
    Pop3,
}

/// <summary>How people write a protocol.</summary>
public static class ProtocolNames
{
    /// <summary>As <c>IMAP</c>, <c>POP3</c>.</summary>
    public static string Name(this MailProtocol protocol) => protocol == MailProtocol.Imap ? "IMAP" : "POP3";

    /// <summary>The one that is compared with it.</summary>
    public static MailProtocol Other(this MailProtocol protocol) => protocol == MailProtocol.Imap ? MailProtocol.Pop3 : MailProtocol.Imap;
}
