using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Holds a published port against what that port is for (IANA service names; RFC 8314 §7). A server on another protocol's port is left out:
/// whoever dialled it would meet the wrong protocol, and it would count as the operator's offer, even as the preferred one. Security that does not fit the
/// port is kept: one handshake decides it, and the operator should see it fail. Ports that are nobody's are the operator's choice.
/// </summary>
internal static class PortCustom
{
    private static readonly Dictionary<int, (string Protocol, bool Tls)> Owners = new(
        from protocol in MailProtocols.All
        from security in MailProtocols.Securities
        select KeyValuePair.Create(protocol.PortFor(security), (protocol.Name(), security == ConnectionSecurity.ImplicitTls)))
    {
        [StandardPort.Relay] = (MailProtocol.Submission.Name(), false),
    };

    /// <summary>Whether the port is another protocol's, and a complaint that says whose.</summary>
    /// <param name="protocol">IMAP, POP3 or SMTP, in any case.</param>
    /// <param name="port">The port.</param>
    /// <param name="complaint">What is wrong; null when the port is not another's.</param>
    internal static bool IsForeign(string protocol, int port, out Remark? complaint)
    {
        complaint = Owners.TryGetValue(port, out var owner) && !owner.Protocol.Equals(protocol, StringComparison.OrdinalIgnoreCase)
            ? new Remark(owner.Tls ? RemarkCode.PortForeignTls : RemarkCode.PortForeign, ("port", port), ("protocol", owner.Protocol))
            : null;
        return complaint is not null;
    }

    /// <summary>What is wrong between a port and its security; null where nothing is, or the port is nobody's.</summary>
    internal static Remark? Clash(int port, ConnectionSecurity security) =>
        !Owners.TryGetValue(port, out var owner) || owner.Tls == (security == ConnectionSecurity.ImplicitTls) ? null
        : new Remark(owner.Tls ? RemarkCode.PortOfTls : RemarkCode.PortOfClearText, ("port", port));
}
