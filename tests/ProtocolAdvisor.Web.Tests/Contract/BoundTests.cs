using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>The bounds that the contract tells of a request are those that the service holds it to: what is just inside passes, what is just outside does not.</summary>
public sealed class BoundTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    public static TheoryData<string, string, string> Bounded => new()
    {
        { "Usage", "devices", "$.usage.devices" },
        { "Usage", "people", "$.usage.people" },
        { "Usage", "newMessagesPerDay", "$.usage.newMessagesPerDay" },
        { "UserLink", "roundTripMs", "$.usage.link.roundTripMs" },
        { "UserLink", "downMbit", "$.usage.link.downMbit" },
        { "UserLink", "upMbit", "$.usage.link.upMbit" },
        { "ImapKnowledge", "messages", "$.facts.imap.messages" },
        { "ImapKnowledge", "commandServerMs", "$.facts.imap.commandServerMs" },
        { "Pop3Knowledge", "expireDays", "$.facts.pop3.expireDays" },
        { "Pop3Knowledge", "roundTripMs", "$.facts.pop3.roundTripMs" },
    };

    [Theory]
    [MemberData(nameof(Bounded))]
    public async Task What_is_inside_passes_and_what_is_outside_does_not(string schema, string member, string path)
    {
        var told = (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json["components"]!["schemas"]![schema]!["properties"]![member]!;
        var (least, most) = ((decimal)told["minimum"]!, (decimal)told["maximum"]!);
        foreach (var inside in new[] { least, most }) Assert.Equal(200, (await AskAsync(path, inside)).Status);
        foreach (var outside in new[] { least - 1, most + 1 })
            Assert.Equal([path], (await AskAsync(path, outside)).Errors.Select(x => x.Split(' ')[0]));
    }

    [Theory]
    [InlineData("state")]
    [InlineData("protocol")]
    public async Task Every_value_that_the_list_of_reports_is_said_to_take_is_taken(string parameter)
    {
        var contract = (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json;
        var told = contract["paths"]!["/v1/assessments"]!["get"]!["parameters"]!.AsArray().Single(x => (string?)x!["name"] == parameter)!["schema"]!;
        if ((string?)told["$ref"] is { } reference) told = contract["components"]!["schemas"]![reference.Split('/')[^1]]!;
        var values = told["enum"]!.AsArray().Select(x => (string)x!).ToList();
        Assert.NotEmpty(values);
        foreach (var value in values) Assert.Equal((value, 200), (value, (await shared.Advisor.SendAsync(HttpMethod.Get, $"/v1/assessments?{parameter}={value}")).Status));
    }

    [Fact]
    public async Task Lengths_patterns_defaults_and_what_must_be_there_are_told()
    {
        var schemas = (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json["components"]!["schemas"]!;
        int Default(string schema, string member) => (int)schemas[((string)Member(schemas[schema], member)["$ref"]!).Split('/')[^1]]!["default"]!;
        Assert.Equal((1, 1024), Lengths(schemas["CredentialsRequest"], "password"));
        Assert.Equal((1, 16384), Lengths(schemas["CredentialsRequest"], "accessToken"));
        Assert.Equal((1, 128), Lengths(schemas["SettingsRequest"], "displayName"));
        Assert.Matches((string)Member(schemas["CredentialsRequest"], "accessToken")["pattern"]!, "ya29.a0Af_~");
        Assert.DoesNotMatch((string)Member(schemas["CredentialsRequest"], "accessToken")["pattern"]!, "a b");
        Assert.Equal(16, (int)Member(schemas["ServerRequest"], "endpoints")["maxItems"]!);
        Assert.Matches((string)Member(schemas["AssessmentRequest"], "email")["pattern"]!, "jane@example.com");
        Assert.DoesNotMatch((string)Member(schemas["AssessmentRequest"], "email")["pattern"]!, "jane");
        Assert.Equal(15_000, Default("AssessmentRequest", "deadlineMs"));
        Assert.Equal(10_000, Default("DiscoveryRequest", "deadlineMs"));
        Assert.Equal(["port", "protocol", "security"], schemas["EndpointRequest"]!["required"]!.AsArray().Select(x => (string)x!).Order(StringComparer.Ordinal));
    }

    private static (int Min, int Max) Lengths(JsonNode? schema, string member) => ((int)Member(schema, member)["minLength"]!, (int)Member(schema, member)["maxLength"]!);

    private static JsonNode Member(JsonNode? schema, string member) => schema!["properties"]![member]!;

    // $.usage.devices → {"usage":{"devices":…}}
    private Task<Answer> AskAsync(string path, decimal value)
    {
        JsonNode body = JsonValue.Create(value);
        foreach (var member in path.Split('.').Skip(1).Reverse()) body = new JsonObject { [member] = body };
        return shared.Advisor.PostAsync("/v1/recommendations", body.ToJsonString());
    }
}
