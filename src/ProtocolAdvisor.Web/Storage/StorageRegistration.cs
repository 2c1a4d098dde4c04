using Microsoft.EntityFrameworkCore;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Registers the database and what uses it.</summary>
internal static class StorageRegistration
{
    /// <summary>Reports in one SQLite file.</summary>
    public static void AddStorage(this IServiceCollection services)
    {
        services.AddSingleton(provider => StorageOptions.From(provider.GetRequiredService<IConfiguration>()));
        services.AddDbContextFactory<SqliteAdvisorDb>((provider, options) =>
            options.UseSqlite(provider.GetRequiredService<StorageOptions>().ConnectionString).AddInterceptors(new SecureDelete()));
        services.AddSingleton<IDbContextFactory<AdvisorDb>, SqliteDatabases>();
        services.AddSingleton<DatabaseFile>();
        services.AddSingleton<DatabaseThreads>();
        services.AddSingleton<ReportBacklog>();
        services.AddSingleton<ReportArchive>();
        services.AddSingleton<StorageProbe>();
        services.AddSingleton<DatabaseStart>();
        services.AddHostedService<ReportWriter>();
        services.AddHostedService<RetentionPurge>();
    }
}
