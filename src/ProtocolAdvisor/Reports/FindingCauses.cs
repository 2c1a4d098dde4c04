namespace ProtocolAdvisor.Reports;

/// <summary>Findings as people read them: a cause that was seen at several servers is told once, with all its places.</summary>
internal static class FindingCauses
{
    /// <summary>The findings of each cause, in the order in which the causes first come.</summary>
    public static IEnumerable<IReadOnlyList<FindingReport>> Of(IEnumerable<FindingReport> findings) =>
        findings.GroupBy(x => (x.Code, x.Severity, x.Confidence)).Select(x => x.ToList());
}
