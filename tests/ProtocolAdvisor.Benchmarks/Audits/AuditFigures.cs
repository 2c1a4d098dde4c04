using System.Globalization;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The rows that tell of an audit, whatever ran it.</summary>
internal static class AuditFigures
{
    private const double ProbesGoal = 1.05;

    // As many connections as one address may have at a time.
    private const int AddressLimit = 16;

    /// <summary>How fast, and for how much work.</summary>
    internal static Outcome Rate(string who, AuditScale scale, TimeSpan wall, TimeSpan cpu, TimeSpan worldCpu) => new(
        "audit", $"{who}: {scale.Domains} domains on {scale.Hosts} hosts, answers after {scale.LatencyMs} ms", (scale.Domains / wall.TotalSeconds).In("domains/s"), "",
        string.Create(CultureInfo.InvariantCulture, $"{wall.TotalSeconds:0.0} s; CPU {cpu.TotalMilliseconds / scale.Domains:0.00} ms a domain, the world's {worldCpu.TotalMilliseconds / scale.Domains:0.00}; 100000 domains are {cpu.TotalMinutes / scale.Domains * 100_000:0.0} minutes of CPU"), null);

    /// <summary>How polite.</summary>
    internal static IEnumerable<Outcome> Politeness(string who, AuditScale scale, WorldCounts counts)
    {
        var each = (double)counts.Probes / Math.Max(1, counts.Endpoints);
        yield return new("audit", $"{who}: probes made / distinct endpoints", each.In(""), $"≤ {ProbesGoal}", $"{counts.Probes} / {counts.Endpoints}, {counts.Connections} connections in all", each <= ProbesGoal);
        yield return new("audit", $"{who}: most connections at one address", $"{counts.MostAtOneAddress}", $"≤ {AddressLimit}", "", counts.MostAtOneAddress <= AddressLimit);
        yield return new("audit", $"{who}: questions to others, of each domain", ((double)counts.Questions / scale.Domains).In("DNS"), "", ((double)counts.Requests / scale.Domains).In("web"), null);
    }
}
