using Microsoft.Data.Sqlite;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>Another process holds the database, or has taken it away: nobody waits for it past his patience, and nothing is told as stored that is not.</summary>
public sealed class LockedDatabaseTests : IDisposable
{
    private static readonly CancellationToken Ends = TestContext.Current.CancellationToken;
    private readonly DeadPort _dead = DeadPort.Refusing();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-locked").FullName;

    public void Dispose()
    {
        _dead.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task While_the_database_is_locked_every_call_is_answered_soon_and_says_so()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        var stored = (await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location!.ToString();
        int begun;
        await using (var holder = await HolderAsync("BEGIN EXCLUSIVE"))
        {
            begun = advisor.Log.Lines.Count;
            var began = TimeProvider.System.GetTimestamp();
            var deletes = Enumerable.Range(0, 12).Select(_ => advisor.SendAsync(HttpMethod.Delete, stored)).ToList();
            var posts = Enumerable.Range(0, 60).Select(_ => advisor.PostAsync("/v1/assessments", OfDead())).ToList();
            for (var i = 0; i < 20; i++) Assert.InRange(await TimedAsync(() => advisor.SendAsync(HttpMethod.Get, "/health/live")), 0, 0.9);
            Assert.All(await Task.WhenAll(deletes), x => Assert.Equal((503, "storage-unavailable", true), (x.Status, x.Code, x.Reply.Headers.RetryAfter is not null)));
            Assert.All(await Task.WhenAll(posts), x => Assert.Equal(201, x.Status));
            Assert.InRange(TimeProvider.System.GetElapsedTime(began).TotalSeconds, 0, 8);
            Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, stored)).Status);
        }

        var lines = advisor.Log.Lines.Skip(begun).Where(x => x.StartsWith("Error", StringComparison.Ordinal)).ToList();
        Assert.DoesNotContain(lines, x => x.Length > 400 || x.Contains("   at ", StringComparison.Ordinal));
        Assert.Single(lines, x => x.Contains("Reports cannot be written: ", StringComparison.Ordinal));
        while ((await advisor.SendAsync(HttpMethod.Delete, stored)).Status == 503) await Task.Delay(50, Ends);
        await advisor.Log.ContainsAsync("Reports can be written again");
    }

    [Fact]
    public async Task A_database_that_cannot_even_be_read_gives_503_and_is_not_ready()
    {
        await using var advisor = await Advisor.StartAsync(_folder);
        var stored = (await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location!.ToString();
        await File.WriteAllTextAsync(Path.Combine(_folder, "advisor.db"), new string('x', 16384), Ends);
        Assert.Equal((503, "storage-unavailable"), await CodeAsync(advisor, HttpMethod.Get, stored));
        Assert.Equal((503, "storage-unavailable"), await CodeAsync(advisor, HttpMethod.Delete, stored));
        Assert.Equal(503, (await advisor.SendAsync(HttpMethod.Get, "/history")).Status);
    }

    [Fact]
    public async Task What_is_told_as_stored_is_found_and_what_is_not_is_not()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await Advisor.StartAsync(_folder, null, ("Targets:PerHost:Concurrency", "100"), ("Targets:PerHost:PerMinute", "1000"));
        using var holding = new CancellationTokenSource();
        var holder = Task.Run(() => HoldNowAndThenAsync(holding.Token), Ends);
        var answers = await Task.WhenAll(Enumerable.Range(0, 60).Select(async i =>
        {
            await Task.Delay(i * 50, Ends);
            return await advisor.PostAsync("/v1/assessments", Requests.OfEndpoint(i % 3 == 0 ? silent.Port : _dead.Port, ",\"deadlineMs\":1000"));
        }));
        await holding.CancelAsync();
        await holder;
        foreach (var answer in answers)
            Assert.Equal(answer.Reply.Headers.Location is null ? 404 : 200, (await advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/{answer.Json["id"]}")).Status);
    }

    [Theory]
    [InlineData("delete")]
    [InlineData("replace")]
    [InlineData("overwrite")]
    [InlineData("empty")]
    [InlineData("journal")]
    public async Task A_database_that_is_taken_away_is_noticed_and_nothing_is_told_as_stored(string how)
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var advisor = await Advisor.StartAsync(_folder);
        Assert.NotNull((await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location);
        await TakeAwayAsync(Path.Combine(_folder, "advisor.db"), how);
        var answer = await advisor.PostAsync("/v1/assessments/stream", OfDead());
        Assert.Contains("event: stored\ndata: {\"location\":null}\n", answer.Text, StringComparison.Ordinal);
        var plain = await advisor.PostAsync("/v1/assessments", OfDead());
        Assert.Equal((201, null), (plain.Status, plain.Reply.Headers.Location));
        while ((await advisor.SendAsync(HttpMethod.Get, "/health/ready")).Status == 200) await Task.Delay(50, Ends);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/health/live")).Status);
    }

    [Fact]
    public async Task A_database_that_is_put_back_is_used_again()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var advisor = await Advisor.StartAsync(_folder);
        var file = Path.Combine(_folder, "advisor.db");
        File.Move(file, file + ".aside");
        Assert.Null((await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location);
        File.Move(file + ".aside", file);
        Assert.NotNull((await advisor.PostAsync("/v1/assessments", OfDead())).Reply.Headers.Location);
    }

    private static async Task TakeAwayAsync(string file, string how)
    {
        if (how == "journal") File.Delete(file + "-wal");
        else if (how == "empty") await File.WriteAllBytesAsync(file, [], Ends);
        else if (how == "overwrite") await File.WriteAllTextAsync(file, new string('x', 65536), Ends);
        else File.Delete(file);
        if (how != "replace") return;
        await using var other = new SqliteConnection($"Data Source={file};Pooling=False");
        await other.OpenAsync(Ends);
        await using var command = other.CreateCommand();
        command.CommandText = "CREATE TABLE Bookmarks (Url TEXT)";
        await command.ExecuteNonQueryAsync(Ends);
    }

    private async Task HoldNowAndThenAsync(CancellationToken ends)
    {
        while (!ends.IsCancellationRequested)
        {
            await using (await HolderAsync("BEGIN IMMEDIATE")) await Task.Delay(700, CancellationToken.None);
            await Task.Delay(300, CancellationToken.None);
        }
    }

    private async Task<SqliteConnection> HolderAsync(string begin)
    {
        var holder = new SqliteConnection($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False");
        await holder.OpenAsync(Ends);
        await using var command = holder.CreateCommand();
#pragma warning disable CA2100 // The statement is the test's own.
        command.CommandText = begin;
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Ends);
        return holder;
    }

    private static async Task<double> TimedAsync(Func<Task<Answer>> call)
    {
        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal(200, (await call()).Status);
        return TimeProvider.System.GetElapsedTime(began).TotalSeconds;
    }

    private static async Task<(int Status, string? Code)> CodeAsync(Advisor advisor, HttpMethod method, string path)
    {
        var answer = await advisor.SendAsync(method, path);
        return (answer.Status, answer.Code);
    }

    private string OfDead() => Requests.OfEndpoint(_dead.Port);
}
