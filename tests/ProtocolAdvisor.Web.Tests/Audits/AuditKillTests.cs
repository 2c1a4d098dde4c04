using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>
/// The service is killed at random moments while an audit runs (SIGKILL): whatever was written stays, the rest is done again, nothing is
/// lost and nothing there twice. <c>AUDIT_KILLS=50</c> kills it so often.
/// </summary>
public sealed class AuditKillTests
{
    private const int Kills = 1;
    private const int SubjectsForEachKill = 300;
    private const int LongestMs = 1500;

    [Fact]
    public async Task Whenever_it_is_killed_nothing_is_lost_and_nothing_is_there_twice()
    {
        var kills = int.Parse(Environment.GetEnvironmentVariable("AUDIT_KILLS") ?? $"{Kills}", CultureInfo.InvariantCulture);
        await using var database = new SqliteTestDatabase();
        string[] settings =
        [
            $"ConnectionStrings:Advisor=Data Source={database.File}", "Limits:ConcurrentAssessments=8", "Audit:ShardSize=20",
            "Targets:AllowedPorts:0=1",
        ];
        var subjects = (kills + 1) * SubjectsForEachKill;
        string? path = null;
        for (var kill = 0; kill < kills; kill++)
        {
            await using var advisor = await RunningAdvisor.StartAsync(settings: settings);
            path ??= await AskAsync(advisor, subjects);
            await Task.Delay(RandomNumberGenerator.GetInt32(LongestMs), TestContext.Current.CancellationToken);
            await advisor.SignalAsync("KILL");
            await advisor.EndedAsync(TimeSpan.FromSeconds(10));
            TestContext.Current.TestOutputHelper?.WriteLine($"killed at {await database.RunAsync("SELECT COUNT(*) FROM \"AuditItems\" WHERE \"FinishedAt\" IS NOT NULL")} of {subjects}");
        }

        await using var last = await RunningAdvisor.StartAsync(settings: settings);
        while ((string?)(await GetAsync(last, path!))["progress"]!["state"] != "done") await Task.Delay(100, TestContext.Current.CancellationToken);
        foreach (var count in new[] { "COUNT(*) FROM \"AuditItems\" WHERE \"FinishedAt\" IS NOT NULL", "COUNT(*) FROM \"AuditRuns\"", "\"Done\" FROM \"Audits\"" })
            Assert.Equal((long)subjects, await database.RunAsync($"SELECT {count}"));
    }

    // Nothing listens there: many subjects, each of them soon known.
    private static async Task<string> AskAsync(RunningAdvisor advisor, int subjects)
    {
        var list = new JsonArray([.. Enumerable.Range(0, subjects).Select(x => JsonValue.Create($"imaps://127.{1 + (x / 65000)}.{x / 250 % 250}.{1 + (x % 250)}:1"))]);
        using var reply = await advisor.SendAsync(HttpMethod.Post, "/v1/audits", new JsonObject { ["subjects"] = list }.ToJsonString());
        Assert.Equal(202, (int)reply.StatusCode);
        return reply.Headers.Location!.ToString();
    }

    private static async Task<JsonNode> GetAsync(RunningAdvisor advisor, string path)
    {
        using var reply = await advisor.SendAsync(HttpMethod.Get, path);
        return JsonNode.Parse(await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
    }
}
