using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Tests.Hosting;
using Advisor = ProtocolAdvisor.Web.Tests.Hosting.Advisor;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

/// <summary>A stored report's facts with other answers: what a report of them says, and nothing is kept.</summary>
public sealed class RecommendAgainTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly string[] Members = ["adviceVersion", "summary", "forecast", "recommendation", "comparison", "beforeYouBegin", "findings"];
    private static readonly (string Name, string Value) InGerman = ("Accept-Language", "de");

    private static readonly Usage[] Others =
    [
        new(),
        new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Priority = Priority.Speed, Backup = Backup.Regular },
        new() { Devices = 3, People = 2, Webmail = true, OfflineReading = true, NewMessagesPerDay = 200, Link = new(80, 6, 1), Today = AccountToday.Pop3 },
        new() { Devices = 1, Backup = Backup.Impossible, Today = AccountToday.Imap },
    ];

    public static TheoryData<string> Runs => [.. GoldenRuns.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_answers_of_a_report_give_its_own_advice(string name)
    {
        var run = Lasting(GoldenRuns.Read(name));
        var path = await StoredAsync(run);
        AssertIsOf((await shared.Advisor.SendAsync(HttpMethod.Get, path)).Json, await AskAsync(path, run.Usage));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Other_answers_give_what_assessing_again_would(string name)
    {
        var run = Lasting(GoldenRuns.Read(name));
        var path = await StoredAsync(run);
        foreach (var usage in Others)
        {
            var again = await StoredAsync(Lasting(run with { Usage = usage }));
            AssertIsOf((await shared.Advisor.SendAsync(HttpMethod.Get, again)).Json, await AskAsync(path, usage));
            AssertIsOf((await shared.Advisor.SendAsync(HttpMethod.Get, again, null, InGerman)).Json, await AskAsync(path, usage, InGerman));
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task What_would_change_the_answer_changes_it_when_it_is_laid_over_the_answers(string name)
    {
        var run = Lasting(GoldenRuns.Read(name));
        var path = await StoredAsync(run);
        foreach (var change in (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Json["recommendation"]!["changesIf"]!.AsArray().Where(x => x!["change"] is not null))
        {
            var usage = MergePatch.Merged(JsonSerializer.SerializeToNode(run.Usage, WireJson.Options), change!["change"])!;
            Assert.Equal((string?)change["protocol"], (string?)(await AskAsync(path, usage))["recommendation"]!["protocol"]);
        }
    }

    [Fact]
    public async Task Nothing_of_it_is_kept()
    {
        var path = await StoredAsync(StoredReports.Run());
        var before = (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Text;
        Assert.NotEqual((string?)JsonNode.Parse(before)!["recommendation"]!["protocol"], (string?)(await AskAsync(path, new Usage { Devices = 2 }))["recommendation"]!["protocol"]);
        Assert.Equal(before, (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Text);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"usage":null}""")]
    [InlineData("""{"usage":{}}""")]
    public async Task What_is_left_out_counts_as_not_answered(string body)
    {
        var path = await StoredAsync(StoredReports.Run());
        var answer = await shared.Advisor.PostAsync($"{path}/recommendations", body);
        Assert.Equal((200, "use-unknown"), (answer.Status, (string?)answer.Json["recommendation"]!["reasons"]![0]!["code"]));
    }

    [Fact]
    public async Task A_report_that_is_gone_gives_no_advice()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/unknown/recommendations", "{}");
        Assert.Equal((404, "assessment-not-found", "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
        var path = await StoredAsync(StoredReports.Run());
        await shared.Advisor.SendAsync(HttpMethod.Delete, path);
        Assert.Equal(404, (await shared.Advisor.PostAsync($"{path}/recommendations", "{}")).Status);
    }

    [Theory]
    [InlineData("""{"usage":{"devices":0,"priority":"SPEED","link":{"downMbit":0}}}""", "$.usage.priority wrong-type;$.usage.devices devices-out-of-range;$.usage.link.downMbit down-mbit-out-of-range")]
    [InlineData("""{"devices":1}""", "$.devices unknown-member")]
    [InlineData("""{"usage":{},"facts":{}}""", "$.facts unknown-member")]
    public async Task Wrong_answers_are_named(string body, string errors)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments/unknown/recommendations", body);
        Assert.Equal((400, "invalid-request"), (answer.Status, answer.Code));
        Assert.Equal(errors.Split(';'), answer.Errors);
    }

    [Fact]
    public async Task It_takes_the_key_that_the_report_takes()
    {
        const string key = "correct-horse-battery-staple";
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(key)));
        await using var advisor = await Advisor.StartAsync(settings: [("Access:Keys:0:Name", "onboarding"), ("Access:Keys:0:Sha256", hash)]);
        var path = (await advisor.StoreAsync(StoredReports.Run()))[..^"/settings".Length] + "/recommendations";
        Assert.Equal(401, (await advisor.PostAsync(path, "{}")).Status);
        Assert.Equal(200, (await advisor.PostAsync(path, "{}", ("X-Api-Key", key))).Status);
    }

    private static void AssertIsOf(JsonNode report, JsonNode answer)
    {
        Assert.Equal(Members, answer.AsObject().Select(x => x.Key));
        Assert.All(Members, x => Assert.Equal(report[x]?.ToJsonString(), answer[x]?.ToJsonString()));
    }

    // Kept runs are of a day long past.
    private static AssessedRun Lasting(AssessedRun run) => run with { Heading = run.Heading with { Id = ReportId.New(), Retention = TimeSpan.FromDays(36_500) } };

    private async Task<string> StoredAsync(AssessedRun run) => (await shared.Advisor.StoreAsync(run))[..^"/settings".Length];

    private Task<JsonNode> AskAsync(string path, Usage usage, params (string Name, string Value)[] headers) =>
        AskAsync(path, JsonSerializer.SerializeToNode(usage, WireJson.Options)!, headers);

    private async Task<JsonNode> AskAsync(string path, JsonNode usage, params (string Name, string Value)[] headers)
    {
        var answer = await shared.Advisor.PostAsync($"{path}/recommendations", new JsonObject { ["usage"] = usage }.ToJsonString(), headers);
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }
}
