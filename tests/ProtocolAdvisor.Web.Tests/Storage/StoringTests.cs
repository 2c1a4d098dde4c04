using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

public abstract class StoringTests : StorageTests
{
    [Fact]
    public async Task A_hundred_runs_that_end_at_their_deadline_at_once_all_get_links_that_open()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Database.StartAsync(null, ("Targets:PerHost:Concurrency", "200"), ("Targets:PerHost:PerMinute", "1000"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => advisor.PostAsync("/v1/assessments", Cut(silent.Port, 2000 + i))));
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.All(answers, answer => Assert.NotNull(answer.Reply.Headers.Location));
        var opened = await Task.WhenAll(answers.Select(x => advisor.SendAsync(HttpMethod.Get, x.Reply.Headers.Location!.ToString())));
        Assert.Equal(answers.Select(x => x.Text), opened.Select(x => x.Text));
    }

    [Fact]
    public async Task While_the_disk_stands_still_reports_come_in_time_with_links_that_open_and_can_be_removed()
    {
        await using var advisor = await Database.StartAsync();
        var disk = StopDisk(advisor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => advisor.PostAsync("/v1/assessments", Cut(Dead.Port, 1000))));
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/health/live")).Status);
        var paths = answers.Select(x => x.Reply.Headers.Location!.ToString()).ToList();
        Assert.Equal(answers[0].Text, (await advisor.SendAsync(HttpMethod.Get, paths[0])).Text);
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, paths[^1])).Status);
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Get, paths[^1])).Status);
        disk.SetResult();
        Assert.Equal(404, (await advisor.SendAsync(HttpMethod.Delete, paths[^1])).Status);
        foreach (var (path, answer) in paths.Zip(answers).SkipLast(1)) Assert.Equal(answer.Text, (await advisor.SendAsync(HttpMethod.Get, path)).Text);
    }

    [Fact]
    public async Task A_stop_waits_until_what_was_promised_is_written()
    {
        string path;
        await using (var advisor = await Database.StartAsync())
        {
            var disk = StopDisk(advisor);
            path = (await advisor.PostAsync("/v1/assessments", Cut(Dead.Port, 1000))).Reply.Headers.Location!.ToString();
            var stopped = advisor.DisposeAsync();
            disk.SetResult();
            await stopped;
        }

        await using var after = await Database.StartAsync();
        Assert.Equal(200, (await after.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task A_link_that_was_given_while_another_process_held_the_database_is_kept()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Database.StartAsync();
        Answer answer;
        await using (await Database.HoldAsync())
        {
            answer = await advisor.PostAsync("/v1/assessments", Cut(silent.Port, 1000));
            await advisor.Log.ContainsAsync("1 reports wait to be written");
        }

        var archive = advisor.Services.GetRequiredService<ReportBacklog>();
        while (archive.Count > 0) await Task.Delay(1, TestContext.Current.CancellationToken);
        Assert.Equal(answer.Text, (await advisor.SendAsync(HttpMethod.Get, answer.Reply.Headers.Location!.ToString())).Text);
    }

    private static string Cut(int port, int deadlineMs) => Requests.OfEndpoint(port, $",\"deadlineMs\":{deadlineMs}");

    // Whoever has the turn to write keeps it until the test says so.
    private static TaskCompletionSource StopDisk(Advisor advisor)
    {
        var release = new TaskCompletionSource();
        _ = advisor.Services.GetRequiredService<DatabaseThreads>().WriteAsync(
            () =>
            {
                release.Task.Wait();
                return true;
            },
            CancellationToken.None);
        return release;
    }
}

public sealed class SqliteStoringTests : StoringTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());
}

public sealed class PostgreSqlStoringTests(SharedPostgres postgres) : StoringTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
