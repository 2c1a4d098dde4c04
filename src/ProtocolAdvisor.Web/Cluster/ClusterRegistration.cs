using System.Runtime.CompilerServices;
using ProtocolAdvisor.Cluster.Audits;
using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Cluster.Probes;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Cluster;

/// <summary>Registers what makes this process one of several nodes; where it is alone, nothing, and nothing of it is loaded.</summary>
internal static class ClusterRegistration
{
    /// <summary>Adds it where it is enabled.</summary>
    public static void AddCluster(this IServiceCollection services, IConfiguration configuration)
    {
        if (ClusterOptions.IsEnabled(configuration)) services.AddNode();
    }

    // By itself: what is not used is not even loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void AddNode(this IServiceCollection services)
    {
        services.AddSingleton(provider => ClusterOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<ClusterLink>();
        services.AddSingleton<PermitMemory>();
        services.AddSingleton<RunningShards>();
        services.AddSingleton<AuditMessages>();
        services.AddSingleton(Audits);
        services.AddSingleton(provider => new ProbeParts((order, token) => provider.GetRequiredService<MailboxAssessor>().AnswerAsync(order, token)));
        services.AddSingleton<ClusterParts>();
        services.AddAuditEngine<ClusterAuditEngine>();
        services.AddSingleton(Gates);
        services.AddSingleton<AskNode>(provider => new MailHostNodes(provider.GetRequiredService<ClusterLink>(), provider.GetRequiredService<TimeProvider>()).AskAsync);
        services.AddSingleton<FailureCounts, SharedFailureCounts>();
        services.AddSingleton<KeyQuotas, SharedKeyQuotas>();
        services.AddSingleton<WrongKeyCounts, SharedWrongKeyCounts>();
        services.AddSingleton(_ => Readiness.OfNode());
        services.AddHostedService<Membership>();
    }

    private static AuditParts Audits(IServiceProvider services)
    {
        var tools = services.GetRequiredService<ShardTools>();
        return new(ShardsAsync, RunAsync, tools.ShardsAtOnce, services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping);

        async Task<IReadOnlyList<int>> ShardsAsync(string audit, CancellationToken cancellationToken)
        {
            if (await tools.Store.FindAsync(audit, cancellationToken) is null) return [];
            await tools.Store.HoldAsync(audit, null, cancellationToken);
            return await tools.Store.ShardsAsync(audit, cancellationToken);
        }

        async Task RunAsync(string audit, int shard, CancellationToken cancellationToken)
        {
            if (await tools.Store.FindAsync(audit, cancellationToken) is { } work) await tools.RunAsync(work, shard, cancellationToken);
        }
    }

    private static GateSource Gates(IServiceProvider services) => (use, limits) => new SharedGate(
        NameOf(use, limits), limits, services.GetRequiredService<ClusterLink>(), services.GetRequiredService<PermitMemory>(), services.GetRequiredService<TimeProvider>());

    // Audits of another pace have gates of their own; a limit that the operator changes, node by node, is still one gate.
    private static string NameOf(GateUse use, GateLimits limits) => use is GateUse.AuditedHost or GateUse.AuditedAddress ? $"{use} {limits.PerMinute}" : $"{use}";
}
