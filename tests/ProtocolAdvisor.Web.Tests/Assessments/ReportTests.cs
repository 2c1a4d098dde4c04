using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Contract;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

public sealed class ReportTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly string[] Members =
    [
        "id", "createdAt", "expiresAt", "durationMs", "complete", "adviceVersion", "subject", "summary", "discovery", "endpoints", "mailbox", "forecast", "recommendation", "comparison", "findings",
        "provider", "beforeYouBegin", "notJudged",
    ];

    [Fact]
    public async Task A_dead_server_is_a_report_not_an_error()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        Assert.Equal(201, answer.Status);
        Assert.Equal($"/v1/assessments/{answer.Json["id"]}", answer.Reply.Headers.Location!.ToString());
        Assert.Equal(Members, answer.Json.AsObject().Select(x => x.Key));
        Assert.Equal("none", (string?)answer.Json["recommendation"]!["protocol"]);
        Assert.Null(answer.Json["mailbox"]);
    }

    [Fact]
    public async Task The_stored_report_is_the_answered_one_until_it_is_removed()
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        var path = answer.Reply.Headers.Location!.ToString();
        Assert.Equal(answer.Text, (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Text);
        Assert.Equal(204, (await shared.Advisor.SendAsync(HttpMethod.Delete, path)).Status);
        Assert.Equal(404, (await shared.Advisor.SendAsync(HttpMethod.Get, path)).Status);
        Assert.Equal(404, (await shared.Advisor.SendAsync(HttpMethod.Delete, path)).Status);
    }

    [Fact]
    public async Task Where_no_name_could_be_looked_up_the_report_says_so_and_is_kept_for_an_hour_only()
    {
        await using var advisor = await Advisor.StartAsync(settings: [("Dns:Servers:0", FuzzTests.NoNameServer()), ("Dns:Timeout", "00:00:00.2")]);
        var report = (await advisor.PostAsync("/v1/assessments", """{"email":"jane@example.com"}""")).Json;
        Assert.Equal((false, "lookup-impossible"), ((bool)report["complete"]!, (string)report["findings"]![0]!["code"]!));
        Assert.Equal(TimeSpan.FromHours(1), (DateTimeOffset)report["expiresAt"]! - (DateTimeOffset)report["createdAt"]!);
    }

    [Fact]
    public async Task A_host_alone_means_its_four_standard_endpoints_in_order()
    {
        var report = (await shared.Advisor.PostAsync("/v1/assessments", """{"server":{"host":"127.0.0.1"}}""")).Json;
        Assert.Equal(["imap 993 implicitTls", "imap 143 startTls", "pop3 995 implicitTls", "pop3 110 startTls"], Named(report["endpoints"]!));
        Assert.Equal(["imap 993 implicitTls", "pop3 995 implicitTls", "imap 143 startTls", "pop3 110 startTls"], Named(report["discovery"]!["candidates"]!));
        Assert.Equal("explicit", (string?)report["discovery"]!["sources"]![0]!["source"]);
        Assert.Null(report["subject"]!["email"]);
    }

    [Theory]
    [InlineData(null, "%EMAILADDRESS%")]
    [InlineData("jane@example.com", "%EMAILADDRESS%")]
    [InlineData("jane", "%EMAILLOCALPART%")]
    [InlineData("CORP\\\\jane", "C***")]
    public async Task A_user_name_is_shown_as_its_placeholder_or_masked(string? username, string shown)
    {
        var credentials = username is null ? "\"password\":\"x\"" : $"\"username\":\"{username}\",\"password\":\"x\"";
        await using var fresh = await Advisor.StartAsync();
        var report = (await fresh.PostAsync("/v1/assessments", Requests.OfEndpoint(9, $",\"credentials\":{{{credentials}}}"))).Json;
        Assert.Equal(shown, (string?)report["discovery"]!["candidates"]![0]!["username"]);
        Assert.Equal("j***@example.com", (string?)report["subject"]!["email"]);
        Assert.DoesNotContain("jane", report.ToJsonString(), StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<string> Named(JsonNode endpoints) =>
        endpoints.AsArray().Select(x => $"{x!["protocol"]} {x["port"]} {x["security"]}");
}
