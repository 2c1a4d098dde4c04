using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

/// <summary>What cannot be an id is nobody's report, on every route and in every form that is asked for: never our fault, and never led on to.</summary>
public sealed class OddIdTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    private static readonly string[] Ids = ["%C3%A4", "%F0%9F%98%80", "%FF", "%ED%A0%80", "a%2Fb", "a%5Cb", "%0D%0ASet-Cookie:x", "a%20b", "%25", "..%2F..", new('a', 33), new('a', 4000)];
    private static readonly string[] Routes = ["/v1/assessments/{0}", "/v1/assessments/{0}/settings/text", "/reports/{0}", "/reports/{0}/text", "/reports/{0}/settings/apple"];

    public static TheoryData<string, string> Asked => [.. from route in Routes from accept in new[] { "application/json", "text/html", "*/*" } select (route, accept)];

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task An_odd_id_is_not_found(string route, string accept)
    {
        foreach (var id in Ids)
        {
            var answer = await shared.Advisor.SendAsync(HttpMethod.Get, route.Replace("{0}", id, StringComparison.Ordinal), null, ("Accept", accept));
            Assert.Equal((404, id), (answer.Status, id));
            Assert.Null(answer.Reply.Headers.Location);
        }
    }

    [Theory]
    [InlineData("DELETE", "/v1/assessments/{0}")]
    [InlineData("POST", "/reports/{0}/delete")]
    public async Task It_cannot_be_removed_either(string method, string route)
    {
        foreach (var id in Ids) Assert.Equal(404, (await shared.Advisor.SendAsync(new HttpMethod(method), route.Replace("{0}", id, StringComparison.Ordinal))).Status);
    }

    [Theory]
    [InlineData("/compare?id=%C3%A4&id=%00", 404)]
    [InlineData("/compare?id=%C3%A4", 200)]
    [InlineData("/history?with=%ED%A0%80%00", 200)]
    public async Task Nor_does_a_query_with_one_do_harm(string path, int status) =>
        Assert.Equal(status, (await shared.Advisor.SendAsync(HttpMethod.Get, path, null, ("Accept", "text/html"))).Status);
}
