using FluentValidation;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>Registers audits.</summary>
internal static class AuditRegistration
{
    /// <summary>What works on audits.</summary>
    public static void AddAuditEngine<T>(this IServiceCollection services)
        where T : BackgroundService, IAuditEngine
    {
        services.AddSingleton<T>();
        services.AddSingleton<IAuditEngine>(provider => provider.GetRequiredService<T>());
        services.AddHostedService(provider => provider.GetRequiredService<T>());
    }

    /// <summary>The tables, the API, and the engine of a process by itself, unless there is another one.</summary>
    public static void AddAudits(this IServiceCollection services)
    {
        services.AddSingleton(provider => AuditOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidator<AuditRequest>, AuditRequestValidator>();
        services.AddSingleton<AuditMaking>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AuditWorkStore>();
        services.AddSingleton<AuditResults>();
        services.AddSingleton<AuditChanges>();
        services.AddSingleton<AuditUpkeepStore>();
        services.AddSingleton<AuditTeller>();
        services.AddSingleton<ChangeTeller>();
        services.AddSingleton<AuditDesk>();
        services.AddSingleton<AuditTelemetry>();
        services.AddSingleton<AuditPlaces>();
        services.AddSingleton<ResolverGate>();
        services.AddSingleton<ResolverHolds>();
        services.AddSingleton<StorageHolds>();
        services.AddSingleton<SubjectRun>();
        services.AddSingleton<ShardTools>();
        if (!services.Any(x => x.ServiceType == typeof(IAuditEngine))) services.AddAuditEngine<AuditEngine>();
        services.AddHostedService<AuditUpkeep>();
    }
}
