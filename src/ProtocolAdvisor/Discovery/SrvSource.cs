using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// SRV records of mail (RFC 6186, RFC 8314 §5.1), all names at once, submission's among them. A target of "." says that the service is
/// decidedly not offered, and the lowest priority across the protocols for reading is the operator's preference (RFC 6186 §3.4).
/// </summary>
/// <param name="dns">Looks them up.</param>
/// <param name="usualPortsOf">Where to look for a server that a record names at another protocol's port.</param>
internal sealed class SrvSource(DnsLookup dns, Func<HostName, MailProtocol, Inquiry> usualPortsOf)
{
    private const int MostGuesses = 4;

    private sealed record Offer(string Label, MailProtocol Protocol, ConnectionSecurity Security);

    // Better encrypted first: among records of equal rank that order decides.
    private static readonly Offer[] Offers =
    [
        .. from security in MailProtocols.Securities
           from protocol in MailProtocols.Compared
           select new Offer("_" + protocol.ServiceName(security), protocol, security),
        new("_submissions", MailProtocol.Submission, ConnectionSecurity.ImplicitTls),
        new("_submission", MailProtocol.Submission, ConnectionSecurity.StartTls),
    ];

    /// <summary>Each name is asked on its own: one that is lost says nothing about the others.</summary>
    internal IEnumerable<Inquiry> For(DiscoveryQuestion question) => Offers.Select(offer =>
    {
        var place = new Place(DiscoverySource.Srv, $"{offer.Label}._tcp.{question.Domain}");
        return new Inquiry(place, async token =>
        {
            var reply = await dns.ServicesAsync(place.Location, token);
            var misplaced = Misplaced(offer, reply).Where(x => x != question.Domain).Take(MostGuesses);
            return new Answer(Judge(place, offer, reply), [.. misplaced.Select(x => usualPortsOf(x, offer.Protocol))]);
        });
    });

    /// <summary>Whether an attempt asked here for this protocol.</summary>
    internal static bool Concerns(SourceAttempt attempt, MailProtocol protocol) => attempt.Source == DiscoverySource.Srv
        && Array.Exists(Offers, x => x.Protocol == protocol && attempt.Location.StartsWith(x.Label + ".", StringComparison.Ordinal));

    private static SourceAttempt Judge(Place place, Offer offer, DnsReply<ServiceRecord> reply)
    {
        if (reply.Failure is { } kind and not FailureKind.HostNotFound) return place.Failed(kind);
        if (reply.Records.Count == 0) return place.Attempt(SourceOutcome.NotFound);

        // RFC 2782 draws among equal priorities by weight, to share a load; advice must not depend on a draw, so the heaviest comes first.
        var inOrder = reply.Records.OrderBy(x => x.Priority).ThenByDescending(x => x.Weight).ThenBy(x => x.Target, StringComparer.Ordinal).ThenBy(x => x.Port).ToList();
        var servers = inOrder.Where(x => Fault(offer, x) is null).Select(x => (Host: HostOf(x), x.Port, x.Priority)).ToList();
        var faults = inOrder.Where(x => x.Target.Length > 0).Select(x => Fault(offer, x)).OfType<Remark>().ToList();
        var reads = offer.Protocol.ReadsMail();
        return place.Attempt(SourceOutcome.Found) with
        {
            Secure = reply.Authenticated,
            Incoming = reads
                ? [.. servers.Select(x => new IncomingClaim(new MailEndpoint(offer.Protocol, x.Host!, x.Port, offer.Security), null, []))] : [],
            Outgoing = reads ? [] : [.. servers.Select(x => new OutgoingClaim(x.Host!, x.Port, offer.Security, null, []))],
            NotOffered = inOrder.TrueForAll(x => x.Target.Length == 0) ? [offer.Protocol] : [],
            Priority = servers.Count > 0 ? servers[0].Priority : null,
            Oddities = faults,
            NamesNoUsableServer = reads && servers.Count == 0 && faults.Count > 0,
        };
    }

    // As in a settings file, a server at another protocol's port is left out, and looked for at its usual ports.
    private static IEnumerable<HostName> Misplaced(Offer offer, DnsReply<ServiceRecord> reply) => !offer.Protocol.ReadsMail() ? []
        : reply.Records.Where(x => x.Port > 0 && PortCustom.IsForeign(offer.Protocol.Name(), x.Port, out _))
            .Select(HostOf).OfType<HostName>().Distinct();

    private static Remark? Fault(Offer offer, ServiceRecord record) =>
        HostOf(record) is null || record.Port == 0 ? new Remark(RemarkCode.NoServerThere) { Place = ServerText.Of($"{record.Target}:{record.Port}") }
        : PortCustom.IsForeign(offer.Protocol.Name(), record.Port, out var complaint)
            ? complaint! with { Place = ServerText.Of(record.Target) }
        : null;

    private static HostName? HostOf(ServiceRecord record) => HostName.TryParse(record.Target, null, out var host) && !host.HasOneLabel ? host : null;
}
