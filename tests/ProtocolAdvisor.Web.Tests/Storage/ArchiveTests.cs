using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

public abstract class ArchiveTests : StorageTests
{
    [Fact]
    public async Task Reports_survive_a_restart()
    {
        Answer first;
        await using (var before = await Database.StartAsync()) first = await before.PostAsync("/v1/assessments", Requests.OfDeadServer);
        await using var after = await Database.StartAsync();
        Assert.Equal(first.Text, (await after.SendAsync(HttpMethod.Get, first.Reply.Headers.Location!.ToString())).Text);
    }

    // As versions before kept it: without the members that came later, with the failure kinds of then.
    [Theory]
    [InlineData("mailbox-refused-behind-the-sign-in", "account-not-connected")]
    [InlineData("quota-nearly-full", "quota-nearly-full")]
    public async Task A_run_that_a_version_before_kept_still_opens(string name, string finding)
    {
        await using var advisor = await Database.StartAsync();
        await using (var database = await advisor.Services.GetRequiredService<IDbContextFactory<AdvisorDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
        {
            var kept = await File.ReadAllBytesAsync(Path.Combine(Golden(), $"{name}.run.json"), TestContext.Current.CancellationToken);
            database.Reports.Add(new StoredReport { Id = "aaaaaaaaaaaaaaaaaaaaaa", ExpiresAt = long.MaxValue, CreatedAt = 0, Domain = "example.com", Owner = null, Run = kept });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/aaaaaaaaaaaaaaaaaaaaaa");
        Assert.Equal(200, answer.Status);
        Assert.Contains(answer.Json["findings"]!.AsArray(), x => (string?)x!["code"] == finding);
    }

    [Fact]
    public async Task An_expired_report_is_gone_at_once_and_purged_at_the_next_interval()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Database.StartAsync(clock, ("Storage:Retention", "0.00:10:00"));
        var path = (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer)).Reply.Headers.Location!.ToString();
        clock.Advance(TimeSpan.FromMinutes(10));
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Get, path)).Status);
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(1, await Database.CountAsync());
        clock.Advance(RetentionPurge.Interval);
        await advisor.Log.ContainsAsync("1 expired reports removed");
        Assert.Equal(0, await Database.CountAsync());
    }

    [Fact]
    public async Task A_run_that_another_version_wrote_differently_is_not_found_and_logged_without_its_id()
    {
        await using var advisor = await Database.StartAsync();
        var stored = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        await Database.RunAsync("UPDATE \"Reports\" SET \"Run\" = @p0", """{"heading":{},"facts":{"complete":true},"usage":{}}"""u8.ToArray());
        Assert.Equal("assessment-not-found", (await advisor.SendAsync(HttpMethod.Get, stored.Reply.Headers.Location!.ToString())).Code);
        Assert.Contains(advisor.Log.Lines, x => x.Contains("written by another version", StringComparison.Ordinal));
        Assert.DoesNotContain(advisor.Log.Lines, x => x.Contains((string)stored.Json["id"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_stored_knows_no_language_and_no_full_address()
    {
        await using var advisor = await Database.StartAsync();
        await advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(9, ",\"credentials\":{\"password\":\"canary\"}"));
        var run = Encoding.UTF8.GetString((byte[])(await Database.RunAsync("SELECT \"Run\" FROM \"Reports\""))!);
        Assert.Contains("j***@example.com", run, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", run, StringComparison.Ordinal);
        Assert.DoesNotContain("canary", run, StringComparison.Ordinal);
        Assert.DoesNotContain("headline", run, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_has_expired_is_purged_however_much_it_is()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Database.StartAsync(clock);
        await using (var database = advisor.Services.GetRequiredService<DatabaseMake>().CreateDbContext())
        {
            database.Reports.AddRange(Enumerable.Range(0, 2500).Select(x => new StoredReport { Id = $"{x}", ExpiresAt = x, CreatedAt = 0, Domain = null, Owner = null, Run = [1] }));
            database.Reports.Add(new StoredReport { Id = "kept", ExpiresAt = long.MaxValue, CreatedAt = 0, Domain = null, Owner = null, Run = [1] });
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        clock.Advance(RetentionPurge.Interval);
        await advisor.Log.ContainsAsync("2500 expired reports removed");
        Assert.Equal("kept", await Database.RunAsync("SELECT \"Id\" FROM \"Reports\""));
    }

    [Theory]
    [InlineData("/history?domain=%00")]
    [InlineData("/history?domain=a%00b")]
    [InlineData("/history?domain=%F0%9F%A6")]
    [InlineData("/history?domain=%ED%A0%BD")]
    [InlineData("/history?domain=%25_%27%22%5C")]
    public async Task Text_that_no_database_can_hold_finds_nothing_and_is_no_fault_of_ours(string path)
    {
        await using var advisor = await Database.StartAsync();
        await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        var answer = await advisor.SendAsync(HttpMethod.Get, path);
        Assert.Equal(200, answer.Status);
        Assert.DoesNotContain("/reports/", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_has_signed_in_at_one_process_has_signed_in_at_the_other()
    {
        const string key = "correct-horse-battery-staple";
        (string, string?)[] settings = [("Access:Keys:0:Name", "desk"), ("Access:Keys:0:Sha256", Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(key))))];
        var both = await Task.WhenAll(Database.StartAsync(null, settings), Database.StartAsync(null, settings));
        using var body = new FormUrlEncodedContent([new("key", key), new("back", "/")]);
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = both[0].ClientOptions.BaseAddress };
        using var signedIn = await client.PostAsync(new Uri("/sign-in", UriKind.Relative), body, TestContext.Current.CancellationToken);
        var cookie = signedIn.Headers.GetValues("Set-Cookie").Single(x => x.StartsWith("console-key", StringComparison.Ordinal)).Split(';')[0];
        Assert.Equal(200, (await both[1].SendAsync(HttpMethod.Get, "/history", null, ("Cookie", cookie))).Status);
        Assert.NotEqual(200, (await both[1].SendAsync(HttpMethod.Get, "/history")).Status);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task Two_processes_that_start_at_once_share_the_database()
    {
        var both = await Task.WhenAll(Database.StartAsync(), Database.StartAsync());
        var written = await both[0].PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.Equal(written.Text, (await both[1].SendAsync(HttpMethod.Get, written.Reply.Headers.Location!.ToString())).Text);
        foreach (var one in both) await one.DisposeAsync();
    }

    [Fact]
    public async Task Our_own_fault_is_answered_with_a_trace_id_and_nothing_else()
    {
        await using var advisor = await Database.StartAsync();
        await Database.RunAsync("DROP TABLE \"Reports\"");
        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/x");
        Assert.Equal((500, "internal-error"), (answer.Status, answer.Code));
        Assert.Equal(["type", "title", "status", "code", "traceId"], answer.Json.AsObject().Select(x => x.Key));
        Assert.Contains(advisor.Log.Lines, x => x.Contains((string)answer.Json["traceId"]!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_report_that_cannot_be_stored_is_answered_in_time_without_a_location()
    {
        await using var advisor = await Database.StartAsync();
        await using var holder = await Database.HoldAsync();
        var began = TimeProvider.System.GetTimestamp();
        var answer = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 3);
        Assert.Equal((201, null), (answer.Status, answer.Reply.Headers.Location));
        Assert.Contains(advisor.Log.Lines, x => x.Contains("could not be stored by our own fault", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_is_not_ready()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Database.StartAsync(clock);
        await Database.RunAsync("DROP TABLE \"Reports\"");
        clock.Advance(TimeSpan.FromSeconds(1));
        var answer = await advisor.SendAsync(HttpMethod.Get, "/health/ready");
        Assert.Equal((503, "storage-unreadable"), (answer.Status, (string?)answer.Json["status"]));
    }

    private static string Golden([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "ProtocolAdvisor.Tests", "Reports", "Golden");
}

public sealed class SqliteArchiveTests : ArchiveTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class PostgreSqlArchiveTests(SharedPostgres postgres) : ArchiveTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
