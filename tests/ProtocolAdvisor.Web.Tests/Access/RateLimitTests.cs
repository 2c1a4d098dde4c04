using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>The holder of a key sees what is left of its minute before it is used up.</summary>
public sealed class RateLimitTests
{
    [Fact]
    public async Task Every_counted_answer_says_what_is_left_whatever_it_says_else()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await KeyedAdvisor.StartAsync(["one", "two"], clock: clock, settings: ("Access:Keys:0:PerMinute", "3"));
        Assert.Equal(("\"key\";q=3;w=60", "\"key\";r=2;t=60"), Told(await GetAsync(advisor, "/v1/findings")));
        clock.Advance(TimeSpan.FromSeconds(20.5));
        Assert.Equal(("\"key\";q=3;w=60", "\"key\";r=1;t=40"), Told(await GetAsync(advisor, "/v1/assessments/none")));
        Assert.Equal(("\"key\";q=3;w=60", "\"key\";r=0;t=40"), Told(await GetAsync(advisor, "/v1/findings")));
        var beyond = await GetAsync(advisor, "/v1/findings");
        Assert.Equal((429, "\"key\";r=0;t=40", 40), (beyond.Status, Told(beyond).Limit, beyond.Reply.Headers.RetryAfter!.Delta!.Value.TotalSeconds));
        clock.Advance(TimeSpan.FromSeconds(39.5));
        Assert.Equal("\"key\";r=2;t=60", Told(await GetAsync(advisor, "/v1/findings")).Limit);
    }

    [Fact]
    public async Task Whoever_is_not_counted_is_told_nothing()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one", "two"], settings: ("Access:Keys:0:PerMinute", "3"));
        Assert.Equal((null, null), Told(await GetAsync(advisor, "/v1/findings", "two")));
        Assert.Equal((null, null), Told(await GetAsync(advisor, "/v1/findings", "unknown")));
    }

    [Fact]
    public async Task Our_own_fault_has_the_requests_name_and_its_rate_too()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one"], settings: ("Access:Keys:0:PerMinute", "3"));
        await using (var database = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(advisor.Folder, "advisor.db")};Pooling=False"))
        {
            await database.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = database.CreateCommand();
            command.CommandText = "DROP TABLE Reports";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        var answer = await GetAsync(advisor, "/v1/assessments/none");
        Assert.Equal((500, "\"key\";r=2;t=60"), (answer.Status, Told(answer).Limit));
        Assert.Single(answer.Reply.Headers.GetValues("X-Request-Id"));
    }

    private static Task<Answer> GetAsync(Advisor advisor, string path, string key = "one") => advisor.SendAsync(HttpMethod.Get, path, null, KeyedAdvisor.As(key));

    private static (string? Policy, string? Limit) Told(Answer answer) => (One(answer, "RateLimit-Policy"), One(answer, "RateLimit"));

    private static string? One(Answer answer, string header) => answer.Reply.Headers.TryGetValues(header, out var values) ? values.Single() : null;
}
