using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>Autoconfig XML 1.1 (draft-ietf-mailmaint-autoconfig): clients try the servers in their order.</summary>
internal static class AutoconfigWriter
{
    public static SettingsOutcome Write(ClientSettings settings)
    {
        var provider = new XElement(
            "emailProvider",
            new XAttribute("id", settings.Subject.Value),
            new XElement("domain", settings.MailDomain?.Value ?? LoginName.Domain),
            new XElement("displayName", settings.DisplayName),
            new XElement("displayShortName", settings.DisplayName),
            settings.Incoming.Select(server => Incoming(server, settings.LeaveOnServerDays)),
            settings.Outgoing is { } outgoing ? Outgoing(outgoing) : new XComment(" The outgoing server is not known. "));
        var content = XmlText.Of(new XElement("clientConfig", new XAttribute("version", "1.1"), provider));
        return SettingsOutcome.Of(new SettingsFile("config-v1.1.xml", "text/xml", content));
    }

    private static XElement Incoming(IncomingServer server, int? leaveDays) => Server(
        "incomingServer",
        AutoconfigWords.TypeOf(server.Endpoint.Protocol),
        server.Endpoint.Host,
        server.Endpoint.Port,
        server.Endpoint.Security,
        server.LoginName,
        server.Authentication,
        server.Endpoint.Protocol == MailProtocol.Pop3 && leaveDays is { } days ? Pop3(days) : null);

    private static XElement Outgoing(OutgoingServer server) =>
        Server("outgoingServer", "smtp", server.Host, server.Port, server.Security, server.LoginName, server.Authentication, null);

    private static XElement Server(
        string element, string type, HostName host, int port, ConnectionSecurity security, LoginName name, IEnumerable<AuthenticationMethod> methods, XElement? more) => new(
        element,
        new XAttribute("type", type),
        new XElement("hostname", host.Value),
        new XElement("port", port),
        new XElement("socketType", security == ConnectionSecurity.ImplicitTls ? "SSL" : "STARTTLS"),
        name.Template is { } template ? new XElement("username", template) : new XComment(" The user name does not follow from the address: ask the user. "),
        methods.Select(x => new XElement("authentication", Name(x))),
        more);

    private static XElement Pop3(int days) => new(
        "pop3",
        new XElement("leaveMessagesOnServer", days > 0),
        days > 0 ? new XElement("daysToLeaveMessagesOnServer", days) : null);

    private static string Name(AuthenticationMethod method) => method switch
    {
        AuthenticationMethod.PasswordCleartext => "password-cleartext",
        AuthenticationMethod.PasswordEncrypted => "password-encrypted",
        AuthenticationMethod.Ntlm => "NTLM",
        AuthenticationMethod.Gssapi => "GSSAPI",
        AuthenticationMethod.ClientIpAddress => "client-IP-address",
        AuthenticationMethod.TlsClientCert => "TLS-client-cert",
        AuthenticationMethod.OAuth2 => "OAuth2",
        _ => "none",
    };
}
