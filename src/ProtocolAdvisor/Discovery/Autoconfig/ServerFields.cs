using System.Globalization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery.Autoconfig;

/// <summary>
/// Reads the elements inside an <c>incomingServer</c> or <c>outgoingServer</c>; they are the same for both. Host, port and security must be there
/// and make sense, for to guess them would be to claim what nobody published; user name and authentication may be missing.
/// </summary>
/// <param name="server">The server's element.</param>
/// <param name="complain">Told what is strange.</param>
internal sealed class ServerFields(MarkupElement server, Action<Remark> complain)
{
    /// <summary>The host, where the server was left out for its port alone.</summary>
    internal HostName? Misplaced { get; private set; }

    /// <summary>Gives what the server's elements say, null when it must be left out.</summary>
    /// <param name="protocol">imap, pop3 or smtp.</param>
    /// <param name="domain">As in <see cref="AutoconfigReader.Read"/>.</param>
    /// <param name="askedWith">As in <see cref="AutoconfigReader.Read"/>.</param>
    internal OutgoingClaim? Read(string protocol, HostName domain, EmailAddress? askedWith)
    {
        var (host, port, security) = (Host(domain), Port(protocol, out var isForeign), Security());
        if (isForeign) Misplaced = host;
        if (host is null || port is null || security is null) return null;
        if (PortCustom.Clash(port.Value, security.Value) is { } clash) complain(clash);
        return new OutgoingClaim(host, port.Value, security.Value, Username(askedWith), Authentication());
    }

    private HostName? Host(HostName domain)
    {
        if (First("hostname") is not { } text) return null;
        var isName = HostName.TryParse(text.Replace(UsernameForm.Domain, domain.Value, StringComparison.Ordinal), null, out var host);
        if (isName && !host!.HasOneLabel) return host;
        complain(new(isName ? RemarkCode.HostOneLabel : RemarkCode.HostInvalid, ("word", OddityList.Shown(text))));
        return null;
    }

    private int? Port(string protocol, out bool isForeign)
    {
        isForeign = false;
        if (First("port") is not { } text) return null;
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) || port is < 1 or > 65535)
        {
            complain(new(RemarkCode.PortInvalid, ("word", OddityList.Shown(text))));
            return null;
        }

        isForeign = PortCustom.IsForeign(protocol, port, out var complaint);
        if (!isForeign) return port;
        complain(complaint!);
        return null;
    }

    // The format allows several, the first that is understood counts.
    private ConnectionSecurity? Security()
    {
        if (First("socketType") is not { } first) return null;
        if (server.TextsOf("socketType").Select(AutoconfigWords.Security).FirstOrDefault(x => x is not null) is { } security) return security;
        complain(new(RemarkCode.SecurityUnknown, ("word", OddityList.Shown(first))));
        return null;
    }

    private string? Username(EmailAddress? askedWith)
    {
        if (server.TextsOf("username").FirstOrDefault() is not { } text) return null;
        var form = UsernameForm.Read(text, askedWith, out var complaint);
        if (complaint is not null) complain(complaint);
        return form;
    }

    private List<AuthenticationMethod> Authentication()
    {
        var methods = new List<AuthenticationMethod>();
        foreach (var word in server.TextsOf("authentication"))
        {
            if (AutoconfigWords.Method(word) is not { } method) complain(new(RemarkCode.AuthenticationUnknown, ("word", OddityList.Shown(word))));
            else if (!methods.Contains(method)) methods.Add(method);
        }

        return methods;
    }

    private string? First(string element)
    {
        var text = server.TextsOf(element).FirstOrDefault();
        if (text is null) complain(new(RemarkCode.ElementMissing, ("word", element)));
        return text;
    }
}
