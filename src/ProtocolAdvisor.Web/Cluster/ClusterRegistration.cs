using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Cluster;

/// <summary>Registers what makes this process one of several nodes; where it is alone, nothing, and nothing of it is loaded.</summary>
internal static class ClusterRegistration
{
    /// <summary>Adds it where it is enabled.</summary>
    public static void AddCluster(this IServiceCollection services, IConfiguration configuration)
    {
        if (!ClusterOptions.IsEnabled(configuration)) return;
        services.AddSingleton(provider => ClusterOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ClusterLink>();
        services.AddSingleton<PermitMemory>();
        services.AddSingleton<ClusterParts>();
        services.AddSingleton(Gates);
        services.AddSingleton<FailureCounts, SharedFailureCounts>();
        services.AddSingleton<KeyQuotas, SharedKeyQuotas>();
        services.AddSingleton<WrongKeyCounts, SharedWrongKeyCounts>();
        services.AddSingleton(_ => Readiness.OfNode());
        services.AddHostedService<Membership>();
    }

    private static GateSource Gates(IServiceProvider services) => (use, limits) => new SharedGate(
        NameOf(use, limits), limits, services.GetRequiredService<ClusterLink>(), services.GetRequiredService<PermitMemory>(), services.GetRequiredService<TimeProvider>());

    // Audits of another pace have gates of their own; a limit that the operator changes, node by node, is still one gate.
    private static string NameOf(GateUse use, GateLimits limits) => use is GateUse.AuditedHost or GateUse.AuditedAddress ? $"{use} {limits.PerMinute}" : $"{use}";
}
