using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>What is sent is as the contract's schemas say: a program that validates what it receives refuses none of it.</summary>
public sealed class SchemaTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    public static TheoryData<string> Runs => [.. GoldenRuns.Names];

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task Reports_fit_in_every_language(string name)
    {
        var schemas = new ContractSchemas(await DocumentAsync());
        Assert.All(Language.All, language => Assert.Empty(schemas.Errors("AssessmentReport", Report(name, language))));
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task The_facts_of_reports_may_be_told(string name)
    {
        var facts = GoldenRuns.Facts(JsonNode.Parse(Report(name, Language.English))!);
        Assert.Empty(new ContractSchemas(await DocumentAsync()).Errors("FactsRequest", facts.ToJsonString()));
    }

    [Fact]
    public async Task Examples_fit()
    {
        var document = await DocumentAsync();
        var schemas = new ContractSchemas(document);
        var contents = from path in document["paths"]!.AsObject()
                       from operation in path.Value!.AsObject()
                       from holder in operation.Value!["responses"]!.AsObject().Select(x => x.Value).Append(operation.Value["requestBody"])
                       from content in holder?["content"]?.AsObject() ?? []
                       from example in (content.Value!["examples"]?.AsObject().Select(x => Value(document, x.Value!)) ?? []).Append(content.Value["example"])
                       where example is not null
                       select (Schema: content.Value["schema"]!, Example: example);
        Assert.True(contents.Count() > 100, "Refusals have an example of every code.");
        Assert.All(contents, x => Assert.Empty(schemas.Errors(x.Schema, x.Example.ToJsonString())));
    }

    [Fact]
    public async Task No_member_is_free_to_hold_anything()
    {
        var open = Nodes((await DocumentAsync())["components"]!["schemas"]!).Where(x => x["type"] is JsonValue type && (string?)type == "object" && (x["properties"] is null || (bool?)x["additionalProperties"] != false));
        Assert.Empty(open.Select(x => x.ToJsonString()));
        Assert.DoesNotContain(Nodes((await DocumentAsync())["components"]!["schemas"]!), x => x.Count == 0);
    }

    [Fact]
    public async Task Every_schema_is_used()
    {
        var document = await DocumentAsync();
        var said = document.ToJsonString();
        Assert.All(document["components"]!["schemas"]!.AsObject(), x => Assert.Contains($"\"#/components/schemas/{x.Key}\"", said, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Real_answers_fit()
    {
        var schemas = new ContractSchemas(await DocumentAsync());
        using var dead = DeadPort.Refusing();
        var named = $$"""{"email":"jane@example.com","server":{"endpoints":[{"protocol":"imap","port":{{dead.Port}},"host":"127.0.0.1","security":"implicitTls"} ] } }""";
        var kept = await shared.Advisor.StoreAsync(StoredReports.Run());
        var none = await shared.Advisor.StoreAsync(StoredReports.Run() with { Usage = new() });
        (string Method, string Path, string Template, string? Body)[] calls =
        [
            ("post", "/v1/assessments", "/v1/assessments", named),
            ("post", "/v1/assessments", "/v1/assessments", "{}"),
            ("post", "/v1/assessments", "/v1/assessments", """{"server":{"endpoints":[{"protocol":"imap","host":"10.0.0.1","port":993,"security":"implicitTls"}]}}"""),
            ("get", kept[..^"/settings".Length], "/v1/assessments/{id}", null),
            ("get", "/v1/assessments/unknown", "/v1/assessments/{id}", null),
            ("get", $"{kept}/unknown", "/v1/assessments/{id}/settings/{format}", null),
            ("get", $"{kept}/text?protocol=x", "/v1/assessments/{id}/settings/{format}", null),
            ("get", $"{kept}/outlook", "/v1/assessments/{id}/settings/{format}", null),
            ("delete", none[..^"/settings".Length] + "x", "/v1/assessments/{id}", null),
            ("post", "/v1/discoveries", "/v1/discoveries", """{"email":"jane@nowhere.invalid"}"""),
            ("post", "/v1/recommendations", "/v1/recommendations", "{}"),
            ("post", "/v1/recommendations", "/v1/recommendations", """{"usage":{"devices":1,"people":1,"webmail":false,"priority":"speed","backup":"none"},"facts":{"imap":{"bytes":1000000,"messages":20}}}"""),
            ("post", "/v1/recommendations", "/v1/recommendations", """{"usage":{"devices":0,"x":1}}"""),
            ("post", $"{kept[..^"/settings".Length]}/recommendations", "/v1/assessments/{id}/recommendations", """{"usage":{"devices":2}}"""),
            ("post", $"{kept[..^"/settings".Length]}/recommendations", "/v1/assessments/{id}/recommendations", """{"usage":{"devices":0}}"""),
            ("post", "/v1/assessments/unknown/recommendations", "/v1/assessments/{id}/recommendations", "{}"),
            ("get", "/v1/findings", "/v1/findings", null),
            ("get", "/health/live", "/health/live", null),
            ("get", "/health/ready", "/health/ready", null),
        ];
        foreach (var (method, path, template, body) in calls)
        {
            var answer = body is null ? await shared.Advisor.SendAsync(new HttpMethod(method.ToUpperInvariant()), path) : await shared.Advisor.PostAsync(path, body);
            Assert.True(answer.Status < 500, answer.Text);
            Assert.Empty(schemas.Errors(method, template, answer.Status, answer.MediaType, answer.Text).Select(x => $"{method} {path} {answer.Status}: {x}"));
        }
    }

    private static IEnumerable<JsonObject> Nodes(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(x => Nodes(x.Value)).Append(members),
        JsonArray items => items.SelectMany(Nodes),
        _ => [],
    };

    private static JsonNode? Value(JsonNode contract, JsonNode example) =>
        ((string?)example["$ref"] is { } reference ? contract["components"]!["examples"]![reference.Split('/')[^1]]! : example)["value"];

    private static string Report(string name, Language language) => JsonSerializer.Serialize(GoldenRuns.Read(name).Report(language), WireJson.Options);

    private async Task<JsonNode> DocumentAsync() => (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
}
