using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor;

/// <summary>Whose mailbox a run looks at, as far as what it met tells. Pure; never more than likely.</summary>
internal static class ProviderReading
{
    /// <summary>The provider behind a run: the servers that were met say most. Null where nobody is recognised.</summary>
    internal static ProviderMatch? Of(AssessmentFacts facts)
    {
        var met = facts.Incoming.Where(x => IsMet(x.Probe))
            .OrderByDescending(x => x.IsAccepted).ThenByDescending(x => x.Probe.Usable).ToList();
        var hosts = met.Where(x => x.Probe.Usable).Select(x => x.Probe.Endpoint.Host);
        var clues = Clues(facts.Discovery);
        var errors = facts.Endpoints.Select(x => TokenError.In(x.SignIn)).OfType<TokenError>().ToList();
        return ProviderRecognition.Of(clues with
        {
            MailHosts = [.. hosts.Concat(Published(facts.Discovery)).Distinct()],
            CertificateNames = [.. met.SelectMany(x => NamesOf(x.Probe)).Distinct()],
            Greetings = [.. met.Select(x => x.Probe.Greeting).OfType<string>()],
            Issuers = [.. errors.Select(x => x.Configuration).OfType<string>(), .. clues.Issuers],
            TokenScopes = [.. errors.SelectMany(x => x.Scopes), .. clues.TokenScopes],
        });
    }

    /// <summary>The provider behind a search, before any server was met.</summary>
    internal static ProviderMatch? Of(DiscoveryResult discovery) =>
        ProviderRecognition.Of(Clues(discovery) with { MailHosts = [.. Published(discovery)] });

    /// <summary>
    /// The provider behind one server that was found and has been met; null where what is known of anybody is not known of it.
    /// </summary>
    internal static ProviderMatch? Of(DiscoveryResult discovery, ProbeResult met)
    {
        var match = ProviderRecognition.Of(Clues(discovery) with
        {
            MailHosts = [met.Endpoint.Host],
            CertificateNames = NamesOf(met),
            Greetings = met.Greeting is { } greeting ? [greeting] : [],
        });
        return match is not null && Concerns(match, met) ? match : null;
    }

    /// <summary>
    /// Whether what is known of the provider is known of this server, by its name, its certificate or its greeting. A domain's mail may be
    /// received by one provider and kept at another server; that one's own words count then. An address without a name is whatever its
    /// owner says.
    /// </summary>
    internal static bool Concerns(ProviderMatch match, ProbeResult server)
    {
        var clues = new ProviderClues { CertificateNames = NamesOf(server), Greetings = server.Greeting is { } greeting ? [greeting] : [] };
        return Concerns(match, server.Endpoint.Host) || ProviderSightings.In(clues, match.Provider).Count > 0;
    }

    /// <summary>The same of a server that may have been met in the run.</summary>
    internal static bool Concerns(ProviderMatch match, AssessmentFacts facts, HostName host) =>
        Concerns(match, host) || facts.Endpoints.Any(x => x.Probe.Endpoint.Host == host && Concerns(match, x.Probe));

    /// <summary>
    /// Whether what is known of the provider is known of the mailbox: of one of the servers that were met, else of one that a source names.
    /// Where no server is known, who receives the mail is all that there is.
    /// </summary>
    /// <param name="match">The provider.</param>
    /// <param name="facts">The run.</param>
    /// <param name="protocol">The protocol whose servers count; null for both that read mail.</param>
    internal static bool ConcernsMailbox(ProviderMatch match, AssessmentFacts facts, MailProtocol? protocol = null)
    {
        var met = facts.Incoming.Where(x => IsMet(x.Probe) && Fits(x.Probe.Endpoint)).ToList();
        return met.Count > 0 ? met.Exists(x => Concerns(match, x.Probe)) : ConcernsPublished(match, facts.Discovery, Fits);

        bool Fits(MailEndpoint endpoint) => protocol is null || endpoint.Protocol == protocol;
    }

    /// <summary>The same of a search, before any server was met.</summary>
    internal static bool ConcernsMailbox(ProviderMatch match, DiscoveryResult discovery) =>
        ConcernsPublished(match, discovery, _ => true);

    /// <summary>Whether a search found no server but by guessing.</summary>
    internal static bool HasNothingBut(DiscoveryResult discovery) => discovery.Candidates.All(x => x.IsGuess);

    /// <summary>The day of an instant, UTC.</summary>
    internal static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>The beginning of a day, UTC.</summary>
    internal static DateTimeOffset InstantOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static bool ConcernsPublished(ProviderMatch match, DiscoveryResult discovery, Func<MailEndpoint, bool> fits)
    {
        var published = discovery.Candidates.Where(x => !x.IsGuess && fits(x.Endpoint)).ToList();
        return published.Count == 0 || published.Exists(x => Concerns(match, x.Endpoint.Host));
    }

    /// <summary>The same of a server that nobody has met.</summary>
    internal static bool Concerns(ProviderMatch match, HostName host) =>
        host.Address is not null || match.Provider.Marks.All(x => x.Kind != MarkKind.MailHost)
        || ProviderSightings.In(new ProviderClues { MailHosts = [host] }, match.Provider).Count > 0;

    // A server that shows a valid certificate of another name has been met as well: under a name that its customer gave it.
    private static bool IsMet(ProbeResult probe) =>
        probe.Usable || probe.Tls?.Certificate.Status is [CertificateStatus.NameMismatch];

    private static IReadOnlyList<string> NamesOf(ProbeResult probe) => IsMet(probe) ? probe.Tls?.Certificate.Names ?? [] : [];

    // What a provider's record says of tokens is no clue to the provider.
    private static ProviderClues Clues(DiscoveryResult discovery)
    {
        var offers = discovery.OAuth.Where(x => x.Source != DiscoverySource.Provider).ToList();
        return new()
        {
            MailExchangers = discovery.MailExchangers,
            Domain = discovery.MailDomain ?? discovery.RegistrableDomain,
            Issuers = [.. offers.Select(x => x.Issuer ?? x.AuthorizationUrl ?? x.TokenUrl).OfType<string>().Distinct()],
            TokenScopes = [.. offers.SelectMany(x => x.Scopes).Distinct()],
            CatalogueIds = [.. discovery.Attempts.Where(IsOfCatalogue).Select(x => x.ProviderId).OfType<string>().Distinct()],
        };
    }

    // In its own file a domain may call itself anything.
    private static bool IsOfCatalogue(SourceAttempt attempt) => attempt.Source is DiscoverySource.Catalogue or DiscoverySource.Mx;

    // A guess is our own word.
    private static IEnumerable<HostName> Published(DiscoveryResult discovery) =>
        discovery.Candidates.Where(x => !x.IsGuess).Select(x => x.Endpoint.Host);
}
