using System.Diagnostics.CodeAnalysis;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Cli.Options;

/// <summary>An endpoint as it is written on a command line: <c>imaps://host</c>, <c>pop3://host:1110</c>, <c>submission://host</c>. The s means TLS from the first byte, without it STARTTLS.</summary>
internal static class EndpointAddress
{
    private static readonly Dictionary<string, (MailProtocol Protocol, ConnectionSecurity Security)> Schemes = (
        from protocol in MailProtocols.All
        from security in MailProtocols.Securities
        select (protocol, security)).ToDictionary(x => x.protocol.ServiceName(x.security));

    /// <summary>Reads one. The host is judged as it stands: no library that would put odd spellings right comes first.</summary>
    public static bool TryParse(string? text, [MaybeNullWhen(false)] out MailEndpoint endpoint)
    {
        endpoint = null;
        if ((text ?? "").Split("://") is not [var scheme, var authority] || !Schemes.TryGetValue(scheme, out var means)) return false;
        var (host, port) = Parted(authority);
        if (!HostName.TryParse(host, null, out var name)) return false;
        if (port is null) endpoint = new MailEndpoint(means.Protocol, name, means.Protocol.PortFor(means.Security), means.Security);
        else if (OptionTexts.IsPort(port, out var number)) endpoint = new MailEndpoint(means.Protocol, name, number, means.Security);
        return endpoint is not null;
    }

    // An IPv6 address stands in brackets, for its colons.
    private static (string Host, string? Port) Parted(string authority)
    {
        if (authority.StartsWith('[') && authority.IndexOf(']') is var end and > 0)
            return (authority[1..end], end + 1 == authority.Length ? null : authority[(end + 1)..].TrimStart(':'));
        var colon = authority.LastIndexOf(':');
        return colon < 0 ? (authority, null) : (authority[..colon], authority[(colon + 1)..]);
    }
}
