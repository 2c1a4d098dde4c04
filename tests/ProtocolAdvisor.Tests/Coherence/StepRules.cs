using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 1: what failed is explained where it failed, and by its cause.</summary>
internal static class StepRules
{
    public static IEnumerable<Complaint> Of(AssessmentReport report) => report.Endpoints.Where(x => !IsGuess(report, x)).SelectMany(x => Unexplained(report, x).Concat(Causes(report, x)));

    /// <summary>Whether a finding is told at this endpoint: of it alone, or of its host with the place in the evidence.</summary>
    public static bool IsAt(FindingReport finding, EndpointReport endpoint)
    {
        if (finding.Endpoint is { } place) return place == Authority(endpoint);
        return finding.Evidence is { } evidence && evidence.Contains(endpoint.Host, StringComparison.Ordinal);
    }

    public static string Authority(EndpointReport endpoint) => $"{endpoint.Host}:{endpoint.Port}";

    private static IEnumerable<Complaint> Unexplained(AssessmentReport report, EndpointReport endpoint) =>
        from step in endpoint.Steps
        where step.Failure is { Kind: var kind } && !report.Findings.Any(x => IsAt(x, endpoint) && StepCauses.Explains(x.Code, step.Step, kind))
        select new Complaint(CoherenceRule.FailedStepIsExplained, $"{Authority(endpoint)}: {step.Step} ended with {step.Failure!.Kind}, and no finding there names it");

    // Blocking findings about the same endpoint that say different things leave the reader with a choice that is ours to make.
    private static IEnumerable<Complaint> Causes(AssessmentReport report, EndpointReport endpoint)
    {
        if (endpoint.Usable || endpoint.SignIn.Outcome == SignInOutcome.Accepted || !endpoint.Steps.Any(x => x.Outcome == StepOutcome.Completed)) yield break;
        var leading = report.Findings.Where(x => IsAt(x, endpoint)).GroupBy(x => x.Severity).MinBy(x => x.Key)?.Select(x => x.Code).Distinct().ToList() ?? [];
        if (leading.Count == 0) yield return new(CoherenceRule.UnusableHasOneCause, $"{Authority(endpoint)} cannot be used, and nothing says why");
        if (leading.Count(IsOfReaching) > 1) yield return new(CoherenceRule.UnusableHasOneCause, $"{Authority(endpoint)} has several leading causes: {string.Join(", ", leading)}");
    }

    // A certificate may have several faults; all of them are the certificate's.
    private static bool IsOfReaching(FindingCode code) => Softening.IsOfReachability(code);

    // That a name which nobody published does not answer is nobody's fault, and is not told.
    private static bool IsGuess(AssessmentReport report, EndpointReport endpoint) => endpoint.Protocol.ReadsMail()
        ? report.Discovery.Candidates.Any(
            x => (x.Protocol, x.Host, x.Port) == (endpoint.Protocol, endpoint.Host, endpoint.Port) && x.Sources is [DiscoverySource.Convention])
        : !report.Discovery.Outgoing.Any(x => (x.Host, x.Port) == (endpoint.Host, endpoint.Port));
}
