using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

public sealed class KeyTests
{
    private const string Key = "correct-horse-battery-staple";
    private static readonly string Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    [Fact]
    public async Task Where_anonymous_callers_are_not_allowed_a_key_is_needed()
    {
        await using var advisor = await StartAsync();
        var without = await advisor.SendAsync(HttpMethod.Get, "/v1/findings");
        Assert.Equal((401, "key-required", "application/problem+json"), (without.Status, without.Code, without.MediaType));
        Assert.Equal("Bearer", without.Reply.Headers.WwwAuthenticate.Single().Scheme);
        var wrong = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key + "!"));
        Assert.Equal((401, "key-unknown"), (wrong.Status, wrong.Code));
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Authorization", $"Bearer {Key}"))).Status);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/health/live")).Status);
    }

    [Fact]
    public async Task The_contract_wants_a_key_where_the_service_does()
    {
        await using var advisor = await StartAsync();
        Assert.Equal(401, (await advisor.SendAsync(HttpMethod.Get, "/openapi.json")).Status);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/openapi.json", null, ("X-Api-Key", Key))).Status);
    }

    [Fact]
    public async Task A_wrong_key_is_refused_even_where_anonymous_callers_are_let_in()
    {
        await using var advisor = await Advisor.StartAsync();
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings")).Status);
        Assert.Equal(401, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", "x"))).Status);
    }

    [Fact]
    public async Task A_key_opens_only_its_scopes()
    {
        await using var advisor = await StartAsync(("Access:Keys:0:Scopes:0", "audit"));
        var answer = await advisor.PostAsync("/v1/recommendations", "{}", ("X-Api-Key", Key));
        Assert.Equal((403, "scope-missing"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task A_key_may_make_only_so_many_requests_in_a_minute()
    {
        await using var advisor = await StartAsync(("Access:Keys:0:PerMinute", "2"));
        for (var i = 0; i < 2; i++) Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
        var third = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key));
        Assert.Equal((429, "too-many-requests"), (third.Status, third.Code));
        Assert.InRange(third.Reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
    }

    [Fact]
    public async Task A_minute_is_over_when_it_is_over()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Advisor.StartAsync(null, clock, ("Access:Keys:0:Name", "onboarding"), ("Access:Keys:0:Sha256", Hash), ("Access:Keys:0:PerMinute", "1"));
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
        Assert.Equal(429, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
    }

    [Theory]
    [InlineData("jane", "192.0.2.1", "user jane")]
    [InlineData(null, "192.0.2.1", "address 192.0.2.1")]
    [InlineData(null, "::ffff:192.0.2.1", "address 192.0.2.1")]
    [InlineData(null, "2001:db8:1:2:3:4:5:6", "address 20010DB800010002/64")]
    public void The_end_user_is_who_the_holder_of_the_key_says_else_whose_address_is_known(string? said, string address, string user)
    {
        var http = new DefaultHttpContext { Connection = { RemoteIpAddress = IPAddress.Parse(address) } };
        if (said is not null) http.Request.Headers[Caller.EndUserHeader] = said;
        Assert.Equal(user, Caller.Holding(new ApiKey("onboarding", default, [], null), http).EndUser);
    }

    [Fact]
    public async Task Once_there_are_keys_loopback_callers_need_one_too()
    {
        await using var advisor = await Advisor.StartAsync(settings: [("Access:Keys:0:Name", "onboarding"), ("Access:Keys:0:Sha256", Hash)]);
        Assert.Equal(401, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings")).Status);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key))).Status);
    }

    [Theory]
    [InlineData(null, "", true)]
    [InlineData(null, "http://127.0.0.1:5080;https://[::1]:0", true)]
    [InlineData(null, "http://localhost:5080", true)]
    [InlineData(null, "http://127.0.0.1:5080;http://192.0.2.1:80", false)]
    [InlineData(null, "http://unix:/run/advisor.sock", false)]
    [InlineData("http_ports", "80", false)]
    [InlineData("Kestrel:Endpoints:All:Url", "http://*:80", false)]
    public void Anonymous_callers_are_let_in_by_default_only_where_all_addresses_are_loopback(string? key, string value, bool allowed)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new(key ?? "urls", value)]).Build();
        Assert.Equal(allowed, AnonymousAccess.From(configuration, new AccessOptions(null, [])).Allowed);
        Assert.False(AnonymousAccess.From(configuration, new AccessOptions(null, [new ApiKey("x", default, [], null)])).Allowed);
    }

    [Theory]
    [InlineData("attacker.example:5080", 421)]
    [InlineData("192.0.2.1", 421)]
    [InlineData("127.0.0.1.attacker.example", 421)]
    [InlineData("LOCALHOST:1", 200)]
    [InlineData("127.0.0.1", 200)]
    [InlineData("[::1]:5080", 200)]
    public async Task Anonymous_callers_must_call_us_by_our_name(string host, int status)
    {
        await using var advisor = await Advisor.StartAsync();
        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("Host", host));
        Assert.Equal(status, answer.Status);
        if (status == 421) Assert.Equal("host-not-allowed", answer.Code);
    }

    [Fact]
    public async Task With_a_key_every_host_is_answered()
    {
        await using var advisor = await StartAsync();
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, "/v1/findings", null, ("X-Api-Key", Key), ("Host", "advice.example"))).Status);
    }

    private static Task<Advisor> StartAsync(params (string, string?)[] settings) => Advisor.StartAsync(
        settings: [("Access:AllowAnonymous", "false"), ("Access:Keys:0:Name", "onboarding"), ("Access:Keys:0:Sha256", Hash), .. settings]);
}
