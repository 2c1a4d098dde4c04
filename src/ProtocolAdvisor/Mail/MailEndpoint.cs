using System.Globalization;

namespace ProtocolAdvisor.Mail;

/// <summary>One place where a mailbox may be reached: host, port, protocol and security.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">TCP port, 1–65535.</param>
/// <param name="Security">How the connection is encrypted.</param>
public sealed record MailEndpoint(MailProtocol Protocol, HostName Host, int Port, ConnectionSecurity Security)
{
    /// <summary>The four standard endpoints of a host: IMAP 993 and 143, POP3 995 and 110, the better security first.</summary>
    public static IReadOnlyList<MailEndpoint> StandardOf(HostName host) =>
    [
        .. from protocol in MailProtocols.Compared
           from security in MailProtocols.Securities
           select new MailEndpoint(protocol, host, protocol.PortFor(security), security),
    ];

    /// <summary>The two standard endpoints at which a host takes mail in from its users: 465 and 587, the better security first.</summary>
    public static IReadOnlyList<MailEndpoint> SubmissionOf(HostName host) =>
    [
        .. MailProtocols.Securities.Select(security =>
            new MailEndpoint(MailProtocol.Submission, host, MailProtocol.Submission.PortFor(security), security)),
    ];

    /// <summary><c>host:port</c>, IPv6 in brackets: how findings name an endpoint.</summary>
    public string Authority => Host.Value.Contains(':')
        ? string.Create(CultureInfo.InvariantCulture, $"[{Host}]:{Port}")
        : string.Create(CultureInfo.InvariantCulture, $"{Host}:{Port}");
}
