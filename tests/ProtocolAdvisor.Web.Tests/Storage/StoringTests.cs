using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Storage;

public sealed class StoringTests : IDisposable
{
    private readonly DeadPort _dead = DeadPort.Refusing();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-storing").FullName;

    public void Dispose()
    {
        _dead.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_hundred_runs_that_end_at_their_deadline_at_once_all_get_links_that_open()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(_folder, null, ("Targets:PerHost:Concurrency", "200"), ("Targets:PerHost:PerMinute", "1000"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => advisor.PostAsync("/v1/assessments", Cut(silent.Port, 2000 + i))));
        Assert.All(answers, answer => Assert.Equal(201, answer.Status));
        Assert.All(answers, answer => Assert.NotNull(answer.Reply.Headers.Location));
        var opened = await Task.WhenAll(answers.Select(x => advisor.SendAsync(HttpMethod.Get, x.Reply.Headers.Location!.ToString())));
        Assert.Equal(answers.Select(x => x.Text), opened.Select(x => x.Text));
    }

    [Fact]
    public async Task While_the_disk_stands_still_reports_come_in_time_with_links_that_open_and_can_be_removed()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        var disk = StopDisk(advisor);
        var answers = await Task.WhenAll(Enumerable.Range(0, 40).Select(_ => advisor.PostAsync("/v1/assessments", Cut(_dead.Port, 1000))));
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
        await using (var advisor = await Advisor.StartAsync(_folder))
        {
            var disk = StopDisk(advisor);
            path = (await advisor.PostAsync("/v1/assessments", Cut(_dead.Port, 1000))).Reply.Headers.Location!.ToString();
            var stopped = advisor.DisposeAsync();
            disk.SetResult();
            await stopped;
        }

        await using var after = await Advisor.StartAsync(_folder);
        Assert.Equal(200, (await after.SendAsync(HttpMethod.Get, path)).Status);
    }

    [Fact]
    public async Task A_link_that_was_given_while_another_process_held_the_database_is_kept()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(_folder);
        Answer answer;
        await using (var other = new SqliteConnection($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False"))
        {
            await other.OpenAsync(TestContext.Current.CancellationToken);
            await using var holding = other.BeginTransaction(deferred: false);
            answer = await advisor.PostAsync("/v1/assessments", Cut(silent.Port, 1000));
            await advisor.Log.ContainsAsync("1 reports wait to be written");
        }

        var archive = advisor.Services.GetRequiredService<ReportBacklog>();
        while (archive.Count > 0) await Task.Delay(1, TestContext.Current.CancellationToken);
        Assert.Equal(answer.Text, (await advisor.SendAsync(HttpMethod.Get, answer.Reply.Headers.Location!.ToString())).Text);
    }

    [Fact]
    public void A_disk_that_stands_still_does_not_fill_the_memory()
    {
        var backlog = new ReportBacklog();
        for (var i = 0; i < ReportBacklog.Capacity; i++) backlog.Add(Report($"{i}"));
        Assert.Throws<IOException>(() => backlog.Add(Report("one too many")));
        Assert.False(backlog.TryFind("one too many", out _));
        Assert.Equal(ReportBacklog.Capacity, backlog.Count);
    }

    [Fact]
    public async Task A_report_that_is_being_written_is_not_withdrawn_and_one_that_failed_is_told()
    {
        var pending = new ReportBacklog().Add(Report("x"));
        var waiting = pending.SettleAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(pending.TryTake());
        Assert.False(pending.TryWithdraw());
        Assert.True(pending.TryFail(new IOException("full")));
        Assert.Equal("full", (await Assert.ThrowsAsync<IOException>(() => waiting)).Message);
    }

    [Fact]
    public async Task A_promised_report_does_not_fail_but_can_still_be_withdrawn()
    {
        var pending = new ReportBacklog().Add(Report("x"));
        await pending.SettleAsync(TimeSpan.Zero, TimeProvider.System, TestContext.Current.CancellationToken);
        Assert.True(pending.TryTake());
        Assert.False(pending.TryFail(new IOException("locked")));
        Assert.True(pending.TryWithdraw());
        Assert.False(pending.TryTake());
    }

    private static StoredReport Report(string id) => new() { Id = id, ExpiresAt = long.MaxValue, CreatedAt = 0, Domain = null, Owner = null, Run = [] };

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
