using System.Security.Cryptography;
using System.Text;
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

    private static Task<Advisor> StartAsync(params (string, string?)[] settings) => Advisor.StartAsync(
        settings: [("Access:AllowAnonymous", "false"), ("Access:Keys:0:Name", "onboarding"), ("Access:Keys:0:Sha256", Hash), .. settings]);
}
