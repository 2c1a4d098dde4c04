using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings.Detectors;

namespace ProtocolAdvisor.Findings;

/// <summary>Names the causes behind a run's facts. Pure: the same facts give the same findings in the same order.</summary>
public static class Diagnosis
{
    /// <summary>
    /// Every finding once: the worst first, of the equally bad those of reading mail before those of sending, then in the order of
    /// <see cref="FindingCode"/>, then by endpoint.
    /// </summary>
    /// <param name="facts">What the run learned.</param>
    /// <param name="recommendation">The advice that came of it; null where none was made.</param>
    public static IReadOnlyList<Finding> Of(AssessmentFacts facts, Recommendation? recommendation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var examined = new Case(facts, recommendation);
        return
        [
            .. InOrder(HiddenMail.Raised(LeadingCause.Raised(Told(examined), examined), facts).Select(x => Remedies.Of(x, examined))),
        ];
    }

    private static IReadOnlyList<Finding> Told(Case c) => Repeats.LeftOut(
        DetectorList.All.SelectMany(find => find(c)).Select(x => Guesses.Of(x, c)).OfType<Finding>().Select(x => Softening.Of(x, c)), c);

    /// <summary>What a search for servers shows without any probe.</summary>
    /// <param name="discovery">What the search learned.</param>
    public static IReadOnlyList<Finding> Of(DiscoveryResult discovery)
    {
        ArgumentNullException.ThrowIfNull(discovery);
        return [.. InOrder(Repeats.LeftOut(DiscoveryDetector.Of(discovery, []).Concat(MisspellingDetector.Of(discovery, [])).Concat(DriftDetector.Of(discovery, []))
            .Concat(ProviderDetector.Of(discovery))))];
    }

    private static IOrderedEnumerable<Finding> InOrder(IEnumerable<Finding> findings) => findings
        .DistinctBy(x => (x.Code, x.Protocol, x.Endpoint, x.Subject))
        .OrderBy(x => x.Severity).ThenBy(x => x.IsOfSending).ThenBy(x => x.Code).ThenBy(x => x.Endpoint, StringComparer.Ordinal).ThenBy(x => x.Protocol)
        .ThenBy(x => x.Subject, StringComparer.Ordinal);
}
