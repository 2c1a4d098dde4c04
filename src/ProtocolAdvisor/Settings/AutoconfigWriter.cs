using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// Autoconfig XML 1.1 (draft-ietf-mailmaint-autoconfig): clients try the servers in their order. Thunderbird is the strictest reader, so
/// that a file is written only where it reads what is meant. Seen with Thunderbird 153.7 on 27 November 2026: without an outgoing server it
/// takes nothing of the file; without a user name it signs in as <c>undefined</c>; of several ways to sign in it takes the first that it
/// knows, and OAuth 2.0 only at hosts of its own list; a server whose ways it does not know is left out. It compares no domain, takes
/// placeholders and A-labels in it (U-labels void the file), takes IP addresses as hosts, and any port with any encryption.
/// </summary>
internal static class AutoconfigWriter
{
    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (settings.Outgoing is not { } outgoing) return SettingsOutcome.Of(SettingsObstacle.OutgoingServerUnknown);
        if (settings.Best.LoginName.Template is null || outgoing.LoginName.Template is null)
            return SettingsOutcome.Of(SettingsObstacle.UserNameNotExpressible);
        if (!IsRead(settings.Best) || !ThunderbirdSignIn.Takes(outgoing)) return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
        var provider = new XElement(
            "emailProvider",
            new XAttribute("id", settings.Subject.Value),
            new XElement("domain", settings.MailDomain?.Value ?? LoginName.Domain),
            new XElement("displayName", settings.DisplayName),
            new XElement("displayShortName", settings.DisplayName),
            settings.Incoming.Where(IsRead).Select(server => Incoming(server, settings.LeaveOnServerDays)),
            Outgoing(outgoing));
        var content = XmlText.Of(new XElement("clientConfig", new XAttribute("version", "1.1"), provider));
        return SettingsOutcome.Of(new SettingsFile("config-v1.1.xml", "text/xml", content));
    }

    private static bool IsRead(IncomingServer server) => server.LoginName.Template is not null && ThunderbirdSignIn.Takes(server);

    private static XElement Incoming(IncomingServer server, int? leaveDays) => Server(
        "incomingServer",
        AutoconfigWords.TypeOf(server.Endpoint.Protocol),
        server.Endpoint.Host,
        server.Endpoint.Port,
        server.Endpoint.Security,
        server.LoginName,
        server.CommonWays.Union(server.Authentication), // It takes the first that it has a word for.
        server.Endpoint.Protocol == MailProtocol.Pop3 && leaveDays is { } days ? Pop3(days) : null);

    private static XElement Outgoing(OutgoingServer server) =>
        Server("outgoingServer", "smtp", server.Host, server.Port, server.Security, server.LoginName, server.Authentication, null);

    private static XElement Server(
        string element, string type, HostName host, int port, ConnectionSecurity security, LoginName name,
        IEnumerable<AuthenticationMethod> methods, XElement? more) => new(
        element,
        new XAttribute("type", type),
        new XElement("hostname", host.Value),
        new XElement("port", port),
        new XElement("socketType", security == ConnectionSecurity.ImplicitTls ? "SSL" : "STARTTLS"),
        new XElement("username", name.Written),
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
