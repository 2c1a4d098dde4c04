using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using ProtocolAdvisor.Web.Storage.PostgreSql;
using ProtocolAdvisor.Web.Storage.Sqlite;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Registers the database and what uses it.</summary>
internal static class StorageRegistration
{
    /// <summary>Reports in the database that the configuration names.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => StorageOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddSingleton(Make);
        services.AddSingleton<IDbContextFactory<AdvisorDb>>(provider => provider.GetRequiredService<DatabaseMake>());
        services.AddSingleton<DatabaseThreads>();
        services.AddSingleton<ReportBacklog>();
        services.AddSingleton<ReportArchive>();
        services.AddSingleton<ReportHistory>();
        services.AddSingleton<ExpiredReports>();
        services.AddSingleton<ReportNotes>();
        services.AddSingleton<InviteArchive>();
        services.AddSingleton<StorageProbe>();
        services.AddHostedService<ReportWriter>();
        services.AddHostedService<RetentionPurge>();
        services.AddHostedService<RowsOfBefore>();
    }

    private static DatabaseMake Make(IServiceProvider services) => services.GetRequiredService<StorageOptions>() switch
    {
        { Provider: StorageProvider.PostgreSql } options => PostgreSql(options),
        var options => Sqlite(options, services.GetRequiredService<TimeProvider>()),
    };

    // Each by itself: what is not used is not even loaded.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static PostgreSqlMake PostgreSql(StorageOptions options) => new(options);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static SqliteMake Sqlite(StorageOptions options, TimeProvider clock) => new(options, clock);
}
