using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>A report is removed by the key that made it, or by one that administers, and by nobody else who knows its id.</summary>
public sealed class OwnershipTests
{
    private static readonly string[] Keys = ["one", "two", "admin", "chief"];

    [Theory]
    [InlineData("one", 204)]
    [InlineData("admin", 204)]
    [InlineData("chief", 204)]
    [InlineData("two", 403)]
    public async Task A_report_is_removed_by_its_own_key_or_one_that_administers(string by, int status)
    {
        await using var advisor = await KeyedAdvisor.StartAsync(Keys);
        var path = await AssessAsync(advisor, KeyedAdvisor.As("one"));
        var answer = await advisor.SendAsync(HttpMethod.Delete, path, null, KeyedAdvisor.As(by));
        Assert.Equal(status, answer.Status);
        if (status == 403) Assert.Equal("report-of-another-key", answer.Code);
        Assert.Equal(status == 403 ? 200 : 404, (await advisor.SendAsync(HttpMethod.Get, path, null, KeyedAdvisor.As("two"))).Status);
    }

    [Theory]
    [InlineData("one", 200)]
    [InlineData("admin", 200)]
    [InlineData("two", 403)]
    public async Task Its_note_is_seen_and_written_by_the_same(string by, int status)
    {
        await using var advisor = await KeyedAdvisor.StartAsync(Keys);
        var path = await AssessAsync(advisor, KeyedAdvisor.As("one"));
        using var body = new StringContent("""{"text":"Ticket 4711"}""", System.Text.Encoding.UTF8, "application/json");
        Assert.Equal(status, (await advisor.SendAsync(HttpMethod.Put, $"{path}/note", body, KeyedAdvisor.As(by))).Status);
        Assert.Equal(status, (await advisor.SendAsync(HttpMethod.Get, $"{path}/note", null, KeyedAdvisor.As(by))).Status);
        var page = await advisor.SendAsync(HttpMethod.Get, $"/reports/{path.Split('/')[^1]}", null, KeyedAdvisor.As(by), ("Accept", "text/html"));
        foreach (var offered in new[] { "Ticket 4711", "/delete\"", "href=\"#delete\"" }) Assert.Equal(status == 200, page.Text.Contains(offered, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_page_refuses_the_same()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(Keys);
        var id = (await AssessAsync(advisor, KeyedAdvisor.As("one"))).Split('/')[^1];
        var page = await advisor.SendAsync(HttpMethod.Post, $"/reports/{id}/delete", null, KeyedAdvisor.As("two"), ("Accept", "text/html"));
        Assert.Equal((403, "text/html"), (page.Status, page.MediaType));
        Assert.Contains("It was made with another key, and only that key may remove it.", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, $"/v1/assessments/{id}", null, KeyedAdvisor.As("two"))).Status);
    }

    [Fact]
    public async Task Without_keys_whoever_knows_the_id_removes_it()
    {
        await using var advisor = await Advisor.StartAsync();
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, await AssessAsync(advisor))).Status);
    }

    [Fact]
    public async Task Beside_keys_whoever_needs_none_removes_only_what_was_made_without_one()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(Keys, settings: ("Access:AllowAnonymous", "true"));
        var (keyed, free) = (await AssessAsync(advisor, KeyedAdvisor.As("one")), await AssessAsync(advisor));
        Assert.Equal(403, (await advisor.SendAsync(HttpMethod.Delete, keyed)).Status);
        Assert.Equal(403, (await advisor.SendAsync(HttpMethod.Delete, free, null, KeyedAdvisor.As("one"))).Status);
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, free)).Status);
    }

    // The migration to owners marked what was there before it with an empty one.
    [Theory]
    [InlineData("one", 403)]
    [InlineData("admin", 204)]
    public async Task A_report_of_a_version_that_knew_no_owners_is_left_to_those_who_administer(string by, int status)
    {
        await using var advisor = await KeyedAdvisor.StartAsync(Keys);
        var path = await AssessAsync(advisor, KeyedAdvisor.As("one"));
        await using (var database = await advisor.Services.GetRequiredService<IDbContextFactory<AdvisorDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken))
            await database.Reports.ExecuteUpdateAsync(x => x.SetProperty(y => y.Owner, ""), TestContext.Current.CancellationToken);
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, path, null, KeyedAdvisor.As("one"))).Status);
        Assert.Equal(status, (await advisor.SendAsync(HttpMethod.Delete, path, null, KeyedAdvisor.As(by))).Status);
    }

    private static async Task<string> AssessAsync(Advisor advisor, params (string, string)[] headers) =>
        (await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer, headers)).Reply.Headers.Location!.ToString();
}
