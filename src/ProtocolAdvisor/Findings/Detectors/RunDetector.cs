using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The run itself: cut at its deadline, or stopped by a fault of ours.</summary>
internal static class RunDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (!c.Facts.Complete && !SearchState.IsImpossible(c.Facts.Discovery)) yield return Found.Once(FindingCode.DeadlineReached, evidence: CutAt(c));
        foreach (var (probe, failure) in c.Failures.Where(x => x.Failure.Kind == FailureKind.Unexpected))
            yield return Found.At(probe, FindingCode.InternalFault, Seen.That(EvidenceCode.AtStep, ("step", failure.Step)));
    }

    private static FindingEvidence? CutAt(Case c) => Seen.All(
        from cut in c.Failures.Where(x => x.Failure.Kind == FailureKind.DeadlineReached).Select(x => (x.Probe.Endpoint.Authority, x.Failure.Step)).Distinct()
        select Seen.Part(EvidenceCode.AtStep, ("step", cut.Step)) with { About = cut.Authority });
}
