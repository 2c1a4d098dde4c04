using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>Pages of allowed origins use the API from a browser, with a key and without cookies; nothing else is opened by that.</summary>
public sealed class CrossOriginTests
{
    private const string Wizard = "https://wizard.example";

    [Fact]
    public async Task A_browser_is_told_what_a_page_of_an_allowed_origin_may_send_and_read()
    {
        await using var advisor = await StartAsync();
        var asked = await AskAsync(advisor, Wizard, "/v1/assessments");
        Assert.Equal((204, Wizard), (asked.Status, One(asked, "Access-Control-Allow-Origin")));
        Assert.All(
            new[] { "x-api-key", "idempotency-key", "content-type", "accept-language" },
            x => Assert.Contains(x, One(asked, "Access-Control-Allow-Headers")!.ToLowerInvariant(), StringComparison.Ordinal));
        Assert.Contains("DELETE", One(asked, "Access-Control-Allow-Methods"), StringComparison.Ordinal);
        Assert.Null(One(asked, "Access-Control-Allow-Credentials"));

        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Origin", Wizard), KeyedAdvisor.As("one"));
        Assert.Equal((200, Wizard), (answer.Status, One(answer, "Access-Control-Allow-Origin")));
        Assert.All(
            new[] { "Location", "Retry-After", "RateLimit", "RateLimit-Policy", "X-Request-Id", "ETag", "Idempotency-Replayed" },
            x => Assert.Contains(x, One(answer, "Access-Control-Expose-Headers")!.Split(',')));
    }

    // What is on the safelist (https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name) need not be named, and what browsers and proxies act on by themselves.
    [Fact]
    public async Task Whatever_the_contract_has_a_page_may_send_and_read()
    {
        string[] needless = ["content-language", "content-type", "cache-control", "vary", "www-authenticate", "x-accel-buffering"];
        await using var advisor = await StartAsync();
        var asked = await AskAsync(advisor, Wizard, "/v1/assessments");
        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Origin", Wizard), KeyedAdvisor.As("one"));
        var contract = (await advisor.SendAsync(HttpMethod.Get, "/openapi.json", null, KeyedAdvisor.As("one"))).Json;
        var operations = contract["paths"]!.AsObject().Where(x => x.Key.StartsWith("/v1", StringComparison.Ordinal)).SelectMany(x => x.Value!.AsObject()).ToList();
        Assert.Empty(operations.Select(x => x.Key.ToUpperInvariant()).Distinct().Except(One(asked, "Access-Control-Allow-Methods")!.Split(',')));
        var sent = operations.SelectMany(x => x.Value!["parameters"]?.AsArray() ?? []).Where(x => (string?)x!["in"] == "header").Select(x => (string)x!["name"]!);
        Assert.Empty(Lower(sent.Append("Last-Event-ID")).Except(Lower(One(asked, "Access-Control-Allow-Headers")!.Split(','))));
        var read = operations.SelectMany(x => x.Value!["responses"]!.AsObject()).SelectMany(x => x.Value!["headers"]?.AsObject().Select(y => y.Key) ?? []);
        Assert.Empty(Lower(read).Except(Lower(One(answer, "Access-Control-Expose-Headers")!.Split(','))).Except(needless));
    }

    [Fact]
    public async Task Refusals_can_be_read_by_the_page_too()
    {
        await using var advisor = await StartAsync();
        var without = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Origin", Wizard));
        Assert.Equal((401, Wizard), (without.Status, One(without, "Access-Control-Allow-Origin")));
        var large = await advisor.PostAsync("/v1/assessments", new string(' ', 300_000), ("Origin", Wizard), KeyedAdvisor.As("one"));
        Assert.Equal((413, Wizard), (large.Status, One(large, "Access-Control-Allow-Origin")));
    }

    [Theory]
    [InlineData("https://evil.example", "/v1/assessments")]
    [InlineData("https://wizard.example.evil.example", "/v1/assessments")]
    [InlineData("http://wizard.example", "/v1/assessments")]
    [InlineData("null", "/v1/assessments")]
    [InlineData(Wizard, "/assess")]
    [InlineData(Wizard, "/history")]
    public async Task Nobody_else_is_let_in_and_nowhere_else(string origin, string path)
    {
        await using var advisor = await StartAsync();
        Assert.Null(One(await AskAsync(advisor, origin, path), "Access-Control-Allow-Origin"));
        Assert.Null(One(await advisor.SendAsync(HttpMethod.Get, path, null, ("Origin", origin), KeyedAdvisor.As("one")), "Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task The_consoles_forms_are_still_our_own_pages_alone()
    {
        await using var advisor = await StartAsync();
        foreach (var (name, value) in new[] { ("Origin", Wizard), ("Sec-Fetch-Site", "cross-site"), ("Sec-Fetch-Site", "same-site") })
        {
            var answer = await advisor.SendAsync(HttpMethod.Post, "/assess", null, (name, value), KeyedAdvisor.As("one"));
            Assert.Equal((403, "form-of-another-site"), (answer.Status, answer.Code));
        }
    }

    [Fact]
    public async Task Without_origins_nothing_is_said()
    {
        await using var advisor = await Advisor.StartAsync();
        Assert.Equal(405, (await AskAsync(advisor, Wizard, "/v1/assessments")).Status);
        Assert.Null(One(await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Origin", Wizard)), "Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("https://app.example.com", true)]
    [InlineData("http://localhost:3000", true)]
    [InlineData("http://[::1]:3000", true)]
    [InlineData("https://app.example.com/", false)]
    [InlineData("https://app.example.com:443", false)]
    [InlineData("https://App.example.com", false)]
    [InlineData("https://*.example.com", false)]
    [InlineData("https://user@app.example.com", false)]
    [InlineData("https://b\u00FCcher.example", false)]
    [InlineData("app.example.com", false)]
    [InlineData("file:///tmp", false)]
    [InlineData("null", false)]
    [InlineData("*", false)]
    [InlineData("", false)]
    public void An_origin_is_written_as_browsers_send_it(string text, bool valid) => Assert.Equal(valid, CrossOrigin.IsOrigin(text, out _));

    [Fact]
    public async Task Anything_else_refuses_the_start_in_one_line()
    {
        var (code, error, _) = await AdvisorProcess.RunAsync(Path.GetTempPath(), "Access:AllowedOrigins:0=https://app.example.com/");
        Assert.Equal(1, code);
        Assert.Equal("ProtocolAdvisor cannot start. Access:AllowedOrigins:0: an origin as browsers send it, such as https://app.example.com, without a path or *, is expected, not \"https://app.example.com/\".", error);
    }

    private static IEnumerable<string> Lower(IEnumerable<string> names) => names.Select(x => x.ToLowerInvariant()).Distinct();

    private static Task<Answer> AskAsync(Advisor advisor, string origin, string path) => advisor.SendAsync(
        HttpMethod.Options, path, null, ("Origin", origin), ("Access-Control-Request-Method", "POST"), ("Access-Control-Request-Headers", "content-type,idempotency-key,x-api-key,accept-language"));

    private static string? One(Answer answer, string header) => answer.Reply.Headers.TryGetValues(header, out var values) ? string.Join(',', values) : null;

    private static Task<Advisor> StartAsync() => KeyedAdvisor.StartAsync(["one"], settings: ("Access:AllowedOrigins:0", Wizard));
}
