using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>A report's search for servers that comes back as a fact: it tells what the operator prefers or does not offer, and whether anything was found at all.</summary>
internal static class ToldDiscovery
{
    private const string BelowTcp = "._tcp.";

    /// <summary>The fact.</summary>
    /// <param name="told">The search, its domain and hosts names of hosts.</param>
    public static DiscoveryResult Facts(DiscoveryReport told)
    {
        IReadOnlyList<EndpointCandidate> candidates = [.. told.Candidates.Select(Candidate)];
        var domain = told.Domain is null ? DomainOf(told.Sources) : HostName.Parse(told.Domain);
        return new DiscoveryResult
        {
            Attempts = [.. told.Sources.Select((x, place) => Attempt(x, candidates) with { MailExchangers = place == 0 ? [.. told.MailExchangers.Select(HostName.Parse)] : [] })],
            Candidates = candidates,
            NotOffered = told.NotOffered,
            Preferred = told.Preferred,
            OtherWays = told.OtherWays,
            OAuth = told.OAuth2,
            MailDomain = domain,
            RegistrableDomain = domain is null || PublicSuffixList.Official.GivesNamesOut(domain) ? null : PublicSuffixList.Official.RegistrableDomain(domain),
        };
    }

    // Reports of before did not name it; but every search asked for the domain's SRV records, so their names tell whose it was.
    private static HostName? DomainOf(IReadOnlyList<SourceReport> sources) => sources
        .Where(x => x.Source == DiscoverySource.Srv && x.Location.Contains(BelowTcp, StringComparison.Ordinal))
        .Select(x => HostName.TryParse(x.Location[(x.Location.IndexOf(BelowTcp, StringComparison.Ordinal) + BelowTcp.Length)..], null, out var domain) ? domain : null)
        .FirstOrDefault();

    // Which of the places told the mail exchangers is not told, either: they stand at the first. Which place of a source named a server is not told; that one of them did is.
    private static SourceAttempt Attempt(SourceReport told, IReadOnlyList<EndpointCandidate> candidates) => new()
    {
        Incoming = told.Outcome != SourceOutcome.Found ? []
            : [.. candidates.Where(x => x.Sources.Contains(told.Source)).Select(x => new IncomingClaim(x.Endpoint, x.Username, x.Authentication))],
        Source = told.Source,
        Location = told.Location,
        Outcome = told.Outcome,
        Secure = told.Trust == SourceTrust.Secure,
        ElapsedMs = told.ElapsedMs,
        Failure = told.Failure is { } failure ? new SourceFailure(failure.Kind, failure.Reply) : null,
    };

    private static EndpointCandidate Candidate(CandidateReport told) => new(
        new(told.Protocol, HostName.Parse(told.Host), told.Port, told.Security), told.Username, told.Authentication, told.Sources, told.Trusted, told.Rank, told.RankReason);
}
