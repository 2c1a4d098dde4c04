namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>
/// The line to a host, by the round trip that the kernel measured: the time until we noticed a connection contains our own process, which may be
/// cold or busy. The quickest connection counts, so that one lost packet is not called distance.
/// </summary>
internal static class ConnectSlowDetector
{
    /// <summary>A round trip to the other side of the world takes about this long; a server of one's own region is far below.</summary>
    private const double SlowMs = 300;

    public static IEnumerable<Finding> Find(Case c) =>
        from host in c.Hosts
        let quickest = host.Min(x => x.RoundTripMs)
        where quickest > SlowMs
        select Found.Once(
            FindingCode.ConnectSlow, host.Key.Value, new(Seen.Part(EvidenceCode.RoundTrip, ("ms", Math.Round(quickest.Value))) with { About = host.Key.Value }));
}
