using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>
/// One holder of published settings, and what it says of one protocol: all SRV names together, every other place on its own.
/// </summary>
/// <param name="Name">The source's name as reports write it.</param>
/// <param name="Claims">The servers that it names, in its own order.</param>
/// <param name="Denials">Where it says that one way of speaking the protocol is not offered.</param>
internal sealed record Holder(string Name, IReadOnlyList<PlacedClaim> Claims, IReadOnlyList<string> Denials)
{
    private static readonly DiscoverySource[] Published = [DiscoverySource.Autoconfig, DiscoverySource.Pacc, DiscoverySource.Srv, DiscoverySource.Catalogue];

    /// <summary>
    /// Whether it says that the protocol is not offered at all: <c>_imap</c> with "." beside a server of <c>_imaps</c> only says that there
    /// is no STARTTLS.
    /// </summary>
    public bool Denies => Claims.Count == 0 && Denials.Count > 0;

    /// <summary>Those who found something to say, the better source first.</summary>
    public static IReadOnlyList<Holder> In(DiscoveryResult discovery, MailProtocol protocol) =>
    [
        .. discovery.Attempts.Where(x => x.Outcome == SourceOutcome.Found && Published.Contains(x.Source))
            .GroupBy(x => x.Source == DiscoverySource.Srv ? (x.Source, "SRV") : (x.Source, x.Location))
            .Select(group => new Holder(
                NameOf(group.Key.Source),
                [.. group.SelectMany(x => x.Incoming.Concat(x.Outgoing.Select(claim => claim.AsSubmission())).Where(claim => claim.Endpoint.Protocol == protocol).Select(claim => new PlacedClaim(claim, x.Location)))],
                [.. group.Where(x => x.NotOffered.Contains(protocol)).Select(x => x.Location)])),
    ];

    /// <summary>The source's name as reports write it.</summary>
    public static string NameOf(DiscoverySource source) => source.ToString().ToLowerInvariant();

    /// <summary>A value that it says by these claims, with the places where they stand.</summary>
    public DriftValue Says(IEnumerable<PlacedClaim> claims, string value, bool? works, FindingEvidence? said = null) =>
        new DriftValue(Name, Places(claims.Select(x => x.Location)), value, works) is var plain && said is null
            ? plain : plain with { Said = said };

    /// <summary>Its denial as a value.</summary>
    public DriftValue SaysNo(bool? works) => new(Name, Places(Denials), DriftValue.No, works) { Said = Seen.That(EvidenceCode.NotOffered) };

    private static string Places(IEnumerable<string> locations) => string.Join(", ", locations.Distinct());
}

/// <summary>A server that is named, and where: an SRV name, or the URL of a file.</summary>
internal sealed record PlacedClaim(IncomingClaim Claim, string Location)
{
    /// <summary>The server.</summary>
    public MailEndpoint Endpoint => Claim.Endpoint;
}
