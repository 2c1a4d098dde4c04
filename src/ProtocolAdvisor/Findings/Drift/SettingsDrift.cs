using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>
/// Holds published settings against each other, the live servers and their certificates: what operators lint with. Guesses, and what a mail exchanger's provider
/// publishes for its own customers, are no promises of the domain and do not count. Pure.
/// </summary>
public static class SettingsDrift
{
    private static readonly MailProtocol[] Protocols = Enum.GetValues<MailProtocol>();

    /// <summary>Every disagreement; empty where the request named the servers.</summary>
    /// <param name="discovery">What sources said.</param>
    /// <param name="endpoints">What probing saw; empty where nothing was probed.</param>
    public static IReadOnlyList<DriftRow> Of(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        ArgumentNullException.ThrowIfNull(discovery);
        ArgumentNullException.ThrowIfNull(endpoints);
        var (holders, live) = (Holder.In(discovery), new LiveEvidence(endpoints));
        return
        [
            .. Protocols.SelectMany(protocol => ((DriftRow?[])[Offered(holders, live, protocol), Hosts(holders, live, protocol)]).OfType<DriftRow>()
                .Concat(PerHost(holders, live, protocol)).Concat(Usernames(holders, protocol))),
            .. Preferences(discovery),
            .. Published(holders).SelectMany(x => Against(x, live)),
        ];
    }

    private static DriftRow? Offered(IReadOnlyList<Holder> holders, LiveEvidence live, MailProtocol protocol)
    {
        var denying = holders.Where(x => x.Denies.Contains(protocol)).ToList();
        var naming = holders.Where(x => x.Of(protocol).Count > 0).ToList();
        if (denying.Count == 0 || naming.Count == 0) return null;
        var works = live.Works(naming.SelectMany(x => x.Of(protocol)).Select(x => x.Endpoint));
        return new DriftRow(
            DriftFact.Offered, protocol,
            [
                .. denying.Select(x => new DriftValue(x.Name, x.Location, "no", !works)),
                .. naming.Select(x => new DriftValue(x.Name, x.Location, "yes", works)),
            ],
            works switch { true => "yes", false => "no", null => null },
            works switch { true => DriftChange.WithdrawDenial, false => DriftChange.WithdrawServers, null => DriftChange.Align });
    }

    // One list may well name more hosts than another; only where no host is on all of them do they contradict each other.
    private static DriftRow? Hosts(IReadOnlyList<Holder> holders, LiveEvidence live, MailProtocol protocol)
    {
        var lists = holders.Select(x => (Holder: x, Claims: x.Of(protocol))).Where(x => x.Claims.Count > 0).ToList();
        var common = lists.Select(x => x.Claims.Select(claim => claim.Endpoint.Host).AsEnumerable()).DefaultIfEmpty([]).Aggregate((all, one) => all.Intersect(one));
        if (lists.Count < 2 || common.Any()) return null;
        return Compare(DriftFact.Host, protocol, lists.Select(x => new DriftValue(
            x.Holder.Name, x.Holder.Location, string.Join(", ", x.Claims.Select(claim => claim.Endpoint.Host.Value).Distinct()), live.Works(x.Claims.Select(claim => claim.Endpoint)))));
    }

    private static IEnumerable<DriftRow> PerHost(IReadOnlyList<Holder> holders, LiveEvidence live, MailProtocol protocol)
    {
        var claims = holders.SelectMany(holder => holder.Of(protocol).Select(claim => (Holder: holder, claim.Endpoint))).ToList();
        var ports = claims.GroupBy(x => (x.Endpoint.Host, (object)x.Endpoint.Security)).Select(x => (DriftFact.Port, Claims: x.ToList()));
        var securities = claims.GroupBy(x => (x.Endpoint.Host, (object)x.Endpoint.Port)).Select(x => (DriftFact.Security, Claims: x.ToList()));
        return
            from place in ports.Concat(securities)
            let values = place.Claims.GroupBy(x => x.Holder).Select(x => Value(place.Item1, x.Key, [.. x.Select(y => y.Endpoint)], live)).ToList()
            let row = Compare(place.Item1, protocol, values)
            where row is not null
            select row;
    }

    private static DriftValue Value(DriftFact fact, Holder holder, IReadOnlyList<MailEndpoint> endpoints, LiveEvidence live) => new(
        holder.Name, holder.Location,
        string.Join(", ", endpoints.Select(x => fact == DriftFact.Port ? x.Authority : $"{x.Authority} {Spelled(x.Security)}").Distinct()),
        live.Works(endpoints));

    private static IEnumerable<DriftRow> Usernames(IReadOnlyList<Holder> holders, MailProtocol protocol)
    {
        var told = holders.Select(x => (Holder: x, Form: x.Of(protocol).Select(claim => claim.Username).FirstOrDefault(form => form is not null)))
            .Where(x => x.Form is not null).Select(x => new DriftValue(x.Holder.Name, x.Holder.Location, x.Form!, null));
        return Compare(DriftFact.Username, protocol, told) is { } row ? [row] : [];
    }

    private static IEnumerable<DriftRow> Preferences(DiscoveryResult discovery)
    {
        var lists = discovery.Attempts.Where(x => x.Preferred is not null && x.Source is DiscoverySource.Autoconfig or DiscoverySource.Catalogue)
            .Select(x => new DriftValue(Holder.NameOf(x.Source), x.Location, Spelled(x.Preferred!.Value), null));
        var srv = Ranking.PreferredBySrv(discovery.Attempts) is { } preferred
            ? [new DriftValue(Holder.NameOf(DiscoverySource.Srv), "SRV", Spelled(preferred), null)] : Array.Empty<DriftValue>();
        return Compare(DriftFact.Preferred, null, lists.Concat(srv)) is { } row ? [row] : [];
    }

    private static IEnumerable<(MailEndpoint Endpoint, List<Holder> Holders)> Published(IReadOnlyList<Holder> holders) =>
        holders.SelectMany(holder => holder.Claims.Select(claim => (claim.Endpoint, holder))).GroupBy(x => x.Endpoint)
            .Select(x => (x.Key, x.Select(y => y.holder).Distinct().ToList()));

    private static IEnumerable<DriftRow> Against((MailEndpoint Endpoint, List<Holder> Holders) published, LiveEvidence live)
    {
        var (endpoint, holders) = published;
        if (live.ProbeOf(endpoint) is not { Usable: false } probe) return [];
        var misnamed = probe.Tls?.Certificate.Status.Contains(CertificateStatus.NameMismatch) == true;
        if (!misnamed && probe.Failure is null) return [];
        var seen = misnamed
            ? new DriftValue("certificate", endpoint.Authority, string.Join(", ", probe.Tls!.Certificate.Names), null)
            : new DriftValue("live", endpoint.Authority, Spelled(probe.Failure!.Kind), null);
        return
        [
            new DriftRow(
                misnamed ? DriftFact.Certificate : DriftFact.Endpoint, endpoint.Protocol,
                [.. holders.Select(x => new DriftValue(x.Name, x.Location, misnamed ? endpoint.Host.Value : $"{endpoint.Authority} {Spelled(endpoint.Security)}", false)), seen],
                null, misnamed ? DriftChange.Recertify : DriftChange.MendServer),
        ];
    }

    // Null where all say the same, or only one says anything.
    private static DriftRow? Compare(DriftFact fact, MailProtocol? protocol, IEnumerable<DriftValue> told)
    {
        var values = told.ToList();
        if (values.DistinctBy(x => x.Value).Count() < 2) return null;
        var right = values.Where(x => x.Works == true).Select(x => x.Value).Distinct().ToList();
        var change = right.Count == 1 ? DriftChange.CorrectSources : values.TrueForAll(x => x.Works == false) ? DriftChange.MendServer : DriftChange.Align;
        return new DriftRow(fact, protocol, values, right.Count == 1 ? right[0] : null, change);
    }

    private static string Spelled<T>(T member)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(member.ToString());
}
