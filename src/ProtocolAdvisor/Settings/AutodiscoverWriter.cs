using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The reply of Autodiscover's plain XML form (Microsoft, "POX Autodiscover XML elements for Exchange"): a protocol of each kind, in the order in which
/// they are to be tried. It knows no placeholders, so a login name that follows from the address is left to Outlook; and it knows no OAuth here.
/// </summary>
internal static class AutodiscoverWriter
{
    private static readonly XNamespace Envelope = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static readonly XNamespace Reply = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (!TakesPassword(settings.Best.Authentication)) return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
        var account = new XElement(
            Reply + "Account",
            new XElement(Reply + "AccountType", "email"),
            new XElement(Reply + "Action", "settings"),
            settings.Incoming.Where(x => TakesPassword(x.Authentication)).DistinctBy(x => x.Endpoint.Protocol).Select(Incoming),
            settings.Outgoing is { } outgoing ? Outgoing(outgoing) : new XComment(" The outgoing server is not known. "));
        var content = XmlText.Of(new XElement(Envelope + "Autodiscover", new XElement(Reply + "Response", account)));
        return SettingsOutcome.Of(new SettingsFile("autodiscover.xml", "application/xml", content));
    }

    private static XElement Incoming(IncomingServer server) => Protocol(
        server.Endpoint.Protocol.Name(),
        server.Endpoint.Host,
        server.Endpoint.Port,
        server.Endpoint.Security,
        server.LoginName,
        true);

    private static XElement Outgoing(OutgoingServer server)
    {
        var signIn = !server.Authentication.All(x => x is AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress);
        var protocol = Protocol("SMTP", server.Host, server.Port, server.Security, server.LoginName, signIn);
        if (signIn) protocol.Add(new XElement(Reply + "UsePOPAuth", "on"));
        return protocol;
    }

    // Encryption outranks SSL where a client knows it; where it does not, SSL fails rather than send the password in clear.
    private static XElement Protocol(string type, HostName host, int port, ConnectionSecurity security, LoginName name, bool signIn) => new(
        Reply + "Protocol",
        new XElement(Reply + "Type", type),
        new XElement(Reply + "Server", host.Value),
        new XElement(Reply + "Port", port),
        name.Literal is { } literal ? new XElement(Reply + "LoginName", literal) : null,
        new XElement(Reply + "DomainRequired", "off"),
        new XElement(Reply + "SPA", "off"),
        new XElement(Reply + "SSL", "on"),
        new XElement(Reply + "Encryption", security == ConnectionSecurity.ImplicitTls ? "SSL" : "TLS"),
        new XElement(Reply + "AuthRequired", signIn ? "on" : "off"));

    private static bool TakesPassword(IEnumerable<AuthenticationMethod> methods) =>
        methods.Any(x => x is AuthenticationMethod.PasswordCleartext or AuthenticationMethod.PasswordEncrypted);
}
