using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>A report's search for servers that comes back as a fact: it tells what the operator prefers or does not offer, and whether anything was found at all.</summary>
internal static class ToldDiscovery
{
    /// <summary>The fact; null where it is not as a report tells it.</summary>
    public static DiscoveryResult? Facts(DiscoveryReport told)
    {
        if (told is not { Sources: not null, Candidates: not null, NotOffered: not null } || !told.Sources.All(IsWhole)) return null;
        var candidates = told.Candidates.Select(Candidate).ToList();
        return candidates.TrueForAll(x => x is not null) ? new DiscoveryResult
        {
            Attempts = [.. told.Sources.Select(Attempt)],
            Candidates = [.. candidates.OfType<EndpointCandidate>()],
            NotOffered = told.NotOffered,
            Preferred = told.Preferred,
            OtherWays = told.OtherWays ?? [],
            OAuth = told.OAuth2 ?? [],
        } : null;
    }

    private static bool IsWhole(SourceReport told) => told is { Location: not null };

    private static SourceAttempt Attempt(SourceReport told) => new()
    {
        Source = told.Source,
        Location = told.Location,
        Outcome = told.Outcome,
        Secure = told.Trust == SourceTrust.Secure,
        ElapsedMs = told.ElapsedMs,
        Failure = told.Failure is { } failure ? new SourceFailure(failure.Kind, failure.Reply) : null,
    };

    private static EndpointCandidate? Candidate(CandidateReport told) =>
        told is { Port: > 0 and <= 65_535, Sources: not null, Authentication: not null } && HostName.TryParse(told.Host, null, out var host)
            ? new(new(told.Protocol, host, told.Port, told.Security), told.Username, told.Authentication, told.Sources, told.Trusted, told.Rank, told.RankReason) : null;
}
