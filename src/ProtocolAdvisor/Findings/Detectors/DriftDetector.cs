using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings.Drift;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Published settings that disagree with each other or with the live servers: told once, the table has the rows.</summary>
internal static class DriftDetector
{
    public static IEnumerable<Finding> Find(Case c) => Of(c.Facts.Discovery, c.Facts.Endpoints);

    /// <summary>The same for a search without a run.</summary>
    public static IEnumerable<Finding> Of(DiscoveryResult discovery, IReadOnlyList<EndpointFacts> endpoints)
    {
        var rows = SettingsDrift.Of(discovery, endpoints).Where(x => !IsToldOfTheServer(x)).ToList();
        if (rows.Count == 0) yield break;
        var told = rows[0].Values.SelectMany(value => value.Said.Parts.Select(x => x with { About = x.About is { } about ? $"{value.Location}: {about}" : value.Location }));
        yield return Found.Once(FindingCode.SettingsDrift, evidence: Seen.All([Seen.Part(EvidenceCode.Disagreement, ("fact", rows[0].Fact)), .. told, Seen.More(rows.Count - 1)]));
    }

    // A dead host and a certificate for another name have a finding of their own, at that server: no second one in other words.
    private static bool IsToldOfTheServer(DriftRow row) => row.Fact is DriftFact.Endpoint or DriftFact.Certificate;
}
