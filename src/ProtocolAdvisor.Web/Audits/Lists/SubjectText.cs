using System.Buffers;
using System.Globalization;
using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>Reads one subject as people write it: a domain, a mail address, a server.</summary>
/// <param name="policy">What may be dialled.</param>
internal sealed class SubjectText(AddressPolicy policy)
{
    // Of ASCII nothing else stands in any of them: most rubbish is known by that, without asking the slow rules for international names.
    private static readonly SearchValues<char> Possible = SearchValues.Create(Plain());

    /// <summary>Reads it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isHost">Whether a bare name is a server's, and not a domain's.</param>
    /// <param name="reference">The list's own word for it.</param>
    /// <returns>The subject, or a code of <see cref="ListErrors"/>.</returns>
    public (ListedSubject? Subject, string? Error) Read(string text, bool isHost, string? reference)
    {
        if (text.Length > HostName.MaxLength + 80) return (null, ListErrors.Subject);
        var read = Named(text, isHost);
        if (read.Subject is not { } subject) return (null, read.Error);
        if (!AskedSubject.IsAllowed(subject.Asked, policy)) return (null, ListErrors.NotAllowed);
        return (reference is null ? subject : subject with { Reference = reference }, null);
    }

    private static (ListedSubject? Subject, string? Error) Named(string text, bool isHost)
    {
        var scheme = text.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) return OfUrl(text[..scheme], text[(scheme + 3)..]);
        if (text.Contains('@', StringComparison.Ordinal)) return OfAddress(text);
        if (text.AsSpan().ContainsAnyExcept(Possible) && text.All(char.IsAscii)) return (null, ListErrors.Subject);
        if (TryAuthority(text, out var host, out var port)) return OfPort(host!, port);
        if (!HostName.TryParse(text, null, out var name)) return (null, ListErrors.Subject);
        if (isHost || name.Address is not null) return (new(AskedSubject.Shown(name), AskedSubject.OfHost(name), null), null);
        return name.HasOneLabel ? (null, ListErrors.Subject) : (new(AskedSubject.Shown(name), AskedSubject.OfDomain(name), null), null);
    }

    // It stands for its domain: who has mail there is nobody's business but the list's owner's.
    private static (ListedSubject? Subject, string? Error) OfAddress(string text)
    {
        if (!EmailAddress.TryParse(text, null, out var address)) return (null, ListErrors.Subject);
        var hidden = address.Masked[..address.Masked.LastIndexOf('@')];
        return (new($"{hidden}@{AskedSubject.Shown(address.Domain)}", AskedSubject.OfDomain(address.Domain), null), null);
    }

    private static (ListedSubject? Subject, string? Error) OfUrl(string scheme, string rest)
    {
        if (!AskedSubject.TryScheme(scheme, out var spoken)) return (null, ListErrors.Scheme);
        var place = rest.TrimEnd('/');
        if (TryAuthority(place, out var host, out var port)) return (Endpoint(new(spoken.Protocol, host!, port, spoken.Security)), null);
        return HostName.TryParse(place, null, out var alone)
            ? (Endpoint(new(spoken.Protocol, alone, spoken.Protocol.PortFor(spoken.Security), spoken.Security)), null) : (null, ListErrors.Subject);
    }

    private static (ListedSubject? Subject, string? Error) OfPort(HostName host, int port) => AskedSubject.AtPort(port) is var (protocol, security)
        ? (Endpoint(new(protocol, host, port, security)), null) : (null, ListErrors.Scheme);

    private static ListedSubject Endpoint(MailEndpoint endpoint)
    {
        var asked = AskedSubject.OfEndpoint(endpoint);
        return new(asked.Replace(endpoint.Host.Value, AskedSubject.Shown(endpoint.Host), StringComparison.Ordinal), asked, null);
    }

    // host:port, [2001:db8::1]:993; not a bare IPv6 address.
    private static bool TryAuthority(string text, out HostName? host, out int port)
    {
        (host, port) = (null, 0);
        var end = text.LastIndexOf(':');
        if (end < 1 || !int.TryParse(text.AsSpan(end + 1), NumberStyles.None, CultureInfo.InvariantCulture, out port)) return false;
        var name = text[..end];
        var isBracketed = name is ['[', .., ']'];
        if (!isBracketed && name.Contains(':', StringComparison.Ordinal)) return false;
        return port is > 0 and <= IPEndPoint.MaxPort && HostName.TryParse(isBracketed ? name[1..^1] : name, null, out host);
    }

    private static string Plain() =>
        string.Concat(Enumerable.Range(0, 128).Select(x => (char)x).Where(x => char.IsAsciiLetterOrDigit(x) || ".-:[]".Contains(x)));
}
