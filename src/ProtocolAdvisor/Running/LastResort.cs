using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// Conventional names where everything that is published is dead: settings that were forgotten when the servers moved. They stand behind
/// the published servers, are dialled within the same budget, and get a password by the rules for every guess.
/// </summary>
internal static class LastResort
{
    /// <summary>
    /// The search with the guesses in it; null where something published lives or may live, or no guess is left to be tried.
    /// </summary>
    /// <param name="discovery">The search.</param>
    /// <param name="probes">The probes of its candidates, which are over.</param>
    internal static async Task<DiscoveryResult?> OfAsync(DiscoveryResult discovery, ProbePool probes)
    {
        var published = discovery.Candidates.Where(x => !x.IsGuess).ToList();
        if (published.Count == 0) return null;
        foreach (var candidate in published.Where(x => x.Rank <= ProbePool.Most))
        {
            if (await probes.ProbeAsync(candidate) is not { } probed || !IsDead(probed.Result)) return null;
        }

        var widened = Ranking.WithGuesses(discovery);
        return widened.Candidates.Count > discovery.Candidates.Count ? widened : null;
    }

    // What our own machine, policy, limits, name servers or time kept us from is not dead; neither is what answers and then fails.
    private static bool IsDead(ProbeResult probe) => probe.Failure
        is { Step: MailStep.Resolve, Kind: FailureKind.HostNotFound or FailureKind.NoAddress }
        or
        {
            Step: MailStep.Connect,
            Kind: FailureKind.ConnectionRefused or FailureKind.ConnectionReset or FailureKind.HostUnreachable or FailureKind.TimedOut,
        };
}
