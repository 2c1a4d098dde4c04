using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

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
        var live = new LiveEvidence(endpoints);
        var published = Protocols.Select(protocol => (Protocol: protocol, Holders: Holder.In(discovery, protocol))).ToList();
        return
        [
            .. published.SelectMany(x => Among(x.Holders, live, x.Protocol)),
            .. Preferences(discovery),
            .. published.SelectMany(x => Against(x.Holders, live)),
        ];
    }

    private static IEnumerable<DriftRow> Among(IReadOnlyList<Holder> holders, LiveEvidence live, MailProtocol protocol)
    {
        var naming = holders.Where(x => x.Claims.Count > 0).ToList();
        DriftRow?[] rows = [Offered([.. holders.Where(x => x.Denies)], naming, live, protocol), Hosts(naming, live, protocol), .. PerHost(naming, live, protocol), Usernames(naming, protocol)];
        return rows.OfType<DriftRow>();
    }

    private static DriftRow? Offered(List<Holder> denying, List<Holder> naming, LiveEvidence live, MailProtocol protocol)
    {
        if (denying.Count == 0 || naming.Count == 0) return null;
        var answers = live.Answers(naming.SelectMany(x => x.Claims).Select(x => x.Endpoint));
        return new DriftRow(
            DriftFact.Offered, protocol, [.. denying.Select(x => x.SaysNo(!answers)), .. naming.Select(x => x.Says(x.Claims, "yes", answers))],
            answers switch { true => "yes", false => "no", null => null },
            answers switch { true => DriftChange.WithdrawDenial, false => DriftChange.WithdrawServers, null => DriftChange.Align });
    }

    private static DriftRow? Hosts(List<Holder> naming, LiveEvidence live, MailProtocol protocol) =>
        Agree(naming.Select(x => x.Claims.Select(claim => claim.Endpoint.Host)))
            ? null : Compare(DriftFact.Host, protocol, naming.Select(x => Value(x, x.Claims, claim => claim.Endpoint.Host.Value, live)));

    private static IEnumerable<DriftRow?> PerHost(List<Holder> naming, LiveEvidence live, MailProtocol protocol)
    {
        var claims = naming.SelectMany(holder => holder.Claims.Select(claim => (Holder: holder, Claim: claim))).ToList();
        var ports = claims.GroupBy(x => (x.Claim.Endpoint.Host, (object)x.Claim.Endpoint.Security)).Select(x => (Fact: DriftFact.Port, Claims: x));
        var securities = claims.GroupBy(x => (x.Claim.Endpoint.Host, (object)x.Claim.Endpoint.Port)).Select(x => (Fact: DriftFact.Security, Claims: x));
        return
            from place in ports.Concat(securities)
            let told = place.Claims.GroupBy(x => x.Holder, x => x.Claim).ToList()
            where !Agree(told.Select(x => x.Select(claim => claim.Endpoint)))
            select Compare(place.Fact, protocol, told.Select(x => Value(x.Key, [.. x], claim => Written(place.Fact, claim.Endpoint), live)));
    }

    // One list may well name more than another; only where nothing is on all of them do they contradict each other.
    private static bool Agree<T>(IEnumerable<IEnumerable<T>> lists) => !lists.Any() || lists.Aggregate((all, one) => all.Intersect(one)).Any();

    private static DriftValue Value(Holder holder, IReadOnlyList<PlacedClaim> claims, Func<PlacedClaim, string> written, LiveEvidence live) =>
        holder.Says(claims, string.Join(", ", claims.Select(written).Distinct()), live.Works(claims.Select(x => x.Endpoint)));

    private static string Written(DriftFact fact, MailEndpoint endpoint) => fact == DriftFact.Port ? endpoint.Authority : $"{endpoint.Authority} {WireName.Of(endpoint.Security)}";

    private static DriftRow? Usernames(List<Holder> naming, MailProtocol protocol) => Compare(
        DriftFact.Username, protocol,
        from holder in naming
        let telling = holder.Claims.FirstOrDefault(x => x.Claim.Username is not null)
        where telling is not null
        select holder.Says([telling], telling.Claim.Username!, null));

    private static IEnumerable<DriftRow> Preferences(DiscoveryResult discovery)
    {
        var lists = discovery.Attempts.Where(x => x.Preferred is not null && x.Source is DiscoverySource.Autoconfig or DiscoverySource.Catalogue)
            .Select(x => new DriftValue(Holder.NameOf(x.Source), x.Location, WireName.Of(x.Preferred!.Value), null));
        var srv = Ranking.PreferredBySrv(discovery.Attempts) is { } preferred
            ? [new DriftValue(Holder.NameOf(DiscoverySource.Srv), "SRV", WireName.Of(preferred), null)] : Array.Empty<DriftValue>();
        return Compare(DriftFact.Preferred, null, lists.Concat(srv)) is { } row ? [row] : [];
    }

    private static IEnumerable<DriftRow> Against(IReadOnlyList<Holder> holders, LiveEvidence live) =>
        from published in holders.SelectMany(holder => holder.Claims.Select(claim => (Holder: holder, Claim: claim))).GroupBy(x => x.Claim.Endpoint)
        let probe = live.ProbeOf(published.Key)
        where probe is { Usable: false }
        let told = published.GroupBy(x => x.Holder, x => x.Claim)
        let row = Misnamed(probe, told) ?? Dead(probe, told)
        where row is not null
        select row;

    private static DriftRow? Misnamed(ProbeResult probe, IEnumerable<IGrouping<Holder, PlacedClaim>> told)
    {
        if (probe.Tls?.Certificate is not { } certificate || !certificate.Status.Contains(CertificateStatus.NameMismatch)) return null;
        var seen = new DriftValue("certificate", probe.Endpoint.Authority, string.Join(", ", certificate.Names), null);
        return new DriftRow(
            DriftFact.Certificate, probe.Endpoint.Protocol, [.. told.Select(x => x.Key.Says(x, probe.Endpoint.Host.Value, false)), seen], null, DriftChange.Recertify);
    }

    private static DriftRow? Dead(ProbeResult probe, IEnumerable<IGrouping<Holder, PlacedClaim>> told)
    {
        if (probe.Failure is not { } failure) return null;
        var seen = new DriftValue("live", probe.Endpoint.Authority, WireName.Of(failure.Kind), null);
        return new DriftRow(
            DriftFact.Endpoint, probe.Endpoint.Protocol, [.. told.Select(x => x.Key.Says(x, Written(DriftFact.Endpoint, probe.Endpoint), false)), seen], null, DriftChange.MendServer);
    }

    // Null where all say the same, or only one says anything.
    private static DriftRow? Compare(DriftFact fact, MailProtocol? protocol, IEnumerable<DriftValue> told)
    {
        var values = told.ToList();
        if (values.DistinctBy(x => x.Value).Count() < 2) return null;
        var right = values.Where(x => x.Works == true).Select(x => x.Value).Distinct().ToList();

        // Nobody is told to change what was never looked at: it may work as well.
        var change = right.Count == 1 && values.TrueForAll(x => x.Works == false || x.Value == right[0]) ? DriftChange.CorrectSources
            : values.TrueForAll(x => x.Works == false) ? DriftChange.MendServer : DriftChange.Align;
        return new DriftRow(fact, protocol, values, right.Count == 1 ? right[0] : null, change);
    }
}
