using FluentValidation;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>Registers audits.</summary>
internal static class AuditRegistration
{
    /// <summary>The tables, the API, and the engine of a process by itself.</summary>
    public static void AddAudits(this IServiceCollection services)
    {
        services.AddSingleton(provider => AuditOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton<IValidator<AuditRequest>, AuditRequestValidator>();
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
        services.AddSingleton<StorageHolds>();
        services.AddSingleton<SubjectRun>();
        services.AddSingleton<ShardTools>();
        services.AddSingleton<AuditEngine>();
        services.AddSingleton<IAuditEngine>(provider => provider.GetRequiredService<AuditEngine>());
        services.AddHostedService(provider => provider.GetRequiredService<AuditEngine>());
        services.AddHostedService<AuditUpkeep>();
    }
}
