using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>
/// Holds published settings against each other, the live servers and their certificates: what operators lint with. Guesses, and what a mail
/// exchanger's provider publishes for its own customers, are no promises of the domain and do not count. Pure.
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
            .. Against(published.SelectMany(x => x.Holders), live),
        ];
    }

    private static IEnumerable<DriftRow> Among(IReadOnlyList<Holder> holders, LiveEvidence live, MailProtocol protocol)
    {
        var naming = holders.Where(x => x.Claims.Count > 0).ToList();
        DriftRow?[] rows = [Offered([.. holders.Where(x => x.Denies)], naming, live, protocol), Hosts(naming, live, protocol),
            .. PerHost(naming, live, protocol), Usernames(naming, protocol)];
        return rows.OfType<DriftRow>();
    }

    private static DriftRow? Offered(List<Holder> denying, List<Holder> naming, LiveEvidence live, MailProtocol protocol)
    {
        if (denying.Count == 0 || naming.Count == 0) return null;
        var answers = live.Answers(naming.SelectMany(x => x.Claims).Select(x => x.Endpoint));
        return new DriftRow(
            DriftFact.Offered, protocol, [.. denying.Select(x => x.SaysNo(!answers)),
                .. naming.Select(x => x.Says(x.Claims, DriftValue.Yes, answers, Seen.That(EvidenceCode.Offered)))],
            answers switch { true => DriftValue.Yes, false => DriftValue.No, null => null },
            answers switch { true => DriftChange.WithdrawDenial, false => DriftChange.WithdrawServers, null => DriftChange.Align });
    }

    private static DriftRow? Hosts(List<Holder> naming, LiveEvidence live, MailProtocol protocol) =>
        Agree(naming.Select(x => x.Claims.Select(claim => claim.Endpoint.Host)))
            ? null : Compare(DriftFact.Host, protocol, naming.Select(x => Value(x, x.Claims, claim => claim.Endpoint.Host.Value, live)));

    private static IEnumerable<DriftRow?> PerHost(List<Holder> naming, LiveEvidence live, MailProtocol protocol)
    {
        var claims = naming.SelectMany(holder => holder.Claims.Select(claim => (Holder: holder, Claim: claim))).ToList();
        var ports = claims.GroupBy(x => (x.Claim.Endpoint.Host, (object)x.Claim.Endpoint.Security))
            .Select(x => (Fact: DriftFact.Port, Claims: x));
        var securities = claims.GroupBy(x => (x.Claim.Endpoint.Host, (object)x.Claim.Endpoint.Port))
            .Select(x => (Fact: DriftFact.Security, Claims: x));
        return
            from place in ports.Concat(securities)
            let told = place.Claims.GroupBy(x => x.Holder, x => x.Claim).ToList()
            where !Agree(told.Select(x => x.Select(claim => claim.Endpoint)))
            select Compare(place.Fact, protocol, told.Select(x => Value(x.Key, [.. x], claim => Written(place.Fact, claim.Endpoint), live, place.Fact)));
    }

    // One list may well name more than another; only where nothing is on all of them do they contradict each other.
    private static bool Agree<T>(IEnumerable<IEnumerable<T>> lists) =>
        !lists.Any() || lists.Aggregate((all, one) => all.Intersect(one)).Any();

    private static DriftValue Value(Holder holder, IReadOnlyList<PlacedClaim> claims, Func<PlacedClaim, string> written,
        LiveEvidence live, DriftFact fact = DriftFact.Host) => holder.Says(
        claims, string.Join(", ", claims.Select(written).Distinct()), live.Works(claims.Select(x => x.Endpoint)),
        fact == DriftFact.Security ? new(claims.Select(x => Encrypted(x.Endpoint)).Distinct()) : null);

    private static EvidencePart Encrypted(MailEndpoint endpoint) =>
        Seen.Part(EvidenceCode.Encrypted, ("endpoint", endpoint.Authority), ("security", endpoint.Security));

    private static string Written(DriftFact fact, MailEndpoint endpoint) =>
        fact == DriftFact.Port ? endpoint.Authority : $"{endpoint.Authority} {WireName.Of(endpoint.Security)}";

    private static DriftRow? Usernames(List<Holder> naming, MailProtocol protocol) => Compare(
        DriftFact.Username, protocol,
        from holder in naming
        let telling = holder.Claims.FirstOrDefault(x => x.Claim.Username is not null)
        where telling is not null
        select holder.Says([telling], telling.Claim.Username!, null));

    private static IEnumerable<DriftRow> Preferences(DiscoveryResult discovery)
    {
        var lists = discovery.Attempts
            .Where(x => x.Preferred is not null && x.Source is DiscoverySource.Autoconfig or DiscoverySource.Catalogue)
            .Select(x => Preference(x.Source, x.Location, x.Preferred!.Value));
        var srv = Ranking.PreferredBySrv(discovery.Attempts) is { } preferred
            ? [Preference(DiscoverySource.Srv, "SRV", preferred)] : Array.Empty<DriftValue>();
        return Compare(DriftFact.Preferred, null, lists.Concat(srv)) is { } row ? [row] : [];
    }

    private static DriftValue Preference(DiscoverySource source, string place, MailProtocol preferred) =>
        new(Holder.NameOf(source), place, WireName.Of(preferred), null) { Said = new(new EvidencePart { About = preferred.Name() }) };

    // One host that is down in one way is one row, whatever its ports are for; so is one certificate that lacks the name.
    private static IEnumerable<DriftRow> Against(IEnumerable<Holder> holders, LiveEvidence live) =>
        from published in holders
            .SelectMany(holder => holder.Claims.Select(claim => new Refuted(holder, claim, live.ProbeOf(claim.Endpoint))))
        where published.Probe is { Usable: false }
        group published by (published.Claim.Endpoint.Host, published.Fact, published.Cause) into told
        where told.Key.Fact is not null
        select told.Key.Fact == DriftFact.Certificate ? Misnamed([.. told]) : Dead([.. told]);

    private static DriftRow Misnamed(List<Refuted> told) => Row(
        DriftFact.Certificate, told, claim => claim.Endpoint.Host.Value, null, DriftChange.Recertify,
        new("certificate", Places(told), told[0].Cause, null));

    private static DriftRow Dead(List<Refuted> told) => Row(
        DriftFact.Endpoint, told, claim => Written(DriftFact.Endpoint, claim.Endpoint), Encrypted, DriftChange.MendServer,
        new("live", Places(told), told[0].Cause, null) { Said = Seen.That(EvidenceCode.Failed, ("kind", told[0].Probe!.Failure!.Kind)) });

    private static DriftRow Row(
        DriftFact fact, List<Refuted> told, Func<PlacedClaim, string> written, Func<MailEndpoint, EvidencePart>? worded, DriftChange change, DriftValue seen)
    {
        var protocols = told.Select(x => x.Claim.Endpoint.Protocol).Distinct().ToList();
        var said = told.GroupBy(x => x.Holder.Name).Select(x => x.First().Holder.Says(
            x.Select(y => y.Claim),
            string.Join(", ", x.Select(y => written(y.Claim)).Distinct()),
            false,
            worded is null ? null : new FindingEvidence(x.Select(y => worded(y.Claim.Endpoint)).Distinct())));
        return new DriftRow(fact, protocols.Count == 1 ? protocols[0] : null, [.. said, seen], null, change);
    }

    private static string Places(List<Refuted> told) => string.Join(", ", told.Select(x => x.Claim.Endpoint.Authority).Distinct());

    // A published server, and what is there instead.
    private sealed record Refuted(Holder Holder, PlacedClaim Claim, ProbeResult? Probe)
    {
        public DriftFact? Fact => IsMisnamed ? DriftFact.Certificate : Probe?.Failure is not null ? DriftFact.Endpoint : null;

        public string Cause =>
            IsMisnamed ? string.Join(", ", Probe!.Tls!.Certificate.Names) : Probe?.Failure is { } failure ? WireName.Of(failure.Kind) : "";

        private bool IsMisnamed => Probe?.Tls?.Certificate.Status.Contains(CertificateStatus.NameMismatch) == true;
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
