using Microsoft.Data.Sqlite;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>The database's file is taken away, or written over: it is noticed, and nothing is told as stored that is not.</summary>
public sealed class LostFileTests : IDisposable
{
    private static readonly CancellationToken Ends = TestContext.Current.CancellationToken;
    private readonly DeadPort _dead = DeadPort.Refusing();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-lost").FullName;

    public void Dispose()
    {
        _dead.Dispose();
        Directory.Delete(_folder, true);
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

    private static async Task<(int Status, string? Code)> CodeAsync(Advisor advisor, HttpMethod method, string path)
    {
        var answer = await advisor.SendAsync(method, path);
        return (answer.Status, answer.Code);
    }

    private string OfDead() => Requests.OfEndpoint(_dead.Port);
}
