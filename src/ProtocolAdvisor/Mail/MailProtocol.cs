using System.Text.Json.Serialization;

namespace ProtocolAdvisor.Mail;

// Whoever chooses between ways by it writes a switch without a default: then a new member is a compile error (CS8509) wherever it matters,
// and never taken for one of the others. A test holds that.

/// <summary>What is spoken at an endpoint.</summary>
[JsonConverter(typeof(CamelCase<MailProtocol>))]
public enum MailProtocol
{
    /// <summary>IMAP4rev1 or later (RFC 3501, RFC 9051).</summary>
    Imap,

    /// <summary>POP3 (RFC 1939) with its extensions (RFC 2449).</summary>
    Pop3,

    /// <summary>Message submission: SMTP as mail programs hand in mail by it (RFC 6409, RFC 8314). It reads no mailbox, so it is not compared.</summary>
    Submission,
}

/// <summary>What belongs to a protocol wherever it is spoken: its names and its ports; and which protocols are compared.</summary>
public static class MailProtocols
{
    private static readonly Terms Imap = new("IMAP", "imap", StandardPort.Imap, StandardPort.Imaps);
    private static readonly Terms Pop3 = new("POP3", "pop3", StandardPort.Pop3, StandardPort.Pop3s);

    private static readonly Terms Submission = new("SMTP", "submission", StandardPort.Submission, StandardPort.Submissions);

    private sealed record Terms(string Name, string Service, int Port, int TlsPort);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<MailProtocol> All { get; } = Enum.GetValues<MailProtocol>();

    /// <summary>The two that read a mailbox: they are compared, and one of them is recommended.</summary>
    public static IReadOnlyList<MailProtocol> Compared { get; } = [MailProtocol.Imap, MailProtocol.Pop3];

    /// <summary>The securities that have a standard port, the better one first.</summary>
    public static IReadOnlyList<ConnectionSecurity> Securities { get; } = [ConnectionSecurity.ImplicitTls, ConnectionSecurity.StartTls];

    /// <summary>Whether it reads a mailbox, and so may be recommended.</summary>
    public static bool ReadsMail(this MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap or MailProtocol.Pop3 => true,
        MailProtocol.Submission => false,
    };

    /// <summary>How people write it: <c>IMAP</c>, <c>POP3</c>, <c>SMTP</c>.</summary>
    public static string Name(this MailProtocol protocol) => Of(protocol).Name;

    /// <summary>Its service name (IANA), as SRV records and URLs have it: <c>imap</c>, and <c>imaps</c> with implicit TLS.</summary>
    public static string ServiceName(this MailProtocol protocol, ConnectionSecurity security) =>
        security == ConnectionSecurity.ImplicitTls ? Of(protocol).Service + "s" : Of(protocol).Service;

    /// <summary>Its standard port for this security.</summary>
    public static int PortFor(this MailProtocol protocol, ConnectionSecurity security) =>
        security == ConnectionSecurity.ImplicitTls ? Of(protocol).TlsPort : Of(protocol).Port;

    /// <summary>For whoever chooses between the compared ones and is asked about another: our own fault.</summary>
    internal static ArgumentOutOfRangeException IsNotCompared(this MailProtocol protocol) => new(nameof(protocol), protocol, "It reads no mailbox.");

    /// <summary>The one that it is compared with.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is compared with none.</exception>
    public static MailProtocol Other(this MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => MailProtocol.Pop3,
        MailProtocol.Pop3 => MailProtocol.Imap,
        MailProtocol.Submission => throw protocol.IsNotCompared(),
    };

    private static Terms Of(MailProtocol protocol) => protocol switch
    {
        MailProtocol.Imap => Imap,
        MailProtocol.Pop3 => Pop3,
        MailProtocol.Submission => Submission,
    };
}
