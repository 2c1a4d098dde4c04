using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Pasting;

/// <summary>What was likely meant where the name of a well-known provider is one slip away.</summary>
internal static class LikelyMeant
{
    /// <summary>The same at the provider that is likely meant; null where none is near.</summary>
    public static PastedSubject? By(PastedSubject subject) => subject switch
    {
        PastedSubject.Mailbox { Address: var address } => At(address.LocalPart, Meant(address.Domain)),
        PastedSubject.Domain { Name: var name } => Meant(name) is { } meant ? new PastedSubject.Domain(meant) : null,
        PastedSubject.Server { Host: var host, Endpoint: var endpoint } => Meant(host) is { } meant
            ? new PastedSubject.Server(meant, endpoint is null ? null : endpoint with { Host = meant })
            : null,
        _ => null,
    };

    /// <summary>What an address without its ending means, <c>jane@gmail</c>: the first provider of the list with that name.</summary>
    public static PastedSubject? By(string address)
    {
        var at = address.LastIndexOf('@');
        if (at < 1) return null;
        var start = address[(at + 1)..].ToLowerInvariant() + ".";
        var meant = KnownProviders.Official.Names.FirstOrDefault(x => x.Value.StartsWith(start, StringComparison.Ordinal));
        return At(address[..at], meant);
    }

    private static PastedSubject.Mailbox? At(string local, HostName? domain) =>
        domain is not null && EmailAddress.TryParse($"{local}@{domain}", null, out var address) ? new(address) : null;

    // imap.gmial.com means imap.gmail.com.
    private static HostName? Meant(HostName name)
    {
        if (KnownProviders.Official.Meant(name) is { } meant) return meant;
        return PublicSuffixList.Official.RegistrableDomain(name) is { } domain && domain != name
            && KnownProviders.Official.Meant(domain) is { } known
            && HostName.TryParse(name.Value[..^domain.Value.Length] + known, null, out var host)
                ? host
                : null;
    }
}
