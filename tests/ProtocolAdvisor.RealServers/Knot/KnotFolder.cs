using System.Net;

namespace ProtocolAdvisor.RealServers;

/// <summary>Where one knot keeps everything: configuration, zones, database and log.</summary>
internal sealed class KnotFolder : ServerFolder
{
    public KnotFolder(IReadOnlyList<DnsZone> zones, IPEndPoint endPoint)
        : base("knot")
    {
        Directory.CreateDirectory(Zones);
        foreach (var (number, zone) in zones.Index().Where(zone => zone.Item.State == ZoneState.Served))
            File.WriteAllText(Path.Combine(Zones, $"{number}.zone"), zone.MasterFile);
        File.WriteAllText(Configuration, Configure(zones, endPoint));
    }

    private string Zones => Path.Combine(Root, "zones");

    /// <summary>No journal and no writing back: a zone is its file. One worker each is plenty for tests, and starts soonest.</summary>
    private string Configure(IReadOnlyList<DnsZone> zones, IPEndPoint endPoint) => $"""
        server:
          rundir: "{Run}"
          listen: {endPoint.Address}@{endPoint.Port}
          udp-workers: 1
          tcp-workers: 1
          background-workers: 1
        database:
          storage: "{Root}"
        log:
          - target: stdout
            any: info
        template:
          - id: default
            storage: "{Zones}"
            zonefile-load: whole
            zonefile-sync: -1
            journal-content: none
        zone:
        {string.Concat(zones.Index().Select(zone => $"  - domain: \"{zone.Item.AsciiOrigin}\"\n    file: \"{zone.Index}.zone\"\n"))}
        """;
}
