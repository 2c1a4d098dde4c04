using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

public sealed class StatusCodeTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Theory]
    [InlineData("GET", "/nowhere", 404, "not-found")]
    [InlineData("GET", "/v1/assessments/unknown", 404, "assessment-not-found")]
    [InlineData("DELETE", "/v1/assessments/unknown", 404, "assessment-not-found")]
    [InlineData("PUT", "/v1/assessments", 405, "method-not-allowed")]
    [InlineData("PUT", "/v1/assessments/x", 405, "method-not-allowed")]
    public async Task Refusals_of_the_framework_are_problems_as_well(string method, string path, int status, string code)
    {
        var answer = await shared.Advisor.SendAsync(new HttpMethod(method), path);
        Assert.Equal((status, code, "application/problem+json"), (answer.Status, answer.Code, answer.MediaType));
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/x-www-form-urlencoded")]
    [InlineData(null)]
    public async Task Only_json_is_read(string? mediaType)
    {
        using var body = new StringContent("{}");
        body.Headers.ContentType = mediaType is null ? null : new(mediaType);
        var answer = await shared.Advisor.SendAsync(HttpMethod.Post, "/v1/recommendations", body);
        Assert.Equal((415, "unsupported-media-type"), (answer.Status, answer.Code));
    }

    [Theory]
    [InlineData("application/json; charset=utf-8", "identity", 200)]
    [InlineData("application/json; charset=\"UTF-8\"", null, 200)]
    [InlineData("application/json; charset=utf-16", null, 415)]
    [InlineData("application/json", "gzip", 415)]
    [InlineData("application/json; charset=", null, 415)]
    [InlineData("application/json; charset=\"", null, 415)]
    [InlineData("application/json; charset=utf-8; charset=utf-16", null, 415)]
    [InlineData("application/json; charset=utf-16; charset=utf-8", null, 415)]
    [InlineData("application/json;", null, 200)]
    [InlineData("application/json, application/json", null, 415)]
    public async Task Only_plain_utf8_is_read(string mediaType, string? encoding, int status)
    {
        using var body = new StringContent("{}");
        body.Headers.Remove("Content-Type");
        body.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        if (encoding is not null) body.Headers.ContentEncoding.Add(encoding);
        Assert.Equal(status, (await shared.Advisor.SendAsync(HttpMethod.Post, "/v1/recommendations", body)).Status);
    }

    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/health/ready", 200)]
    [InlineData("/v1/findings", 200)]
    [InlineData("/v1/assessments/unknown", 404)]
    public async Task Head_works_where_get_does(string path, int status)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Head, path);
        Assert.Equal((status, ""), (answer.Status, answer.Text));
    }

    [Theory]
    [InlineData("text/html", 406)]
    [InlineData("text/event-stream", 406)]
    [InlineData("application/json;q=0", 406)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json;v=1;q=0, */*", 406)]
    [InlineData("*/*", 200)]
    [InlineData("application/*", 200)]
    [InlineData("text/html, application/json;q=0.1", 200)]
    public async Task Only_json_is_written(string accept, int status)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Accept", accept));
        Assert.Equal(status, answer.Status);
        if (status == 406) Assert.Equal("not-acceptable", answer.Code);
    }

    [Theory]
    [InlineData("{\"host\":\"10.0.0.1\"}")]
    [InlineData("{\"host\":\"169.254.169.254\"}")]
    [InlineData("{\"endpoints\":[{\"protocol\":\"imap\",\"host\":\"[::1]\",\"port\":993,\"security\":\"implicitTls\"}]}", 400)]
    [InlineData("{\"endpoints\":[{\"protocol\":\"imap\",\"host\":\"::1\",\"port\":993,\"security\":\"implicitTls\"}]}")]
    public async Task A_named_target_that_the_policy_refuses_is_unprocessable(string server, int status = 422)
    {
        var answer = await shared.Advisor.PostAsync("/v1/assessments", $$"""{"server":{{server}}}""");
        Assert.Equal(status, answer.Status);
        if (status == 422) Assert.Equal("target-not-allowed", answer.Code);
    }

    [Fact]
    public async Task A_port_outside_the_allowed_ranges_is_unprocessable()
    {
        await using var strict = await Advisor.StartAsync(settings: ("Targets:AllowedPorts:0", "27000-27999"));
        Assert.Equal("target-not-allowed", (await strict.PostAsync("/v1/assessments", Requests.OfEndpoint(993))).Code);
        Assert.Equal(201, (await strict.PostAsync("/v1/assessments", Requests.OfEndpoint(27999))).Status);
    }

    [Fact]
    public async Task Answers_carry_security_headers_and_are_not_kept()
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, "/v1/assessments/unknown");
        Assert.Equal("nosniff", answer.Reply.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.True(answer.Reply.Headers.CacheControl!.NoStore);
        Assert.Contains("default-src 'none'", answer.Reply.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.False(answer.Reply.Headers.Contains("Server"));
        Assert.False(answer.Reply.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Theory]
    [InlineData("/v1/assessments/%C3%A4")]
    [InlineData("/v1/assessments/a%0D%0Ab")]
    [InlineData("/v1/assessments/%E2%82%AC%20x")]
    public async Task A_browser_is_sent_on_for_whatever_id_it_asks(string path)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, path, null, ("Accept", "text/html"));
        Assert.Equal(404, answer.Status);
    }

    [Fact]
    public async Task The_swagger_page_and_health_are_served()
    {
        Assert.Equal(200, (await shared.Advisor.SendAsync(HttpMethod.Get, "/swagger/index.html")).Status);
        Assert.Equal("live", (string?)(await shared.Advisor.SendAsync(HttpMethod.Get, "/health/live")).Json["status"]);
        Assert.Equal("ready", (string?)(await shared.Advisor.SendAsync(HttpMethod.Get, "/health/ready")).Json["status"]);
    }
}
