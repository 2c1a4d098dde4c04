using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// Endpoints that nobody published: conventional names that we tried. That a guess does not answer is no fault of anybody's; what is wrong
/// where one does answer may be the cause of all, or none of the user's business.
/// </summary>
internal static class Guesses
{
    /// <summary>The finding as it is to be told; null where it is not.</summary>
    public static Finding? Of(Finding finding, Case c)
    {
        if (finding.Endpoint is null || finding.Protocol is not { } protocol || !IsGuess(finding.Endpoint, c) || WasSignedInTo(finding, c))
            return finding;
        return Softening.IsOfReachability(finding.Code) || c.HasUsable(protocol)
            ? null : finding with { Confidence = FindingConfidence.Possible };
    }

    // Where a password went, the guess is the user's server.
    private static bool WasSignedInTo(Finding finding, Case c) => c.Facts.Endpoints.Any(x =>
        x.SignIn.Outcome != SignInOutcome.NotAttempted
            && (x.Probe.Endpoint.Authority, x.Probe.Endpoint.Protocol) == (finding.Endpoint, finding.Protocol));

    private static bool IsGuess(string authority, Case c) =>
        c.Facts.Discovery.Candidates.Any(x => x.Endpoint.Authority == authority && x.Sources is [DiscoverySource.Convention]);
}
