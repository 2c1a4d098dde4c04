using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Contract;

public sealed class RequestIdTests(SharedAdvisor shared) : IClassFixture<SharedAdvisor>
{
    [Theory]
    [InlineData("/health/live", 200)]
    [InlineData("/v1/assessments/none", 404)]
    [InlineData("/nowhere", 404)]
    [InlineData("/", 200)]
    public async Task Every_answer_carries_the_callers_own_id(string path, int status)
    {
        var answer = await shared.Advisor.SendAsync(HttpMethod.Get, path, null, ("X-Request-Id", "wizard-4711.a_b~C"));
        Assert.Equal((status, "wizard-4711.a_b~C"), (answer.Status, IdOf(answer)));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("jane@example.com")]
    [InlineData("two words")]
    [InlineData("<script>")]
    public async Task Where_the_caller_brings_none_that_can_be_repeated_the_request_gets_one(string? brought)
    {
        (string, string)[] headers = brought is null ? [] : [("X-Request-Id", brought)];
        var (one, other) = (IdOf(await shared.Advisor.SendAsync(HttpMethod.Get, "/health/live", null, headers)), IdOf(await shared.Advisor.SendAsync(HttpMethod.Get, "/health/live", null, headers)));
        Assert.Matches("^[0-9a-f]{32}$", one);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task An_id_without_end_is_not_repeated() =>
        Assert.Equal(32, IdOf(await shared.Advisor.SendAsync(HttpMethod.Get, "/health/live", null, ("X-Request-Id", new string('x', 129)))).Length);

    private static string IdOf(Answer answer) => answer.Reply.Headers.GetValues("X-Request-Id").Single();
}
