using System.Text;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Settings files as domains publish them, for <c>example.com</c>.</summary>
internal static class SettingsFiles
{
    public static readonly HostName Domain = HostName.Parse("example.com");

    /// <summary>A sound file: IMAP preferred, POP3 next, one outgoing server.</summary>
    public static string Sound { get; } = Autoconfig(
        Incoming("imap", "imap.example.com", "993", "SSL")
        + Incoming("pop3", "pop.example.com", "110", "STARTTLS")
        + Outgoing("smtp.example.com", "465", "SSL"));

    public static string Autoconfig(string servers) => $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <clientConfig version="1.1">
          <emailProvider id="example.com">
            <domain>example.com</domain>
            <displayName>Bücher &amp; Post</displayName>
            {servers}
          </emailProvider>
        </clientConfig>
        """;

    public static string Incoming(string type, string host, string port, string socketType, string rest = "") =>
        $"<incomingServer type=\"{type}\"><hostname>{host}</hostname><port>{port}</port><socketType>{socketType}</socketType>{rest}</incomingServer>";

    public static string Outgoing(string host, string port, string socketType) =>
        $"<outgoingServer type=\"smtp\"><hostname>{host}</hostname><port>{port}</port><socketType>{socketType}</socketType></outgoingServer>";

    public static PublishedSettings Read(string document, EmailAddress? askedWith = null) =>
        AutoconfigReader.Read(Encoding.UTF8.GetBytes(document), Domain, askedWith);

    public static PublishedSettings ReadServers(string servers, EmailAddress? askedWith = null) => Read(Autoconfig(servers), askedWith);
}
