using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Discovery.Autoconfig;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The settings of the best mail exchanger's provider, from its own files and from the catalogue: the server that receives a domain's mail
/// usually belongs to the provider of its mailboxes. MX records can be forged on the way unless they are validated, so these candidates are
/// trusted only then.
/// </summary>
internal sealed class MxSource(DnsLookup dns, PublishedFiles files, CatalogueSource catalogue, PublicSuffixList suffixes)
{
    /// <summary>Most exchangers that are kept: nobody has more, and a hostile answer has.</summary>
    internal const int MaxExchangers = 10;

    // Exchangers with a name for each customer domain: no file is published below it, and no catalogue lists it. Microsoft 365 since 2024:
    // <domain>.<letters>-v1.mx.microsoft.
    private static readonly (string Below, HostName[] Providers)[] Houses =
        [(".mx.microsoft", [HostName.Parse("office365.com"), HostName.Parse("outlook.com")])];

    /// <summary>The MX records, and from there the provider's places.</summary>
    internal Inquiry For(DiscoveryQuestion question, Deadline deadline)
    {
        var place = new Place(DiscoverySource.Mx, question.Domain.Value);
        return new Inquiry(place, async token =>
        {
            var reply = await dns.MailExchangersAsync(question.Domain, token);
            if (reply.Failure is { } kind and not FailureKind.HostNotFound) return new Answer(place.Failed(kind));
            if (reply.Failure is not null) return new Answer(place.Attempt(SourceOutcome.NotFound) with { Failure = new(FailureKind.HostNotFound) });
            var exchangers = InOrder(reply).Take(MaxExchangers).ToList();
            if (exchangers is not [var exchanger, ..]) return new Answer(place.Attempt(SourceOutcome.NotFound));
            var attempt = place.Attempt(SourceOutcome.Found) with
            {
                Secure = reply.Authenticated,
                Location = $"{place.Location} MX {exchanger}",
                MailExchangers = exchangers,
            };
            return new Answer(attempt, [.. ProvidersOf(exchanger, question.Domain).SelectMany(x => Places(x, question, deadline, reply.Authenticated))]);
        });
    }

    /// <summary>
    /// The exchangers, the lowest preference first and by name among equals; each once. Empty without one, and where the domain takes no
    /// mail (RFC 7505).
    /// </summary>
    internal static IEnumerable<HostName> InOrder(DnsReply<MailExchanger> reply) => reply.Records
        .OrderBy(x => x.Preference).ThenBy(x => x.Exchange, StringComparer.Ordinal)
        .Select(x => HostName.TryParse(x.Exchange, null, out var host) && host is { Address: null, HasOneLabel: false } ? host : null)
        .OfType<HostName>().Distinct();

    // The name without its first label is often the provider's brand within a larger company (Thunderbird looks there, too); the
    // registrable domain is the company's.
    private IEnumerable<HostName> ProvidersOf(HostName exchanger, HostName domain)
    {
        if (Array.Find(Houses, x => exchanger.Value.EndsWith(x.Below, StringComparison.Ordinal)).Providers is { } known) return known;
        HostName?[] names = [HostName.Parse(exchanger.Value[(exchanger.Value.IndexOf('.', StringComparison.Ordinal) + 1)..]), suffixes.RegistrableDomain(exchanger)];
        return names.OfType<HostName>().Where(x => x != domain && !suffixes.GivesNamesOut(x)).Distinct();
    }

    /// <summary>The domains of which the best exchanger's provider may have settings; none where the records are not to be had.</summary>
    internal async Task<IEnumerable<HostName>> ProvidersAsync(HostName domain, CancellationToken token) =>
        InOrder(await dns.MailExchangersAsync(domain, token)).FirstOrDefault() is { } exchanger ? ProvidersOf(exchanger, domain) : [];

    // An audit's domains have the place in common, so it is asked for an address of the provider's.
    private IEnumerable<Inquiry> Places(HostName provider, DiscoveryQuestion question, Deadline deadline, bool secure)
    {
        var insteadOf = question.Audit is null ? null : new DiscoveryQuestion(provider);
        var place = AutoconfigSource.Place(provider, insteadOf ?? question);
        return [files.At(DiscoverySource.Mx, place, question, deadline, secure, [question.Domain, provider], insteadOf), .. catalogue.For(DiscoverySource.Mx, provider, question, deadline, secure)];
    }
}
