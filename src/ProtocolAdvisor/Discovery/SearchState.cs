using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>What a search came to as a whole: "not there" may be said only where it was asked for and answered. Pure.</summary>
internal static class SearchState
{
    /// <summary>
    /// Whether no name could be looked up: our own name servers, or the network to them, did not work. Then nothing is known about the
    /// domain.
    /// </summary>
    internal static bool IsImpossible(DiscoveryResult discovery)
    {
        var asked = discovery.Attempts.Where(x => IsLookup(x) && x.Outcome != SourceOutcome.Skipped).ToList();
        if (asked.Count == 0 || !asked.TrueForAll(IsUnanswered)) return false;
        return asked.Exists(x => x.Failure!.Kind == FailureKind.LookupImpossible) || (asked.TrueForAll(IsSilent) && discovery.Attempts.All(x => x.Outcome == SourceOutcome.Failed));
    }

    /// <summary>Whether the mail domain itself does not exist.</summary>
    internal static bool IsDomainMissing(DiscoveryResult discovery) =>
        discovery.Attempts.Any(x => x is { Outcome: SourceOutcome.NotFound, Failure.Kind: FailureKind.HostNotFound })
        && !discovery.Attempts.Any(x => IsLookup(x) && x.Outcome == SourceOutcome.Found);

    /// <summary>Whether our name servers invent addresses for names that do not exist.</summary>
    internal static bool IsForged(DiscoveryResult discovery) => discovery.Attempts.Any(x => x.Failure?.Kind == FailureKind.AnswerForged);

    /// <summary>Whether every source of mail servers has answered, so that what none of them names is not there.</summary>
    internal static bool IsHeardOut(DiscoveryResult discovery) => discovery.Attempts.All(IsHeard);

    /// <summary>The sources that have not answered, or not so that it could be read.</summary>
    internal static IEnumerable<SourceAttempt> Unheard(DiscoveryResult discovery) => discovery.Attempts.Where(x => !IsHeard(x));

    private static bool IsHeard(SourceAttempt attempt) => JmapSource.Asked(attempt) || attempt.Outcome != SourceOutcome.Failed || attempt.Failure?.Kind == FailureKind.AnswerForged;

    // Files are fetched from web servers and folders; everything else is a question to name servers.
    internal static bool IsLookup(SourceAttempt attempt) => !JmapSource.Asked(attempt) && (attempt.Source is DiscoverySource.Srv or DiscoverySource.Convention
        || (attempt.Source == DiscoverySource.Mx && !attempt.Location.Contains(':', StringComparison.Ordinal)));

    private static bool IsUnanswered(SourceAttempt attempt) => attempt is
    {
        Outcome: SourceOutcome.Failed,
        Failure.Kind: FailureKind.LookupImpossible or FailureKind.LookupFailed or FailureKind.TimedOut or FailureKind.DeadlineReached,
    };

    private static bool IsSilent(SourceAttempt attempt) => attempt.Failure is { Kind: FailureKind.TimedOut, NotAwaited: false };
}
