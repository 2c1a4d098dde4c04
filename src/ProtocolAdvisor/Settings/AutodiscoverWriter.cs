using System.Xml.Linq;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Settings;

/// <summary>
/// The reply of Autodiscover's plain XML form (Microsoft, "POX Autodiscover XML elements for Exchange"): a protocol of each kind, in the
/// order in which they are to be tried. It knows no placeholders and no OAuth. By Microsoft's annotated schema, Outlook takes what stands
/// before the <c>@</c> where no LoginName is given; so a file for everybody is right only where that is the user name; one for a single
/// person names his. Outlook's accounts of these kinds all have an outgoing server.
/// </summary>
internal static class AutodiscoverWriter
{
    private static readonly XNamespace Envelope = "http://schemas.microsoft.com/exchange/autodiscover/responseschema/2006";
    private static readonly XNamespace Reply = "http://schemas.microsoft.com/exchange/autodiscover/outlook/responseschema/2006a";

    public static SettingsOutcome Write(ClientSettings settings)
    {
        if (settings.Outgoing is not { } outgoing) return SettingsOutcome.Of(SettingsObstacle.OutgoingServerUnknown);
        if (!TakesPassword(settings.Best.Authentication) || !(IsOpen(outgoing) || TakesPassword(outgoing.Authentication)))
            return SettingsOutcome.Of(SettingsObstacle.SignInNotExpressible);
        if (!IsSaid(settings.Best.LoginName) || !(IsOpen(outgoing) || IsSaid(outgoing.LoginName)))
            return SettingsOutcome.Of(SettingsObstacle.UserNameNotExpressible);
        var account = new XElement(
            Reply + "Account",
            new XElement(Reply + "AccountType", "email"),
            new XElement(Reply + "Action", "settings"),
            settings.Incoming.Where(x => TakesPassword(x.Authentication) && IsSaid(x.LoginName)).DistinctBy(x => x.Endpoint.Protocol).Select(Incoming),
            Outgoing(outgoing));
        var content = XmlText.Of(new XElement(Envelope + "Autodiscover", new XElement(Reply + "Response", User(settings.Holder), account)));
        return SettingsOutcome.Of(new SettingsFile("autodiscover.xml", "application/xml", content));
    }

    private static XElement? User(AccountHolder? holder) => holder is null ? null
        : new XElement(Reply + "User", new XElement(Reply + "DisplayName", holder.DisplayName ?? holder.Email.ToString()));

    private static XElement Incoming(IncomingServer server) => Protocol(
        server.Endpoint.Protocol.Name(),
        server.Endpoint.Host,
        server.Endpoint.Port,
        server.Endpoint.Security,
        server.LoginName.Own,
        true);

    private static XElement Outgoing(OutgoingServer server)
    {
        var protocol = Protocol("SMTP", server.Host, server.Port, server.Security, IsOpen(server) ? null : server.LoginName.Own, !IsOpen(server));
        if (!IsOpen(server)) protocol.Add(new XElement(Reply + "UsePOPAuth", "on"));
        return protocol;
    }

    // Encryption outranks SSL where a client knows it; where it does not, SSL fails rather than send the password in clear.
    private static XElement Protocol(string type, HostName host, int port, ConnectionSecurity security, string? loginName, bool signIn) => new(
        Reply + "Protocol",
        new XElement(Reply + "Type", type),
        new XElement(Reply + "Server", host.Value),
        new XElement(Reply + "Port", port),
        loginName is null ? null : new XElement(Reply + "LoginName", loginName),
        new XElement(Reply + "DomainRequired", "off"),
        new XElement(Reply + "SPA", "off"),
        new XElement(Reply + "SSL", "on"),
        new XElement(Reply + "Encryption", security == ConnectionSecurity.ImplicitTls ? "SSL" : "TLS"),
        new XElement(Reply + "AuthRequired", signIn ? "on" : "off"));

    // Outlook knows the password as it is, and NTLM; of the encrypted ones none.
    private static bool TakesPassword(IEnumerable<AuthenticationMethod> methods) =>
        methods.Contains(AuthenticationMethod.PasswordCleartext);

    private static bool IsOpen(OutgoingServer server) =>
        server.Authentication.All(x => x is AuthenticationMethod.None or AuthenticationMethod.ClientIpAddress);

    // For one person the reply names it; for everybody it must be what Outlook takes by itself.
    private static bool IsSaid(LoginName name) => name.Own is not null || name.Template == LoginName.LocalPart;
}
