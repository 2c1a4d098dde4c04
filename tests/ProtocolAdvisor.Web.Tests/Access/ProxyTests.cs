using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>Behind a proxy that ends TLS: what it says of a request is believed where it is ours, and only there.</summary>
public sealed class ProxyTests
{
    private const string Key = "correct-horse-battery-staple";
    private static readonly string Hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));

    [Theory]
    [InlineData(true, 303, true)]
    [InlineData(false, 403, false)]
    public async Task A_form_of_our_own_page_is_taken_and_the_cookie_is_for_https_only(bool known, int status, bool secure)
    {
        await using var advisor = await StartAsync(known);
        var answer = await SignInAsync(advisor, ("Origin", "https://advice.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "advice.example"));
        Assert.Equal(status, answer.Status);
        var cookie = answer.Reply.Headers.TryGetValues("Set-Cookie", out var cookies) ? string.Join('\n', cookies) : "";
        Assert.Equal(secure, cookie.Contains("; secure", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_form_of_another_site_is_refused_behind_a_proxy_too()
    {
        await using var advisor = await StartAsync(true);
        Assert.Equal(403, (await SignInAsync(advisor, ("Origin", "https://attacker.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "advice.example"))).Status);
        Assert.Equal(403, (await SignInAsync(advisor, ("Origin", "http://advice.example"), ("X-Forwarded-Proto", "https"), ("X-Forwarded-Host", "advice.example"))).Status);
    }

    private static async Task<Answer> SignInAsync(Advisor advisor, params (string, string)[] headers)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
        using var origin = advisor.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(origin.BaseAddress!, "/sign-in"));
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("key", Key), KeyValuePair.Create("back", "/")]);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(reply, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static Task<Advisor> StartAsync(bool known) => Advisor.StartAsync(settings:
        [("Access:Keys:0:Name", "desk"), ("Access:Keys:0:Sha256", Hash), ("Access:Proxies:0", known ? "127.0.0.0/8" : "192.0.2.0/24")]);
}
