using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Recommendations;

/// <summary>What a report tells can be asked again as it stands, and gives the same answer.</summary>
public sealed class ToldAgainTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    // Rounding of what was sent moves a forecast by less.
    private const double Rounding = 0.02;
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    public static TheoryData<string> Runs => [.. GoldenRuns.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_facts_of_a_report_give_its_advice_and_its_forecast_again(string name)
    {
        var (run, report) = Read(name);
        AssertIsAgain(report, await AskAsync(run, GoldenRuns.Facts(report)));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task A_client_may_leave_out_what_is_null_and_write_whole_numbers_as_it_likes(string name)
    {
        var (run, report) = Read(name);
        AssertIsAgain(report, await AskAsync(run, (JsonObject)AsSomeClientsWrite(GoldenRuns.Facts(report))!));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task What_would_change_the_answer_changes_it_when_it_is_sent_as_it_stands(string name)
    {
        var (run, report) = Read(name);
        foreach (var change in report["recommendation"]!["changesIf"]!.AsArray())
        {
            var usage = (JsonObject)MergePatch.Merged(JsonSerializer.SerializeToNode(run.Usage, WireJson.Options), change!["change"] ?? new JsonObject())!;
            var facts = (JsonObject)MergePatch.Merged(GoldenRuns.Facts(report), change["facts"] ?? new JsonObject())!;
            Assert.Equal((string?)change["protocol"], (string?)(await AskAsync(usage, facts))["recommendation"]!["protocol"]);
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_mailbox_alone_is_accepted_as_it_stands(string name)
    {
        var (run, report) = Read(name);
        var again = await AskAsync(run, new JsonObject { ["imap"] = report["mailbox"]?["imap"]?.DeepClone(), ["pop3"] = report["mailbox"]?["pop3"]?.DeepClone() });
        Assert.NotNull(again["recommendation"]);
    }

    [Fact]
    public async Task The_facts_of_as_many_servers_as_a_request_may_name_fit_into_a_body()
    {
        var (_, report) = Read("filling-mailbox");
        var facts = GoldenRuns.Facts(report);
        facts["endpoints"] = new JsonArray([.. Enumerable.Range(0, RequestBounds.MostEndpoints).Select(_ => report["endpoints"]![0]!.DeepClone())]);
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", new JsonObject { ["facts"] = facts }.ToJsonString(Indented));
        Assert.True(answer.Status == 200, answer.Text);
    }

    [Fact]
    public async Task What_is_told_beside_a_reports_mailbox_counts()
    {
        var (run, report) = Read("private-one-device");
        var imap = report["mailbox"]!["imap"]!.DeepClone();
        imap["usable"] = false;
        var again = await AskAsync(run, new JsonObject { ["imap"] = imap, ["pop3"] = report["mailbox"]!["pop3"]!.DeepClone(), ["endpoints"] = report["endpoints"]!.DeepClone() });
        Assert.Contains(again["recommendation"]!["reasons"]!.AsArray(), x => (string?)x!["code"] == "no-usable-endpoint");
        Assert.All(again["forecast"]!["tasks"]!.AsArray(), x => Assert.Null(x!["imapMs"]));
    }

    [Theory]
    [InlineData("""{"endpoints":[{"protocol":"imap","host":"no host","port":993,"security":"implicitTls","usable":true,"trusted":true,"addresses":[],"steps":[],"roundTripMs":1,"greeting":null,"implementation":null,"capabilities":[],"saslMechanisms":[],"tls":null,"signIn":{"outcome":"notAttempted","mechanism":null,"elapsedMs":null,"reply":null,"reason":null},"heldBack":0,"heldBackInHandshake":0,"conversation":[]}]}""", "$.facts.endpoints[0].host", "host-invalid")]
    [InlineData("""{"imap":{"fetch":{"samples":1,"bytes":1,"medianMs":1,"p95Ms":1,"minMs":1,"maxMs":1,"throughputBytesPerSecond":1,"batched":false,"serverMs":-1}}}""", "$.facts.imap.fetch.serverMs", "server-time-out-of-range")]
    [InlineData("""{"imap":{"bytes":-1}}""", "$.facts.imap.bytes", "amount-out-of-range")]
    [InlineData("""{"pop3":{"roundTripMs":-1}}""", "$.facts.pop3.roundTripMs", "round-trip-out-of-range")]
    [InlineData("""{"pop3":{"mailbox":{}}}""", "$.facts.pop3.mailbox", "unknown-member")]
    [InlineData("""{"imap":{"quota":{"usedBytes":null,"limitBytes":4}}}""", "$.facts.imap.quota.usedBytes", "wrong-type")]
    [InlineData("""{"imap":{"downMbitAtLeast":null}}""", "$.facts.imap.downMbitAtLeast", "wrong-type")]
    [InlineData("""{"imap":{"folders":2.5}}""", "$.facts.imap.folders", "wrong-type")]
    [InlineData("""{"imap":{"folders":2147483648.0}}""", "$.facts.imap.folders", "wrong-type")]
    [InlineData("""{"discovery":{"sources":[],"candidates":[{"protocol":"imap","host":"no host","port":993,"security":"implicitTls","authentication":[],"sources":[],"trusted":true,"rank":1,"rankReason":"best"}],"outgoing":[],"notOffered":[],"drift":[]}}""", "$.facts.discovery.candidates[0].host", "host-invalid")]
    public async Task What_cannot_be_is_refused_at_its_place(string facts, string path, string code)
    {
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", $$"""{"facts":{{facts}}}""");
        Assert.Equal(400, answer.Status);
        var error = Assert.Single(answer.Json["errors"]!.AsArray());
        Assert.Equal((path, code), ((string?)error!["path"], (string?)error["code"]));
    }

    private Task<JsonNode> AskAsync(AssessedRun run, JsonObject facts) => AskAsync(JsonSerializer.SerializeToNode(run.Usage, WireJson.Options)!.AsObject(), facts);

    private async Task<JsonNode> AskAsync(JsonObject usage, JsonObject facts)
    {
        var body = new JsonObject { ["usage"] = usage, ["facts"] = facts };
        var answer = await shared.Advisor.PostAsync("/v1/recommendations", body.ToJsonString(WireJson.Options));
        Assert.True(answer.Status == 200, answer.Text);
        return answer.Json;
    }

    private static JsonNode? AsSomeClientsWrite(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Where(x => x.Value is not null).Select(x => KeyValuePair.Create(x.Key, AsSomeClientsWrite(x.Value)))),
        JsonArray items => new JsonArray([.. items.Select(AsSomeClientsWrite)]),
        JsonValue value when value.TryGetValue<JsonElement>(out var said) && said.ValueKind == JsonValueKind.Number && said.TryGetInt64(out var whole) => JsonNode.Parse($"{whole}.0"),
        _ => node?.DeepClone(),
    };

    private static void AssertIsAgain(JsonNode report, JsonNode again)
    {
        AssertIsNear(report["forecast"], again["forecast"]);
        Assert.Equal(Answer(report["recommendation"]!), Answer(again["recommendation"]!));
    }

    // The endpoint belongs to the report; a date in the plan counts from the day on which it is asked.
    private static string Answer(JsonNode advice)
    {
        var steps = advice["plan"]?["steps"]?.AsArray().Select(x => $"{x!["code"]} {x["cause"]}") ?? [];
        return $"{advice["headline"]}; {advice["protocol"]} {advice["confidence"]}: {string.Join(", ", advice["reasons"]!.AsArray().Select(x => $"{x!["code"]} {x["decisive"]} {x["text"]}"))}; {string.Join(", ", steps)}";
    }

    private static void AssertIsNear(JsonNode? expected, JsonNode? actual)
    {
        if (expected is null)
        {
            Assert.Null(actual);
            return;
        }

        foreach (var (one, other) in expected["tasks"]!.AsArray().Zip(actual!["tasks"]!.AsArray()))
        {
            foreach (var member in new[] { "imapMs", "pop3Ms", "imapBytes", "pop3Bytes", "imapRoundTrips", "pop3RoundTrips" })
                Assert.True(IsNear((double?)one![member], (double?)other![member]), $"{one["task"]} {member}: {one[member]} and {other[member]}");
            Assert.Equal((string?)one!["basis"], (string?)other!["basis"]);
        }
    }

    private static bool IsNear(double? one, double? other) => one is { } x && other is { } y ? Math.Abs(x - y) <= Rounding * Math.Max(x, y) : one == other;

    private static (AssessedRun Run, JsonNode Report) Read(string name)
    {
        var run = GoldenRuns.Read(name);
        return (run, JsonSerializer.SerializeToNode(run.Report(Language.English), WireJson.Options)!);
    }
}
