using System.Globalization;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>How large the world of an audit is, and through what it is asked.</summary>
internal sealed record AuditScale
{
    /// <summary>Customers' domains.</summary>
    public int Domains { get; init; } = 5_000;

    /// <summary>Mail hosts, one address each; at most 200.</summary>
    public int Hosts { get; init; } = 50;

    /// <summary>How long name, web and mail servers think before each answer, milliseconds.</summary>
    public int LatencyMs { get; init; } = 20;

    /// <summary>Domains of a hundred that have a web site, which is asked for settings in vain.</summary>
    public int Sites { get; init; } = 20;

    /// <summary>Domains under way at once where the library is driven directly.</summary>
    public int Window { get; init; } = 128;

    /// <summary>Nodes of the service; 0 drives the library directly, 1 is the embedded engine, more are a cluster over one
    /// PostgreSQL.</summary>
    public int Nodes { get; init; }

    /// <summary>Seconds after which it is given up.</summary>
    public int Limit { get; init; } = 3_600;

    /// <summary>Reads <c>--domains 100000 --hosts 50 …</c>; any order, each at most once.</summary>
    internal static AuditScale Parse(IReadOnlyList<string> arguments)
    {
        var scale = new AuditScale();
        if (arguments.Count % 2 != 0) throw new LabException("Each option has one value: --domains, --hosts, --latency, --sites, --window, --nodes, --limit.");
        foreach (var pair in arguments.Chunk(2))
        {
            if (!int.TryParse(pair[1], NumberStyles.None, CultureInfo.InvariantCulture, out var value)) throw new LabException($"{pair[0]} wants a whole number, not '{pair[1]}'.");
            scale = pair[0] switch
            {
                "--domains" => scale with { Domains = value },
                "--hosts" => scale with { Hosts = Math.Clamp(value, 1, 200) },
                "--latency" => scale with { LatencyMs = value },
                "--sites" => scale with { Sites = value },
                "--window" => scale with { Window = value },
                "--nodes" => scale with { Nodes = value },
                "--limit" => scale with { Limit = value },
                _ => throw new LabException($"There is no option {pair[0]}."),
            };
        }

        return scale;
    }

    /// <summary>The same for the process of the world.</summary>
    internal IEnumerable<string> ForWorld() =>
        [.. new (string Name, int Value)[] { ("--domains", Domains), ("--hosts", Hosts), ("--latency", LatencyMs), ("--sites", Sites) }.SelectMany(x => (string[])[x.Name, x.Value.ToString(CultureInfo.InvariantCulture)])];
}
