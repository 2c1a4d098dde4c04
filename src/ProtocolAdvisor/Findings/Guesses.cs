using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings;

/// <summary>
/// Endpoints that nobody published: conventional names that we tried. That nobody is at a guess is no fault of anybody's; what is wrong where somebody is may be the cause
/// of all, or none of the user's business. The one that the protocol is used at is the user's business.
/// </summary>
internal static class Guesses
{
    private static readonly HashSet<FindingCode> NobodyThere = [FindingCode.DnsNameNotFound, FindingCode.DnsNoAddress, FindingCode.DnsLookupFailed, FindingCode.TcpRefused,
        FindingCode.TcpTimeout, FindingCode.TcpUnreachable, FindingCode.ConnectionReset];

    /// <summary>The finding as it is to be told; null where it is not.</summary>
    public static Finding? Of(Finding finding, Case c)
    {
        if (finding.Endpoint is null || finding.Protocol is not { } protocol || !IsGuess(finding.Endpoint, c) || IsUsed(finding, c) || WasSignedInTo(finding, c)) return finding;
        return NobodyThere.Contains(finding.Code) || c.HasUsable(protocol) ? null : finding with { Confidence = FindingConfidence.Possible };
    }

    // What the report recommends, where no endpoint of the protocol was signed in to.
    private static bool IsUsed(Finding finding, Case c) =>
        c.Facts.Of(finding.Protocol!.Value).FirstOrDefault(x => x.Probe.Usable)?.Probe.Endpoint.Authority == finding.Endpoint;

    // Where a password went, the guess is the user's server.
    private static bool WasSignedInTo(Finding finding, Case c) => c.Facts.Endpoints.Any(x =>
        x.SignIn.Outcome != SignInOutcome.NotAttempted
            && (x.Probe.Endpoint.Authority, x.Probe.Endpoint.Protocol) == (finding.Endpoint, finding.Protocol));

    private static bool IsGuess(string authority, Case c) =>
        c.Facts.Discovery.Candidates.Concat(c.Facts.Discovery.Submission).Any(x => x.Endpoint.Authority == authority && x.IsGuess);
}
