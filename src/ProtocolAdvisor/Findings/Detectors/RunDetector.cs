using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The run itself: cut at its deadline, or stopped by a fault of ours.</summary>
internal static class RunDetector
{
    public static IEnumerable<Finding> Find(Case c)
    {
        if (!c.Facts.Complete && !SearchState.IsImpossible(c.Facts.Discovery)) yield return Found.Once(FindingCode.DeadlineReached, CutAt(c));
        foreach (var (probe, failure) in c.Failures.Where(x => x.Failure.Kind == FailureKind.Unexpected))
            yield return Found.At(probe, FindingCode.InternalFault, $"at {failure.Step}");
    }

    private static string? CutAt(Case c)
    {
        var cut = c.Failures.Where(x => x.Failure.Kind == FailureKind.DeadlineReached).Select(x => $"{x.Probe.Endpoint.Authority} at {x.Failure.Step}").ToList();
        return cut.Count > 0 ? string.Join(", ", cut.Distinct()) : null;
    }
}
