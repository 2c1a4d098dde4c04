namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The line to a host: its quickest connection counts, so that one lost packet is not called distance.</summary>
internal static class ConnectSlowDetector
{
    /// <summary>A round trip to the other side of the world takes about this long; a server of one's own region is far below.</summary>
    private const double SlowMs = 300;

    public static IEnumerable<Finding> Find(Case c) =>
        from host in c.Hosts
        let quickest = host.SelectMany(x => x.Addresses).Min(x => x.ConnectMs)
        where quickest > SlowMs
        select Found.Once(FindingCode.ConnectSlow, Found.Text($"{host.Key}: connected in {quickest:0} ms"));
}
