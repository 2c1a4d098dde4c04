using System.Net;
using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>The catalogues of codes: complete, in both languages, and not sent again to whoever has them.</summary>
public sealed class CatalogueTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Theory]
    [InlineData("en", "There is no such report, or it has expired.", "A number from 1 to 1000000 is expected.")]
    [InlineData("de", "Diesen Bericht gibt es nicht, oder er ist abgelaufen.", "Erwartet wird eine Zahl von 1 bis 1000000.")]
    public async Task Problems_and_wrong_members_are_told_in_the_language_asked_for(string language, string problem, string member)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/problems", null, ("Accept-Language", language));
        Assert.Equal((200, language), (answer.Status, answer.Reply.Content.Headers.ContentLanguage.Single()));
        Assert.Equal((404, problem), (Entry(answer.Json["problems"], "assessment-not-found") is var one ? (int)one["status"]! : 0, (string?)one["meaning"]));
        Assert.Equal(member, (string?)Entry(answer.Json["wrongMembers"], "devices-out-of-range")["meaning"]);
    }

    [Fact]
    public async Task Every_code_is_in_the_catalogue_and_in_the_contract()
    {
        var catalogue = (await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/problems")).Json;
        var schemas = (await shared.Advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Json["components"]!["schemas"]!;
        var codes = typeof(ProblemCode).GetFields().Select(x => (string)x.GetRawConstantValue()!).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(codes, Codes(catalogue["problems"]));
        Assert.Equal(codes, Values(schemas["ProblemCode"]));
        Assert.Equal(WrongMemberCodes.All.Order(StringComparer.Ordinal), Codes(catalogue["wrongMembers"]));
        Assert.Equal(Codes(catalogue["wrongMembers"]), Values(schemas["WrongMemberCode"]));
        Assert.All(catalogue["wrongMembers"]!.AsArray(), x => Assert.DoesNotContain("{", (string?)x!["meaning"], StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/v1/findings")]
    [InlineData("/v1/problems")]
    public async Task Who_has_a_catalogue_already_is_not_sent_it_again_but_in_another_language(string path)
    {
        var first = await shared.Advisor.SendAsync(HttpMethod.Get, path);
        var tag = first.Reply.Headers.ETag!.ToString();
        var again = await shared.Advisor.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag));
        Assert.Equal((HttpStatusCode.NotModified, "", tag), (again.Reply.StatusCode, again.Text, again.Reply.Headers.ETag!.ToString()));
        Assert.Contains("Accept-Language", again.Reply.Headers.Vary);
        Assert.Equal(200, (await shared.Advisor.SendAsync(HttpMethod.Get, path, null, ("If-None-Match", tag), ("Accept-Language", "de"))).Status);
    }

    private static JsonNode Entry(JsonNode? entries, string code) => entries!.AsArray().Single(x => (string?)x!["code"] == code)!;

    private static IEnumerable<string> Codes(JsonNode? entries) => entries!.AsArray().Select(x => (string)x!["code"]!).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Values(JsonNode? schema) => schema!["enum"]!.AsArray().Select(x => (string)x!).Order(StringComparer.Ordinal);
}
