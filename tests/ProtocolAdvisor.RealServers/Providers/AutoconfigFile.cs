using System.Xml.Linq;

namespace ProtocolAdvisor.RealServers;

/// <summary>A settings file as providers publish it (draft-ietf-mailmaint-autoconfig).</summary>
/// <param name="Domain">The mail domain.</param>
/// <param name="Servers">The servers, the one that the provider prefers first.</param>
public sealed record AutoconfigFile(string Domain, params IReadOnlyList<AutoconfigServer> Servers)
{
    public string DisplayName { get; init; } = "Mail of " + Domain;

    public string Write() => new XDocument(
        new XElement(
            "clientConfig",
            new XAttribute("version", "1.1"),
            new XElement(
                "emailProvider",
                new XAttribute("id", Domain),
                new XElement("domain", Domain),
                new XElement("displayName", DisplayName),
                new XElement("displayShortName", DisplayName.Split(' ')[0]),
                Servers.Where(server => server.Type != "smtp").Select(server => server.Write("incomingServer")),
                Servers.Where(server => server.Type == "smtp").Select(server => server.Write("outgoingServer"))))).ToString();
}

/// <summary>One server of a settings file, in the file's own words.</summary>
/// <param name="Type">imap, pop3 or smtp.</param>
/// <param name="Host">Its host name.</param>
/// <param name="Port">TCP port.</param>
/// <param name="SocketType">SSL, STARTTLS or plain.</param>
public sealed record AutoconfigServer(string Type, string Host, int Port, string SocketType)
{
    public string Username { get; init; } = "%EMAILADDRESS%";

    public IReadOnlyList<string> Authentication { get; init; } = ["password-cleartext"];

    internal XElement Write(string element) => new(
        element,
        new XAttribute("type", Type),
        new XElement("hostname", Host),
        new XElement("port", Port),
        new XElement("socketType", SocketType),
        new XElement("username", Username),
        Authentication.Select(method => new XElement("authentication", method)));
}
