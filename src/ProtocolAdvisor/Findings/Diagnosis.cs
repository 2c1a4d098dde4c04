using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings.Detectors;

namespace ProtocolAdvisor.Findings;

/// <summary>Names the causes behind a run's facts. Pure: the same facts give the same findings in the same order.</summary>
public static class Diagnosis
{
    /// <summary>Every finding once: the worst first, then in the order of <see cref="FindingCode"/>, then by endpoint.</summary>
    /// <param name="facts">What the run learned.</param>
    /// <param name="recommendation">The advice that came of it; null where none was made.</param>
    public static IReadOnlyList<Finding> Of(AssessmentFacts facts, Recommendation? recommendation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var examined = new Case(facts, recommendation);
        return
        [
            .. DetectorList.All.SelectMany(find => find(examined))
                .DistinctBy(x => (x.Code, x.Protocol, x.Endpoint, x.Endpoint is null ? x.Evidence : null))
                .Select(x => Softening.Of(x, examined))
                .OrderBy(x => x.Severity).ThenBy(x => x.Code).ThenBy(x => x.Endpoint, StringComparer.Ordinal).ThenBy(x => x.Protocol),
        ];
    }
}
