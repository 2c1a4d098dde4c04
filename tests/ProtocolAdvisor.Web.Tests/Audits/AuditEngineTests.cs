using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>What an engine promises, whichever it is: a class for each runs these, over HTTP, against real servers.</summary>
public abstract class AuditEngineTests(AuditPark park) : IClassFixture<AuditPark>, IAsyncLifetime
{
    private protected TestDatabase Database { get; private set; } = null!;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync() => Database = await MakeAsync();

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        if (Database is not null) await Database.DisposeAsync();
    }

    private protected abstract Task<TestDatabase> MakeAsync();

    /// <summary>What chooses the engine.</summary>
    private protected virtual IReadOnlyList<(string Key, string? Value)> Engine => [];

    private protected Task<Advisor> StartAsync(params (string Key, string? Value)[] settings) =>
        Database.StartAsync(null, [.. park.Settings, .. Engine, .. settings]);

    [Fact]
    public async Task A_list_becomes_rows_sums_and_reports_that_a_restart_keeps()
    {
        string path;
        JsonNode before;
        await using (var advisor = await StartAsync())
        {
            path = await advisor.AuditAsync(AuditPark.Good, "jane@hosted.example", AuditPark.Silent, "bücher.example");
            var audit = await advisor.DoneAsync(path);
            Assert.Equal((4, 4), ((int)audit["progress"]!["total"]!, (int)audit["progress"]!["done"]!));
            before = audit["sums"]!;
            var rows = await advisor.ResultsAsync(path);
            Assert.Equal([AuditPark.Good, "j***@hosted.example", AuditPark.Silent, "bücher.example"], rows.Select(x => (string)x["subject"]!));
            Assert.Equal(["imap", "imap", "none", "imap"], rows.Select(x => (string)x["protocol"]!));
            Assert.Equal([$"imap.{AuditPark.Good}", $"imap.{AuditPark.Good}", null, $"imap.{AuditPark.Good}"], rows.Select(x => (string?)x["mailHost"]));
            Assert.Equal("doesNotWork", (string?)rows[2]["state"]);
            Assert.Equal("xn--bcher-kva.example", (string?)rows[3]["domain"]);
            Assert.Equal(3, (int)before["mailHosts"]![0]!["subjects"]!);
            Assert.Contains(before["findings"]!.AsArray(), x => (string?)x!["code"] == (string?)rows[2]["findings"]![0]);
            var report = await advisor.GetAsync((string)rows[0]["location"]!);
            Assert.Equal("imap", (string?)report["recommendation"]!["protocol"]);
            Assert.Equal(AuditPark.Good, (string?)report["subject"]!["domain"]);
        }

        await using var after = await StartAsync();
        Assert.Equal(before.ToJsonString(), (await after.GetAsync(path))["sums"]!.ToJsonString());
        Assert.Equal(4, (await after.ResultsAsync(path)).Count);
    }

    [Fact]
    public async Task An_audit_that_a_stop_broke_off_goes_on_at_the_next_start()
    {
        var subjects = Enumerable.Range(1, 60).Select(x => $"customer{x}.{AuditPark.Hosted}").ToList();
        string path;
        await using (var advisor = await StartAsync(("Audit:Window", "2"), ("Limits:ConcurrentAssessments", "4"), ("Audit:ShardSize", "10")))
        {
            path = await advisor.AuditAsync(subjects);
            await advisor.UntilAsync(path, x => (int)x["progress"]!["done"]! > 0);
        }

        await using var after = await StartAsync();
        await after.DoneAsync(path);
        var rows = await after.ResultsAsync(path);
        Assert.Equal(subjects, rows.Select(x => (string)x["subject"]!));
        Assert.All(rows, x => Assert.NotEqual("waiting", (string?)x["state"]));
    }
}

public sealed class EmbeddedAuditEngineTests(AuditPark park) : AuditEngineTests(park)
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class EmbeddedAuditEngineOnPostgreSqlTests(AuditPark park, SharedPostgres postgres) : AuditEngineTests(park)
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
