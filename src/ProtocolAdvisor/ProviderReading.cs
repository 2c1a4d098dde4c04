using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor;

/// <summary>Whose mailbox a run looks at, as far as what it met tells. Pure; never more than likely.</summary>
internal static class ProviderReading
{
    /// <summary>The provider behind a run: the servers that were met say most. Null where nobody is recognised.</summary>
    internal static ProviderMatch? Of(AssessmentFacts facts)
    {
        var met = facts.Incoming.Where(x => x.Probe.Usable).OrderByDescending(x => x.IsAccepted).ToList();
        return ProviderRecognition.Of(Clues(facts.Discovery) with
        {
            MailHosts = [.. met.Select(x => x.Probe.Endpoint.Host).Concat(Published(facts.Discovery)).Distinct()],
            Greetings = [.. met.Select(x => x.Probe.Greeting).OfType<string>()],
        });
    }

    /// <summary>The provider behind a search, before any server was met.</summary>
    internal static ProviderMatch? Of(DiscoveryResult discovery) =>
        ProviderRecognition.Of(Clues(discovery) with { MailHosts = [.. Published(discovery)] });

    /// <summary>The provider behind one server that was found and has been met; null where what is known of anybody is not known of it.</summary>
    internal static ProviderMatch? Of(DiscoveryResult discovery, ProbeResult met)
    {
        var match = ProviderRecognition.Of(Clues(discovery) with
        {
            MailHosts = [met.Endpoint.Host],
            Greetings = met.Greeting is { } greeting ? [greeting] : [],
        });
        return match is not null && Concerns(match, met.Endpoint.Host) ? match : null;
    }

    /// <summary>
    /// Whether what is known of the provider is known of this server. A domain's mail may be received by one provider and kept at another
    /// server; that one's own words count then. An address without a name is whatever its owner says.
    /// </summary>
    internal static bool Concerns(ProviderMatch match, HostName host) =>
        host.Address is not null || match.Evidence.Kind == MarkKind.Greeting
        || match.Provider.Marks.All(x => x.Kind != MarkKind.MailHost)
        || ProviderSightings.In(new ProviderClues { MailHosts = [host] }, match.Provider).Any();

    /// <summary>How a protocol's switch stands in a new mailbox, whatever its plan; null where that is not known.</summary>
    internal static SwitchFact? SwitchOf(Provider provider, MailProtocol protocol) =>
        provider.Switches.FirstOrDefault(x => x.Plan is null && x.Concerns(protocol));

    /// <summary>Whether a search found no server but by guessing.</summary>
    internal static bool HasNothingBut(DiscoveryResult discovery) => discovery.Candidates.All(x => x.Sources is [DiscoverySource.Convention]);

    /// <summary>The day of an instant, UTC.</summary>
    internal static DateOnly DayOf(DateTimeOffset instant) => DateOnly.FromDateTime(instant.UtcDateTime);

    /// <summary>The beginning of a day, UTC.</summary>
    internal static DateTimeOffset InstantOf(DateOnly day) => new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    private static ProviderClues Clues(DiscoveryResult discovery) => new()
    {
        MailExchangers = discovery.MailExchangers,
        Domain = discovery.MailDomain ?? discovery.RegistrableDomain,
    };

    // A guess is our own word.
    private static IEnumerable<HostName> Published(DiscoveryResult discovery) =>
        discovery.Candidates.Where(x => x.Sources is not [DiscoverySource.Convention]).Select(x => x.Endpoint.Host);
}
