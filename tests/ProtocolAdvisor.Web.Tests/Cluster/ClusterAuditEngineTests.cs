using System.Net;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Web.Tests.Audits;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>What an engine promises, the cluster's does: here with one node, so that the restarts are those of all nodes.</summary>
public sealed class ClusterAuditEngineTests(AuditPark park, SharedPostgres postgres) : AuditEngineTests(park)
{
    private protected override IReadOnlyList<(string Key, string? Value)> Engine { get; } =
        [("Cluster:Enabled", "true"), ("Cluster:AdvertisedAddress", "127.0.0.1"), ("Cluster:SiloPort", $"{LoopbackPorts.Free(IPAddress.Loopback)}")];

    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();

    private protected override Task<IAsyncDisposable> HoldResultsAsync() => HeldItems.BeginAsync(Database);
}
