using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

/// <summary>Reports of runs as they may come, asked again over HTTP in both ways: with their own answers, with others, and with what they say would change the answer. <c>GENERATED_RUNS=1000</c> tries more.</summary>
public sealed class GeneratedRunTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private const int Shown = 5;
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("GENERATED_RUNS") ?? "100", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Both_ways_to_ask_again_say_what_the_report_says()
    {
        var wrong = new List<string>();
        foreach (var (run, other) in Runs())
        {
            var (path, report) = await StoredAsync(run);
            wrong.AddRange(Differences("the report's answers", report, await AgainAsync(path, Node(run.Usage)), await ToldAsync(Node(run.Usage), GoldenRuns.Facts(report))));
            var (_, otherwise) = await StoredAsync(Lasting(run with { Usage = other.Usage }));
            wrong.AddRange(Differences("other answers", otherwise, await AgainAsync(path, Node(other.Usage)), await ToldAsync(Node(other.Usage), GoldenRuns.Facts(report))));
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(Shown)));
    }

    [Fact]
    public async Task What_would_change_the_answer_changes_it_when_it_is_laid_over_what_was_sent()
    {
        var (wrong, changes) = (new List<string>(), new List<string>());
        foreach (var (run, _) in Runs())
        {
            var (path, report) = await StoredAsync(run);
            foreach (var change in report["recommendation"]!["changesIf"]!.AsArray())
            {
                var usage = MergePatch.Merged(Node(run.Usage), change!["change"] ?? new JsonObject())!;
                var facts = MergePatch.Merged(GoldenRuns.Facts(report), change["facts"] ?? new JsonObject())!;
                var promised = (string?)change["protocol"];
                changes.Add(change["change"] is null ? "facts" : "usage");
                if (Protocol(await ToldAsync(usage, facts)) is var told && told != promised) wrong.Add($"told {told}: {change.ToJsonString()} for {report.ToJsonString()}");
                if (change["change"] is not null && Protocol(await AgainAsync(path, usage)) is var again && again != promised) wrong.Add($"again {again}: {change.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(Shown)));
        Assert.Equal(["facts", "usage"], changes.Distinct().Order());
    }

    [Fact]
    public async Task What_would_change_an_answer_to_told_facts_changes_it_too()
    {
        var (cases, wrong) = (new List<(JsonNode Usage, JsonNode Facts)>(), new List<string>());
        AdviceGen.Case.Array[Count].Sample(
            x => cases.AddRange(x.Select(y => (Node(y.Usage), (JsonNode)new JsonObject { ["imap"] = Node(y.Facts.Imap), ["pop3"] = Node(y.Facts.Pop3) }))), iter: 1, threads: 1);
        foreach (var (usage, facts) in cases)
        {
            foreach (var change in (await ToldAsync(usage, facts))["recommendation"]!["changesIf"]!.AsArray())
            {
                var told = Protocol(await ToldAsync(
                    MergePatch.Merged(usage.DeepClone(), change!["change"] ?? new JsonObject())!, MergePatch.Merged(facts.DeepClone(), change["facts"] ?? new JsonObject())!));
                if (told != (string?)change["protocol"]) wrong.Add($"told {told}: {change.ToJsonString()} for {usage.ToJsonString()} {facts.ToJsonString()}");
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong.Take(Shown)));
    }

    private static List<(AssessedRun Run, (AssessmentFacts Facts, ProtocolAdvisor.Advice.Usage Usage) Other)> Runs()
    {
        var made = new List<(AssessedRun, (AssessmentFacts, ProtocolAdvisor.Advice.Usage))>();
        Gen.Select(RunGen.Whole, RunGen.Whole).Array[Count].Sample(
            x => made.AddRange(x.Select(y => (Lasting(new(RunGen.Heading(y.Item1.Facts), y.Item1.Facts, y.Item1.Usage)), y.Item2))), iter: 1, threads: 1);
        return made;
    }

    private static AssessedRun Lasting(AssessedRun run) => run with { Heading = run.Heading with { Id = ReportId.New(), Retention = TimeSpan.FromDays(36_500) } };

    // Of told facts, the servers to set up are no part of the answer; times differ by the rounding of what was sent.
    private static IEnumerable<string> Differences(string what, JsonNode report, JsonNode again, JsonNode told) =>
    [
        .. again.AsObject().Where(x => x.Value?.ToJsonString() != report[x.Key]?.ToJsonString()).Select(x => $"{what}, asked of the report: {x.Key} is {x.Value} and was {report[x.Key]}"),
        .. Advice(report).Zip(Advice(told)).Where(x => x.First != x.Second).Select(x => $"{what}, told: {x.Second} and was {x.First} in {report.ToJsonString()}"),
    ];

    private static IEnumerable<string> Advice(JsonNode answer) =>
        answer["recommendation"]!.AsObject().Where(x => x.Key is not ("endpoint" or "outgoing")).Select(x => $"{x.Key} {x.Value?.ToJsonString()}").Append($"{answer["forecast"] is null}");

    private static string? Protocol(JsonNode answer) => (string?)answer["recommendation"]!["protocol"];

    private static JsonNode Node<T>(T value) => JsonSerializer.SerializeToNode(value, WireJson.Options)!;

    private async Task<(string Path, JsonNode Report)> StoredAsync(AssessedRun run)
    {
        var path = (await shared.Advisor.StoreAsync(run))[..^"/settings".Length];
        return (path, (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Json);
    }

    private Task<JsonNode> AgainAsync(string path, JsonNode usage) => AskAsync($"{path}/recommendations", new JsonObject { ["usage"] = usage.DeepClone() });

    private Task<JsonNode> ToldAsync(JsonNode usage, JsonNode facts) => AskAsync("/v1/recommendations", new JsonObject { ["usage"] = usage.DeepClone(), ["facts"] = facts.DeepClone() });

    private async Task<JsonNode> AskAsync(string path, JsonObject body)
    {
        var answer = await shared.Advisor.PostAsync(path, body.ToJsonString(WireJson.Options));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }
}
