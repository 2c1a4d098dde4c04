using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.OpenApi;
using ProtocolAdvisor.Web.Recommendations;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Wire;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary><c>openapi.json</c> at the root is what the code says. To write it anew: run these tests with <c>UPDATE_OPENAPI=1</c>.</summary>
public sealed class OpenApiTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly JsonSerializerOptions Indented = new(WireJson.Options) { WriteIndented = true };

    [Fact]
    public async Task The_file_at_the_root_is_the_generated_contract()
    {
        var generated = (await DocumentAsync()).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(Root(), generated, TestContext.Current.CancellationToken);
        Assert.Equal(generated, await File.ReadAllTextAsync(Root(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Every_answer_and_every_request_has_an_example()
    {
        var missing = from path in (await DocumentAsync())["paths"]!.AsObject()
                      from operation in path.Value!.AsObject()
                      from part in Parts(operation.Value!)
                      where part.Value!["example"] is null && part.Value["examples"] is not JsonObject { Count: > 0 }
                      select $"{operation.Key} {path.Key} {part.Key}";
        Assert.Empty(missing);
    }

    [Fact]
    public async Task Who_has_the_contract_already_is_not_sent_it_again()
    {
        var first = await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json");
        var tag = first.Reply.Headers.ETag!.ToString();
        var again = await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json", null, ("If-None-Match", tag));
        Assert.Equal((304, ""), (again.Status, again.Text));
        Assert.Equal(tag, again.Reply.Headers.ETag!.ToString());
    }

    [Fact]
    public async Task No_schema_is_there_that_nothing_refers_to()
    {
        var document = await DocumentAsync();
        var said = document.ToJsonString();
        Assert.DoesNotContain(document["components"]!["schemas"]!.AsObject(), x => !said.Contains($"#/components/schemas/{x.Key}\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task No_description_is_broken_into_lines_or_names_what_only_the_code_knows()
    {
        var descriptions = Descriptions(await DocumentAsync()).ToList();
        Assert.NotEmpty(descriptions);
        Assert.DoesNotContain(descriptions, x => x.Contains('\n') || x.Contains("ProtocolAdvisor.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enumerations_are_strings()
    {
        var schemas = (await DocumentAsync())["components"]!["schemas"]!.AsObject();
        Assert.All(schemas.Where(x => x.Value!["enum"] is not null), x => Assert.Equal("string", (string?)x.Value!["type"]));
    }

    [Theory]
    [InlineData("RunAssessment.request.json", typeof(AssessmentRequest))]
    [InlineData("RunAssessment.201.json", typeof(AssessmentReport))]
    [InlineData("OpenAssessment.200.json", typeof(AssessmentReport))]
    [InlineData("Recommend.request.json", typeof(RecommendationRequest))]
    [InlineData("Recommend.200.json", typeof(RecommendationReply))]
    [InlineData("RecommendAgain.request.json", typeof(AnswersRequest))]
    [InlineData("RecommendAgain.200.json", typeof(AnswersReply))]
    [InlineData("CreateAudit.request.json", typeof(AuditRequest))]
    [InlineData("CreateAudit.202.json", typeof(AuditReport))]
    [InlineData("OpenAudit.200.json", typeof(AuditReport))]
    [InlineData("ListAudits.200.json", typeof(AuditListReply))]
    [InlineData("ListAuditResults.200.json", typeof(AuditResultsReply))]
    public void Examples_have_the_shape_of_their_type(string name, Type type)
    {
        using var example = JsonDocument.Parse(Examples.Text(name)!);
        Assert.Empty(JsonShape.Errors(example.RootElement, type, WireJson.Options));
    }

    [Theory]
    [InlineData("OpenSettings.200.autoconfig.xml", SettingsFormat.Thunderbird)]
    [InlineData("OpenSettings.200.mobileconfig", SettingsFormat.Apple)]
    [InlineData("OpenSettings.200.autodiscover.xml", SettingsFormat.Outlook)]
    [InlineData("OpenSettings.200.json", SettingsFormat.Pacc)]
    [InlineData("OpenSettings.200.txt", SettingsFormat.Text)]
    public void Examples_of_settings_are_what_a_run_like_the_examples_gives(string name, SettingsFormat format)
    {
        var run = format == SettingsFormat.Outlook ? StoredReports.RunWithLocalPart() : StoredReports.Run();
        Assert.Equal(run.Settings(format, null, Language.English).File!.Content, Examples.Text(name));
    }

    [Fact]
    public async Task The_example_of_other_answers_is_what_a_run_like_the_examples_gives()
    {
        var usage = JsonNode.Parse(Examples.Text("RecommendAgain.request.json")!)!["usage"].Deserialize<Usage>(WireJson.Options)!;
        var given = JsonSerializer.Serialize(AnswersReply.Of((StoredReports.Run() with { Usage = usage }).Report(Language.English)), Indented).ReplaceLineEndings("\n") + "\n";
        var file = Path.Combine(Path.GetDirectoryName(Root())!, "src", "ProtocolAdvisor.Web", "OpenApi", "Examples", "RecommendAgain.200.json");
        if (Environment.GetEnvironmentVariable("UPDATE_OPENAPI") == "1") await File.WriteAllTextAsync(file, given, TestContext.Current.CancellationToken);
        Assert.Equal(given, await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken));
    }

    private static IEnumerable<string> Descriptions(JsonNode? node) => node switch
    {
        JsonObject members => members.SelectMany(x => x is { Key: "description", Value: JsonValue text } ? [(string)text!] : Descriptions(x.Value)),
        JsonArray items => items.SelectMany(Descriptions),
        _ => [],
    };

    private static IEnumerable<KeyValuePair<string, JsonNode?>> Parts(JsonNode operation) =>
        (operation["requestBody"]?["content"]?.AsObject() ?? [])
            .Concat(operation["responses"]!.AsObject().SelectMany(x => x.Value!["content"]?.AsObject() ?? []));

    private async Task<JsonNode> DocumentAsync() => (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;

    private static string Root([CallerFilePath] string here = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "openapi.json"));
}
