using System.Text.Json.Nodes;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Discoveries;

/// <summary>From an address alone to the whole report, over HTTP.</summary>
public sealed class DiscoveryTests(ProviderAdvisor provider) : IClassFixture<ProviderAdvisor>
{
    private readonly Advisor _advisor = provider.Advisor;

    [Fact]
    public async Task An_address_and_a_password_are_enough_for_the_whole_report()
    {
        var answer = await _advisor.PostAsync("/v1/assessments", """{"email":"jane@exemplary.example","credentials":{"password":"secret"},"usage":{"devices":2},"deadlineMs":30000}""");
        Assert.Equal(201, answer.Status);
        var report = answer.Json;
        Assert.Equal(40, (int?)report["mailbox"]!["imap"]!["messages"]);
        Assert.NotNull(report["mailbox"]!["pop3"]);
        Assert.Equal(("imap", "imap.exemplary.example", "%EMAILADDRESS%"), Endpoint(report["recommendation"]!));
        Assert.Equal("imap", (string?)report["discovery"]!["preferred"]);
        Assert.Contains(Array(report["discovery"]!["sources"]), x => (string?)x["source"] == "pacc" && (string?)x["outcome"] == "found");
        Assert.Equal("smtp.exemplary.example", (string?)report["discovery"]!["outgoing"]![0]!["host"]);
        Assert.DoesNotContain("jane@", answer.Text, StringComparison.Ordinal);

        var opened = await _advisor.SendAsync(HttpMethod.Get, answer.Reply.Headers.Location!.ToString());
        Assert.Equal(answer.Text, opened.Text);
    }

    [Fact]
    public async Task A_domain_alone_has_its_servers_probed_and_no_mailbox()
    {
        var answer = await _advisor.PostAsync("/v1/assessments", """{"domain":"Exemplary.Example","usage":{"devices":2},"deadlineMs":30000}""");
        Assert.Equal(201, answer.Status);
        Assert.Equal("""{"email":null,"domain":"exemplary.example"}""", answer.Json["subject"]!.ToJsonString());
        Assert.Null(answer.Json["mailbox"]);
        Assert.All(Array(answer.Json["endpoints"]), x => Assert.Equal("no-credentials", (string?)x["signIn"]!["reason"]));
        Assert.Contains(Array(answer.Json["endpoints"]), x => (bool)x["usable"]!);
        Assert.Equal(("imap", "imap.exemplary.example", "%EMAILADDRESS%"), Endpoint(answer.Json["recommendation"]!));
        Assert.Contains(answer.Json["summary"]!["lines"]!.AsArray(), x => ((string)x!).StartsWith("No password was given", StringComparison.Ordinal));

        var path = answer.Reply.Headers.Location!.ToString();
        Assert.Equal(answer.Text, (await _advisor.SendAsync(HttpMethod.Get, path)).Text);
        foreach (var format in new[] { "thunderbird", "apple", "text" })
            Assert.Equal((200, format), ((await _advisor.SendAsync(HttpMethod.Get, $"{path}/settings/{format}")).Status, format));
        Assert.Equal(200, (await _advisor.PostAsync($"{path}/settings/text", """{"email":"jane@exemplary.example"}""")).Status);
        Assert.Equal("email-of-another-domain", (await _advisor.PostAsync($"{path}/settings/text", """{"email":"jane@example.org"}""")).Code);
        Assert.Contains("exemplary.example ·", (await _advisor.SendAsync(HttpMethod.Get, $"/reports/{answer.Json["id"]}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"domain":"localhost"}""", "$.domain domain-invalid")]
    [InlineData("""{"domain":"192.0.2.1"}""", "$.domain domain-invalid")]
    [InlineData("""{"domain":"jane@example.com"}""", "$.domain domain-invalid")]
    [InlineData("""{"domain":"example.com","email":"jane@example.com"}""", "$.domain email-and-domain")]
    [InlineData("""{"domain":"example.com","server":{"host":"mail.example.com"}}""", "$.server domain-and-server")]
    [InlineData("""{"domain":"example.com","credentials":{"password":"x"}}""", "$.credentials domain-has-no-mailbox")]
    [InlineData("""{"domain":"example.com","credentials":{"username":"jane","password":"x"}}""", "$.credentials domain-has-no-mailbox")]
    public async Task A_domain_stands_for_itself_and_signs_in_nowhere(string json, string error)
    {
        var answer = await _advisor.PostAsync("/v1/assessments", json);
        Assert.Equal(400, answer.Status);
        Assert.Equal([error], answer.Errors);
    }

    [Fact]
    public async Task The_stream_tells_sources_then_the_discovery_then_endpoints()
    {
        var answer = await _advisor.PostAsync("/v1/assessments/stream", """{"email":"jane@exemplary.example","deadlineMs":30000}""");
        var names = answer.Text.Split('\n').Where(x => x.StartsWith("event: ", StringComparison.Ordinal)).Select(x => x[7..]).ToList();
        Assert.InRange(names.IndexOf("provisional"), names.IndexOf("discovery") + 1, names.IndexOf("recommendation") - 1); // wherever it becomes certain
        Assert.True(names.Remove("provisional"));
        var distinct = names.Where((x, i) => i == 0 || names[i - 1] != x);
        Assert.Equal(["source", "discovery", "endpoint", "recommendation", "stored", "report"], distinct);
    }

    [Fact]
    public async Task Many_discoveries_within_a_minute_all_have_their_answer()
    {
        var answers = new System.Collections.Concurrent.ConcurrentBag<JsonNode>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 140), new ParallelOptions { MaxDegreeOfParallelism = 4 },
            async (_, _) => answers.Add((await _advisor.PostAsync("/v1/discoveries", """{"domain":"exemplary.example"}""")).Json));
        Assert.All(answers, x => Assert.Equal("imap.exemplary.example", (string?)x["discovery"]?["candidates"]?[0]?["host"]));
        Assert.All(answers, x => Assert.DoesNotContain(Array(x["findings"]), finding => (string?)finding["code"] is "discovery-nothing-found" or "target-busy"));
    }

    [Fact]
    public async Task A_discovery_names_the_provider_and_where_its_tokens_come_from_before_any_server_is_known()
    {
        var answer = await _advisor.PostAsync("/v1/discoveries", """{"domain":"workspace.example"}""");
        var provider = answer.Json["provider"]!;
        Assert.Equal(("google-workspace", "Google Workspace"), ((string?)provider["key"], (string?)provider["name"]));
        Assert.Equal(
            ("mailExchanger", "aspmx.l.google.com"), ((string?)provider["recognisedBy"]![0]!["kind"], (string?)provider["recognisedBy"]![0]!["value"]));
        var tokens = Assert.Single(Array(answer.Json["discovery"]!["oAuth2"]));
        Assert.Equal(("accounts.google.com", "provider"), ((string?)tokens["issuer"], (string?)tokens["source"]));

        var nobodys = await _advisor.PostAsync("/v1/discoveries", """{"domain":"exemplary.example"}""");
        Assert.True(nobodys.Json.AsObject().ContainsKey("provider"));
        Assert.Null(nobodys.Json["provider"]);
    }

    [Fact]
    public async Task A_discovery_names_candidates_and_outgoing_servers_and_probes_nothing()
    {
        var before = provider.Park.Mail.Log.Length;
        var answer = await _advisor.PostAsync("/v1/discoveries", """{"domain":"exemplary.example"}""");
        Assert.Equal(200, answer.Status);
        Assert.Equal("exemplary.example", (string?)answer.Json["domain"]);
        var first = answer.Json["discovery"]!["candidates"]![0]!;
        Assert.Equal(("imap.exemplary.example", true, 1, "best"), ((string?)first["host"], (bool)first["trusted"]!, (int)first["rank"]!, (string?)first["rankReason"]));
        Assert.Equal(before, provider.Park.Mail.Log.Length);
    }

    [Fact]
    public async Task A_discovery_tells_what_the_operator_should_mend_in_the_language_asked_for()
    {
        var answer = await _advisor.PostAsync("/v1/discoveries", """{"email":"jane@elsewhere.example"}""", ("Accept-Language", "de"));
        var denied = Array(answer.Json["findings"]).Single(x => (string?)x["code"] == "srv-not-offered");
        Assert.Equal("Der Anbieter erklärt, dieses Protokoll nicht anzubieten", (string?)denied["title"]);
        Assert.Equal(["pop3"], Array(answer.Json["discovery"]!["notOffered"]).Select(x => (string?)x));
    }

    [Fact]
    public async Task A_server_that_dns_alone_names_gets_no_password_and_the_report_says_so()
    {
        var answer = await _advisor.PostAsync("/v1/assessments", """{"email":"jane@elsewhere.example","credentials":{"password":"secret"},"deadlineMs":30000}""");
        Assert.Contains(Array(answer.Json["findings"]), x => (string?)x["code"] == "credentials-withheld");
        Assert.Equal("credentials-withheld", (string?)answer.Json["endpoints"]![0]!["signIn"]!["reason"]);
        Assert.False((bool)answer.Json["endpoints"]![0]!["trusted"]!);
        Assert.Null(answer.Json["mailbox"]);
    }

    [Fact]
    public async Task Wrong_passwords_are_counted_at_the_host_that_discovery_finds()
    {
        await using var advisor = await Advisor.StartAsync(settings:
        [
            ("Dns:Servers:0", provider.Park.Dns.EndPoint.ToString()), ("Discovery:HttpsPort", $"{provider.Park.Web.HttpsPort}"), ("Discovery:HttpPort", $"{provider.Park.Web.HttpPort}"),
            ("Tls:TrustedRoots:0", provider.Park.Authority.WriteRootPem(Path.Combine(Directory.CreateTempSubdirectory("advisor-root").FullName, "root.pem"))), ("Targets:SignIn:FailuresPerHour", "1"),
        ]);
        async Task<string?> SignInAsync(string password) => (string?)(await advisor.PostAsync(
            "/v1/assessments", $$"""{"email":"jane@exemplary.example","credentials":{"password":"{{password}}"},"deadlineMs":30000}""")).Json["endpoints"]![0]!["signIn"]!["reason"];
        Assert.Equal("auth-bad-credentials", await SignInAsync("wrong"));
        Assert.Equal("sign-in-held-back", await SignInAsync("another"));
    }

    [Theory]
    [InlineData("""{}""", "$.domain domain-required")]
    [InlineData("""{"domain":"localhost"}""", "$.domain domain-invalid")]
    [InlineData("""{"domain":"192.0.2.1"}""", "$.domain domain-invalid")]
    [InlineData("""{"domain":"example.com","email":"jane@example.com"}""", "$.domain email-and-domain")]
    [InlineData("""{"email":"jane"}""", "$.email email-invalid")]
    [InlineData("""{"domain":"example.com","deadlineMs":1}""", "$.deadlineMs deadline-out-of-range")]
    public async Task A_wrong_request_is_told_member_by_member(string json, string error) =>
        Assert.Equal([error], (await _advisor.PostAsync("/v1/discoveries", json)).Errors);

    private static (string? Protocol, string? Host, string? Username) Endpoint(JsonNode recommendation) =>
        ((string?)recommendation["endpoint"]!["protocol"], (string?)recommendation["endpoint"]!["host"], (string?)recommendation["endpoint"]!["username"]);

    private static IEnumerable<JsonNode> Array(JsonNode? node) => ((JsonArray)node!).Select(x => x!);
}
