using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Pasting;

/// <summary>What a port says by itself (IANA; RFC 8314 §7).</summary>
internal static class UsualPort
{
    /// <summary>The endpoint whose standard port it is; null where it is none's.</summary>
    public static MailEndpoint? Of(HostName host, int port) =>
        MailEndpoint.StandardOf(host).Concat(MailEndpoint.SubmissionOf(host)).FirstOrDefault(x => x.Port == port);

    /// <summary>
    /// The same of a port that is named beside its protocol: a port of another security means that security, whatever else was said.
    /// </summary>
    public static MailEndpoint Of(HostName host, MailProtocol protocol, ConnectionSecurity security, int? port) => new(
        protocol,
        host,
        port ?? protocol.PortFor(security),
        MailProtocols.Securities.Where(x => protocol.PortFor(x) == port).DefaultIfEmpty(security).First());
}
