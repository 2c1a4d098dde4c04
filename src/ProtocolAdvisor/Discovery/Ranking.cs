using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Makes candidates of claims, and ranks them: by the precedence of their source, then trust, then security, then the source's own order;
/// never by time of arrival. Pure: the same attempts give the same candidates.
/// </summary>
internal static class Ranking
{
    private sealed record Named(IncomingClaim Claim, SourceAttempt Attempt, int Precedence, int Order);

    private sealed record Place(int Precedence, bool Untrusted, ConnectionSecurity Security, int Priority, int Order);

    /// <summary>The whole result of these attempts, which stand in the order of precedence.</summary>
    /// <param name="attempts">What was asked.</param>
    /// <param name="registrableDomain">What the operator controls; null where that is not known.</param>
    /// <param name="publishedIsDead">
    /// Whether nothing that is published takes a connection: then guesses stand behind it, for every protocol that is not denied.
    /// </param>
    internal static DiscoveryResult Of(IReadOnlyList<SourceAttempt> attempts, HostName? registrableDomain, bool publishedIsDead = false)
    {
        var named = attempts.Where(x => x.Source != DiscoverySource.Convention).SelectMany(x => x.Incoming).Select(x => x.Endpoint).ToHashSet();
        var outgoing = Outgoing(attempts);
        var published = named.Select(x => x.Protocol).Concat(outgoing.Select(_ => MailProtocol.Submission)).ToHashSet();
        var denied = attempts.SelectMany(x => x.NotOffered).Distinct().Where(x => !published.Contains(x) && !IsHalfHeard(x)).Order().ToList();
        return new DiscoveryResult
        {
            Attempts = attempts,
            Candidates = Candidates([.. NamedIn(attempts, x => x.Incoming).Where(x => x.Attempt.Source != DiscoverySource.Convention || IsOpen(x.Claim.Endpoint))]),
            Outgoing = outgoing,
            Submission = Submission(attempts, denied.Contains(MailProtocol.Submission)),
            OtherWays = BesideMailServers.Ways(attempts),
            OAuth = BesideMailServers.Offers(attempts),
            NotOffered = denied,
            Preferred = PreferredBySrv(attempts) ?? attempts.Select(x => x.Preferred).FirstOrDefault(x => x is not null),
            RegistrableDomain = registrableDomain,
        };

        // A denial is of one way of speaking the protocol: a record that was lost may name the servers of the other.
        bool IsHalfHeard(MailProtocol protocol) => attempts.Any(x => x.Outcome == SourceOutcome.Failed && SrvSource.Concerns(x, protocol));

        // Guesses fill a gap; they never compete with what is published, be it servers or that there are none.
        bool IsOpen(MailEndpoint endpoint) => !denied.Contains(endpoint.Protocol)
            && (publishedIsDead ? !named.Contains(endpoint) : !published.Contains(endpoint.Protocol));
    }

    /// <summary>The same result where nothing that is published takes a connection: with the guesses behind it.</summary>
    internal static DiscoveryResult WithGuesses(DiscoveryResult discovery) => Of(discovery.Attempts, discovery.RegistrableDomain, publishedIsDead: true);

    // All SRV names are one source; every other place is one of its own.
    private static IEnumerable<Named> NamedIn(IReadOnlyList<SourceAttempt> attempts, Func<SourceAttempt, IEnumerable<IncomingClaim>> claims)
    {
        var srv = attempts.Select(x => x.Source).ToList().IndexOf(DiscoverySource.Srv);
        return attempts.SelectMany((attempt, index) =>
            claims(attempt).Select((claim, order) => new Named(claim, attempt, attempt.Source == DiscoverySource.Srv ? srv : index, order)));
    }

    private static List<EndpointCandidate> Candidates(IReadOnlyList<Named> named)
    {
        var ranked = named.GroupBy(x => x.Claim.Endpoint)
            .Select(group => (Place: PlaceOf(group), Claims: group.OrderBy(x => x.Precedence).ThenBy(x => x.Order).ToList()))
            .OrderBy(x => x.Place.Precedence).ThenBy(x => x.Place.Untrusted).ThenBy(x => x.Place.Security).ThenBy(x => x.Place.Priority).ThenBy(x => x.Place.Order)
            .ToList();
        return [.. ranked.Select((x, index) => Candidate(x.Claims, index, index == 0 ? RankReason.Best : ReasonOf(ranked[index - 1].Place, x.Place)))];
    }

    private static EndpointCandidate Candidate(List<Named> claims, int index, RankReason reason)
    {
        var told = claims.Find(x => x.Claim.Username is not null)?.Claim ?? claims[0].Claim;
        return new EndpointCandidate(
            told.Endpoint, told.Username, told.Authentication, [.. claims.Select(x => x.Attempt.Source).Distinct().Order()],
            claims.Exists(x => x.Attempt.Secure), index + 1, reason);
    }

    private static Place PlaceOf(IGrouping<MailEndpoint, Named> group)
    {
        var best = group.MinBy(x => (x.Precedence, x.Order))!;
        return new Place(best.Precedence, !group.Any(x => x.Attempt.Secure), group.Key.Security, best.Attempt.Priority ?? 0, best.Order);
    }

    private static RankReason ReasonOf(Place before, Place own) =>
        before.Precedence != own.Precedence ? RankReason.Precedence
        : before.Untrusted != own.Untrusted ? RankReason.Trust
        : before.Security != own.Security ? RankReason.Security : RankReason.SourceOrder;

    // Port 25 is for mail between servers, whoever names it. Guesses fill a gap here, too, and no denial.
    private static List<EndpointCandidate> Submission(IReadOnlyList<SourceAttempt> attempts, bool isDenied)
    {
        var named = NamedIn(attempts, x => x.Outgoing.Where(claim => claim.Port != StandardPort.Relay).Select(claim => claim.AsSubmission())).ToList();
        var published = named.FindAll(x => x.Attempt.Source != DiscoverySource.Convention);
        return Candidates(published.Count > 0 ? published : isDenied ? [] : named);
    }

    // What is only guessed is no server to tell anybody of before it was tried.
    private static List<OutgoingCandidate> Outgoing(IReadOnlyList<SourceAttempt> attempts) =>
    [
        .. attempts.Where(attempt => attempt.Source != DiscoverySource.Convention).SelectMany(attempt => attempt.Outgoing.Select(server => (server, attempt)))
            .GroupBy(x => (x.server.Host, x.server.Port, x.server.Security))
            .Select(group => new OutgoingCandidate(
                group.Select(x => x.server).FirstOrDefault(x => x.Username is not null) ?? group.First().server,
                [.. group.Select(x => x.attempt.Source).Distinct().Order()], group.Any(x => x.attempt.Secure))),
    ];

    /// <summary>The protocol whose SRV records have the lower priority; null where not both have any, or they are equal.</summary>
    internal static MailProtocol? PreferredBySrv(IReadOnlyList<SourceAttempt> attempts)
    {
        var lowest = attempts.Where(x => x.Priority is not null && x.Incoming.Count > 0)
            .GroupBy(x => x.Incoming[0].Endpoint.Protocol, (protocol, all) => (Protocol: protocol, Priority: all.Min(x => x.Priority)))
            .OrderBy(x => x.Priority).ToList();
        return lowest.Count == 2 && lowest[0].Priority < lowest[1].Priority ? lowest[0].Protocol : null;
    }
}
