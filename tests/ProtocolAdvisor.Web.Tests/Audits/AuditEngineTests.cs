using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Audits.Running;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>What an engine promises, whichever it is: a class for each runs these, over HTTP, against real servers.</summary>
public abstract class AuditEngineTests(AuditPark park) : IClassFixture<AuditPark>, IAsyncLifetime
{
    private static readonly (string Key, string? Value)[] Slow = [("Limits:ConcurrentAssessments", "4"), ("Audit:ShardSize", "10")];

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

    /// <summary>Keeps results from being written until it is disposed.</summary>
    private protected abstract Task<IAsyncDisposable> HoldResultsAsync();

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
            Assert.Equal(("doesNotWork", "xn--bcher-kva.example"), ((string)rows[2]["state"]!, (string)rows[3]["domain"]!));
            Assert.Equal(3, (int)before["mailHosts"]![0]!["subjects"]!);
            Assert.Contains(before["findings"]!.AsArray(), x => (string?)x!["code"] == (string?)rows[2]["findings"]![0]);
            var report = await advisor.GetAsync((string)rows[0]["location"]!);
            Assert.Equal(("imap", AuditPark.Good), ((string)report["recommendation"]!["protocol"]!, (string)report["subject"]!["domain"]!));
            Assert.Single(await advisor.ResultsAsync(path, $"?finding={rows[2]["findings"]![0]}"));
            Assert.Equal(3, (await advisor.ResultsAsync(path, $"?host=imap.{AuditPark.Good}")).Count);
            Assert.Single(await advisor.ResultsAsync(path, "?domain=BÜCHER"));
            Assert.Empty(await advisor.ResultsAsync(path, "?state=waiting"));
            var table = await advisor.SendAsync(HttpMethod.Get, $"{path}/results", null, ("Accept", "text/csv"));
            Assert.Equal(5, table.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
            var events = await advisor.SendAsync(HttpMethod.Get, $"{path}/events");
            Assert.StartsWith("id: 4-done\nevent: progress\ndata: {\"state\":\"done\"", events.Text, StringComparison.Ordinal);
            Assert.EndsWith("event: done\ndata: {\"removed\":false}\n\n", events.Text, StringComparison.Ordinal);
            var known = await advisor.SendAsync(HttpMethod.Get, $"{path}/events", null, ("Last-Event-ID", "4-done"));
            Assert.DoesNotContain("event: progress", known.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("jane", await KeptAsync(), StringComparison.OrdinalIgnoreCase);
        }

        await using var after = await StartAsync();
        Assert.Equal(before.ToJsonString(), (await after.GetAsync(path))["sums"]!.ToJsonString());
        Assert.Equal(4, (await after.ResultsAsync(path)).Count);
    }

    [Fact]
    public async Task An_audit_is_paused_goes_on_and_survives_a_stop_and_no_page_shifts_meanwhile()
    {
        // A name server that thinks, so that there is something left to be paused.
        await using var names = ScriptedDnsServer.Start();
        (names.Thought, names.Otherwise) = (TimeSpan.FromMilliseconds(100), DnsAnswer.NonexistentDomain);
        (string, string?)[] settings = [.. Slow, ("Dns:Servers:0", names.EndPoint.ToString())];
        var subjects = Enumerable.Range(1, 60).Select(x => $"customer{x}.example").ToList();
        string path;
        await using (var advisor = await StartAsync(settings))
        {
            path = await advisor.AuditAsync(subjects);
            await advisor.UntilAsync(path, x => Done(x) > 0);
            var first = await advisor.GetAsync($"{path}/results?limit=25");
            var paused = (await advisor.SendAsync(HttpMethod.Post, $"{path}/pause")).Json;
            Assert.Equal("paused", (string?)paused["progress"]!["state"]);
            Assert.InRange(Done(paused), 1, 59);
            names.Thought = TimeSpan.FromMilliseconds(15);
            await Task.Delay(300, TestContext.Current.CancellationToken);
            Assert.Equal(Done(paused), Done(await advisor.GetAsync(path)));
            Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Post, $"{path}/resume")).Status);
            var second = await advisor.GetAsync($"{path}/results?limit=25&cursor={first["next"]}");
            var third = await advisor.GetAsync($"{path}/results?limit=25&cursor={second["next"]}");
            Assert.Null(third["next"]);
            Assert.Equal(subjects, new[] { first, second, third }.SelectMany(x => x["items"]!.AsArray()).Select(x => (string)x!["subject"]!));
            await advisor.UntilAsync(path, x => Done(x) > Done(paused));
        }

        names.Thought = TimeSpan.Zero;
        await using var after = await StartAsync(settings);
        await after.DoneAsync(path);
        await AssertWholeAsync(path, subjects.Count);
        Assert.Equal((409, "audit-done"), await CodeAsync(after, HttpMethod.Post, $"{path}/pause"));
        Assert.Equal((409, "audit-done"), await CodeAsync(after, HttpMethod.Post, $"{path}/resume"));
    }

    [Fact]
    public async Task An_audit_that_is_removed_while_it_runs_is_gone_at_once_and_then_wholly()
    {
        await using var advisor = await StartAsync(Slow);
        var path = await advisor.AuditAsync(Enumerable.Range(1, 60).Select(x => $"customer{x}.{AuditPark.Hosted}"));
        await advisor.UntilAsync(path, x => Done(x) > 0);
        using var client = advisor.CreateClient();
        using var events = await client.GetAsync(new Uri($"{path}/events", UriKind.Relative), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, path)).Status);
        foreach (var gone in new[] { path, $"{path}/results", $"{path}/results/1", $"{path}/changes", $"{path}/events" })
            Assert.Equal((404, "audit-not-found"), await CodeAsync(advisor, HttpMethod.Get, gone));
        Assert.Contains("event: done\ndata: {\"removed\":true}", await events.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await advisor.Services.GetRequiredService<AuditUpkeepStore>().PurgeAsync(TestContext.Current.CancellationToken);
        foreach (var table in new[] { "Audits", "AuditItems", "AuditRuns" }) Assert.Equal(0L, await Database.RunAsync($"SELECT COUNT(*) FROM \"{table}\""));
    }

    [Fact]
    public async Task Equal_uploads_at_once_make_one_audit_and_another_list_under_the_name_none()
    {
        await using var advisor = await StartAsync();
        var name = ("Idempotency-Key", "upload-1");
        var all = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => advisor.UploadAsync($"{AuditPark.Good}\n{AuditPark.Silent}", "text/plain", "?name=x", name)));
        Assert.Single(all.Select(x => (x.Status, x.Reply.Headers.Location)).Distinct());
        Assert.Equal(3, all.Count(x => x.Reply.Headers.Contains("Idempotency-Replayed")));
        Assert.Equal("idempotency-key-reused", (await advisor.UploadAsync(AuditPark.Good, "text/plain", "?name=x", name)).Code);
        Assert.Equal("idempotency-key-reused", (await advisor.UploadAsync($"{AuditPark.Good}\n{AuditPark.Silent}", "text/plain", "?name=y", name)).Code);
        var path = all[0].Reply.Headers.Location!.ToString();
        await advisor.SendAsync(HttpMethod.Delete, path);
        Assert.NotEqual(path, (await advisor.UploadAsync(AuditPark.Good, "text/plain", "", name)).Reply.Headers.Location!.ToString());
    }

    [Fact]
    public async Task While_results_cannot_be_written_or_names_not_looked_up_an_audit_waits_and_loses_nothing()
    {
        await using var names = ScriptedDnsServer.Start();
        names.Otherwise = DnsAnswer.None;
        await using var advisor = await StartAsync([.. Slow, ("Dns:Servers:0", names.EndPoint.ToString()), ("Dns:Timeout", "00:00:00.2")]);
        var subjects = Enumerable.Range(1, 30).Select(x => $"customer{x}.example").ToList();
        var path = await advisor.AuditAsync(subjects);
        var held = await advisor.UntilAsync(path, x => (string?)x["progress"]!["held"] == "resolver");
        Assert.Equal(0, Done(held));
        (names.Thought, names.Otherwise) = (TimeSpan.FromMilliseconds(15), DnsAnswer.NonexistentDomain); // so that there is something left to be held up
        await advisor.UntilAsync(path, x => Done(x) > 0);
        await using (await HoldResultsAsync()) await advisor.UntilAsync(path, x => (string?)x["progress"]!["held"] == "storage");
        names.Thought = TimeSpan.Zero;
        var done = await advisor.DoneAsync(path);
        Assert.Equal(30, (int)done["sums"]!["doesNotWork"]!);
        Assert.Null(done["progress"]!["held"]);
        await AssertWholeAsync(path, subjects.Count);
    }

    [Fact]
    public async Task An_audit_is_made_again_once_and_told_against_the_one_before()
    {
        await using var advisor = await StartAsync();
        var first = (await advisor.PostAsync("/v1/audits", $$"""{"subjects":["{{AuditPark.Good}}","{{AuditPark.Hosted}}","{{AuditPark.Silent}}"],"repeatEvery":"P7D","name":"weekly"}"""))
            .Reply.Headers.Location!.ToString();
        await advisor.DoneAsync(first);
        Assert.Equal(400, (await advisor.SendAsync(HttpMethod.Get, $"{first}/changes")).Status);
        await Database.RunAsync("UPDATE \"Audits\" SET \"NextAt\" = 1");
        await Database.RunAsync("UPDATE \"AuditItems\" SET \"Asked\" = 'gone.example' WHERE \"Number\" = 3");
        var upkeep = advisor.Services.GetRequiredService<AuditUpkeepStore>();
        var due = Assert.Single(await upkeep.DueAsync(TestContext.Current.CancellationToken));
        var all = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => upkeep.RepeatAsync(due, TestContext.Current.CancellationToken)));
        var made = Assert.Single(all.OfType<string>());
        Assert.Empty(await upkeep.DueAsync(TestContext.Current.CancellationToken));
        await Database.RunAsync("UPDATE \"AuditItems\" SET \"Asked\" = 'new.example' WHERE \"Number\" = 3 AND \"AuditId\" = @p0", made);
        var second = await advisor.DoneAsync($"/v1/audits/{made}");
        Assert.Equal(("weekly", "P7D", first.Split('/')[^1]), ((string)second["name"]!, (string)second["repeatEvery"]!, (string)second["repeatOf"]!));
        Assert.True((DateTimeOffset)second["nextAt"]! > DateTimeOffset.UtcNow);
        Assert.Null((await advisor.GetAsync(first))["nextAt"]);

        // As if the server had been another last week, and its certificate ailing.
        await Database.RunAsync(
            "UPDATE \"AuditItems\" SET \"Row\" = (SELECT \"Row\" FROM \"AuditItems\" WHERE \"Number\" = 3 AND \"AuditId\" = @p0) WHERE \"Number\" = 1 AND \"AuditId\" = @p0",
            first.Split('/')[^1]);
        var changes = await advisor.GetAsync($"/v1/audits/{made}/changes?limit=1");
        Assert.Equal((2, 1, 1, 1), ((int)changes["sums"]!["compared"]!, (int)changes["sums"]!["changed"]!, (int)changes["sums"]!["added"]!, (int)changes["sums"]!["gone"]!));
        Assert.Equal("domain-not-found", (string?)changes["sums"]!["mended"]![0]!["code"]);
        List<JsonNode> items = [changes["items"]![0]!];
        while (changes["next"] is { } next)
        {
            changes = await advisor.GetAsync($"/v1/audits/{made}/changes?limit=1&cursor={next}");
            items.AddRange(changes["items"]!.AsArray()!);
        }

        Assert.Equal(["changed", "added", "gone"], items.Select(x => (string)x["kind"]!));
    }

    /// <summary>Nothing is lost, nothing is there twice.</summary>
    private async Task AssertWholeAsync(string path, int subjects)
    {
        var id = path.Split('/')[^1];
        Assert.Equal((long)subjects, await Database.RunAsync("SELECT COUNT(*) FROM \"AuditItems\" WHERE \"AuditId\" = @p0 AND \"FinishedAt\" IS NOT NULL", id));
        Assert.Equal((long)subjects, await Database.RunAsync("SELECT COUNT(*) FROM \"AuditRuns\" WHERE \"AuditId\" = @p0", id));
        Assert.Equal((long)subjects, Convert.ToInt64(await Database.RunAsync("SELECT \"Done\" FROM \"Audits\" WHERE \"Id\" = @p0", id), System.Globalization.CultureInfo.InvariantCulture));
    }

    private static int Done(JsonNode audit) => (int)audit["progress"]!["done"]!;

    private static async Task<(int Status, string? Code)> CodeAsync(Advisor advisor, HttpMethod method, string path)
    {
        var answer = await advisor.SendAsync(method, path);
        return (answer.Status, answer.Code);
    }

    private async Task<string> KeptAsync() =>
        $"{await Database.RunAsync("SELECT \"Subject\" FROM \"AuditItems\" WHERE \"Number\" = 2")} {await Database.RunAsync("SELECT \"Asked\" FROM \"AuditItems\" WHERE \"Number\" = 2")}";
}

public sealed class EmbeddedAuditEngineTests(AuditPark park) : AuditEngineTests(park)
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    private protected override Task<IAsyncDisposable> HoldResultsAsync() => Database.HoldAsync();

    [Fact]
    public async Task An_audit_that_has_waited_says_that_it_goes_on_even_where_that_could_not_be_written_at_once()
    {
        await using var names = ScriptedDnsServer.Start();
        names.Otherwise = DnsAnswer.None;
        await using var advisor = await StartAsync(("Dns:Servers:0", names.EndPoint.ToString()), ("Dns:Timeout", "00:00:00.2"));
        var path = await advisor.AuditAsync("a.example", "b.example", "c.example");
        await advisor.UntilAsync(path, x => (string?)x["progress"]!["held"] == "resolver");
        await using (await HoldResultsAsync())
        {
            names.Otherwise = DnsAnswer.NonexistentDomain;
            while (advisor.Services.GetRequiredService<ResolverGate>().IsShut) await Task.Delay(1, TestContext.Current.CancellationToken);

            // Behind the audit's own try, which cannot do better.
            await Assert.ThrowsAsync<StorageUnavailableException>(
                () => advisor.Services.GetRequiredService<AuditWorkStore>().HoldAsync(path.Split('/')[^1], null, TestContext.Current.CancellationToken));
        }

        var going = await advisor.UntilAsync(path, x => (int)x["progress"]!["done"]! > 0);
        Assert.Null(going["progress"]!["held"]);
    }
}

public sealed class EmbeddedAuditEngineOnPostgreSqlTests(AuditPark park, SharedPostgres postgres) : AuditEngineTests(park)
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();

    private protected override Task<IAsyncDisposable> HoldResultsAsync() => HeldItems.BeginAsync(Database);
}
