using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Startup;

/// <summary>A database that is not used costs nothing: not even its library is loaded.</summary>
public sealed class LoadedLibraryTests(SharedPostgres postgres)
{
    [Fact]
    public async Task On_SQLite_nothing_of_PostgreSQL_is_loaded()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var advisor = await RunningAdvisor.StartAsync();
        var loaded = Loaded(advisor);
        Assert.Contains(loaded, x => x.Contains("e_sqlite3", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, x => x.Contains("Npgsql", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, x => x.Contains("Orleans", StringComparison.Ordinal));
    }

    [Fact]
    public async Task On_PostgreSQL_nothing_of_SQLite_is_loaded()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var database = await postgres.MakeAsync();
        await using var advisor = await RunningAdvisor.StartAsync(settings: [.. database.Settings.Select(x => $"{x.Key}={x.Value}")]);
        var loaded = Loaded(advisor);
        Assert.Contains(loaded, x => x.Contains("Npgsql.EntityFrameworkCore.PostgreSQL", StringComparison.Ordinal));
        Assert.DoesNotContain(loaded, x => x.Contains("sqlite", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(loaded, x => x.Contains("Orleans", StringComparison.Ordinal));
    }

    // The kernel's list of the files that are mapped into the process (proc(5)).
    private static IReadOnlyList<string> Loaded(RunningAdvisor advisor) =>
        [.. File.ReadLines($"/proc/{advisor.ProcessId}/maps").Select(x => x.Split('/')[^1]).Distinct()];
}
