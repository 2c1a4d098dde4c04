using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

/// <summary>A caller finds its reports again, newest first, page by page.</summary>
public sealed class ListTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddHours(-1);

    [Fact]
    public async Task Pages_follow_each_other_whatever_comes_and_goes_meanwhile()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one", "two"]);
        List<string> ids = [];
        for (var i = 0; i < 5; i++) ids.Insert(0, await StoreAsync(advisor, "one", Start.AddMinutes(i / 2))); // two of one instant
        await StoreAsync(advisor, "two", Start);
        var first = await ListAsync(advisor, "?limit=2");
        Assert.Equal(2, Ids(first).Count);
        await StoreAsync(advisor, "one", Start.AddMinutes(30));
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, $"/v1/assessments/{Ids(first)[1]}", null, KeyedAdvisor.As("one"))).Status);
        var second = await ListAsync(advisor, $"?limit=2&cursor={first.Json["next"]}");
        var third = await ListAsync(advisor, $"?limit=2&cursor={second.Json["next"]}");
        Assert.Equal(ids.Order(StringComparer.Ordinal), Ids(first).Concat(Ids(second)).Concat(Ids(third)).Order(StringComparer.Ordinal));
        Assert.Null(third.Json["next"]);
        Assert.Equal(6 - 1, Ids(await ListAsync(advisor, "")).Count);
    }

    [Theory]
    [InlineData("one", 1)]
    [InlineData("two", 0)]
    [InlineData("admin", 2)]
    [InlineData("chief", 2)]
    public async Task A_key_sees_its_own_and_an_admin_all(string key, int count)
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one", "two", "admin", "chief"]);
        await StoreAsync(advisor, "one", Start);
        await StoreAsync(advisor, null, Start);
        Assert.Equal(count, Ids(await ListAsync(advisor, "", key)).Count);
        Assert.Equal(401, (await advisor.SendAsync(HttpMethod.Get, "/v1/assessments")).Status);
    }

    [Fact]
    public async Task Without_keys_all_are_listed_and_a_row_says_what_the_report_does()
    {
        await using var advisor = await Advisor.StartAsync();
        var report = await advisor.PostAsync("/v1/assessments", Requests.OfDeadServer);
        await StoreAsync(advisor, "a key that there was", Start);
        var answer = await advisor.SendAsync(HttpMethod.Get, "/v1/assessments", null, ("Accept-Language", "de"));
        var rows = answer.Json["items"]!.AsArray();
        Assert.Equal((2, "de"), (rows.Count, answer.Reply.Content.Headers.ContentLanguage.Single()));
        var opened = await advisor.SendAsync(HttpMethod.Get, (string)rows[0]!["location"]!, null, ("Accept-Language", "de"));
        foreach (var member in new[] { "id", "createdAt", "expiresAt", "subject" }) Assert.Equal(report.Json[member]!.ToJsonString(), rows[0]![member]!.ToJsonString());
        Assert.Equal(
            ((string?)opened.Json["summary"]!["state"], (string?)opened.Json["summary"]!["headline"], (string?)opened.Json["recommendation"]!["protocol"], "127.0.0.1"),
            ((string?)rows[0]!["state"], (string?)rows[0]!["headline"], (string?)rows[0]!["protocol"], (string?)rows[0]!["server"]));
        Assert.Equal(200, (await advisor.SendAsync(HttpMethod.Get, (string)rows[0]!["page"]!)).Status);
        Assert.DoesNotContain("jane@", answer.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_narrowed_by_domain_and_time()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one"]);
        await StoreAsync(advisor, "one", Start);
        var id = await StoreAsync(advisor, "one", Start.AddMinutes(10), "other.example");
        Assert.Equal([id], Ids(await ListAsync(advisor, "?domain=OTHER")));
        var at = Uri.EscapeDataString(Start.AddMinutes(5).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", null));
        Assert.Equal([id], Ids(await ListAsync(advisor, $"?from={at}")));
        Assert.DoesNotContain(id, Ids(await ListAsync(advisor, $"?before={at}")));
        Assert.Equal(2, Ids(await ListAsync(advisor, "?from=2020-01-01")).Count);
    }

    [Fact]
    public async Task Names_are_found_in_the_letters_in_which_they_are_shown()
    {
        await using var advisor = await KeyedAdvisor.StartAsync(["one"]);
        var id = await StoreAsync(advisor, "one", Start, "xn--bcher-kva.example");
        await StoreAsync(advisor, "one", Start, "other.example");
        foreach (var domain in new[] { "bücher.example", "Bücher", "xn--bcher-kva.example" }) Assert.Equal([id], Ids(await ListAsync(advisor, $"?domain={Uri.EscapeDataString(domain)}")));
        foreach (var text in new[] { "BÜCHER.example", "büch", "xn--bcher" })
        {
            using var form = new FormUrlEncodedContent([new("q", text)]);
            var page = await advisor.SendAsync(HttpMethod.Post, "/history", form, KeyedAdvisor.As("one"), ("Accept", "text/html"));
            Assert.Equal((1, true), (Rows(page), page.Text.Contains($"/reports/{id}", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("limit=0", "?limit limit-out-of-range")]
    [InlineData("limit=101", "?limit limit-out-of-range")]
    [InlineData("limit=many", "?limit limit-out-of-range")]
    [InlineData("cursor=", "?cursor cursor-invalid")]
    [InlineData("cursor=zzz!", "?cursor cursor-invalid")]
    [InlineData("cursor=MTIz", "?cursor cursor-invalid")]
    [InlineData("from=yesterday", "?from instant-invalid")]
    [InlineData("before=2026-13-01&limit=x", "?limit limit-out-of-range;?before instant-invalid")]
    [InlineData("page=2", "?page unknown-parameter")]
    public async Task A_wrong_parameter_is_named(string query, string errors)
    {
        await using var advisor = await Advisor.StartAsync();
        var answer = await advisor.SendAsync(HttpMethod.Get, $"/v1/assessments?{query}");
        Assert.Equal((400, errors), (answer.Status, string.Join(';', answer.Errors)));
    }

    [Fact]
    public async Task The_history_page_goes_on_at_the_same_places()
    {
        await using var advisor = await Advisor.StartAsync();
        for (var i = 0; i < 31; i++) await StoreAsync(advisor, null, Start);
        var page = await advisor.SendAsync(HttpMethod.Get, "/history", null, ("Accept", "text/html"));
        var older = System.Text.RegularExpressions.Regex.Match(page.Text, "/history\\?before=[\\w-]+").Value;
        var rest = await advisor.SendAsync(HttpMethod.Get, older, null, ("Accept", "text/html"));
        Assert.Equal((30, 1), (Rows(page), Rows(rest)));
    }

    private static int Rows(Answer page) => page.Text.Split("type=\"checkbox\"").Length - 1;

    private static async Task<string> StoreAsync(Advisor advisor, string? owner, DateTimeOffset at, string? domain = null)
    {
        var run = StoredReports.Run();
        run = run with
        {
            Facts = run.Facts with { StartedAt = at },
            Heading = run.Heading with { Id = ReportId.New(), Subject = domain is null ? run.Heading.Subject : new SubjectReport(null, domain) },
        };
        await advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(run, owner, TestContext.Current.CancellationToken);
        return run.Heading.Id;
    }

    private static Task<Answer> ListAsync(Advisor advisor, string query, string key = "one") => advisor.SendAsync(HttpMethod.Get, $"/v1/assessments{query}", null, KeyedAdvisor.As(key));

    private static List<string> Ids(Answer list) => [.. list.Json["items"]!.AsArray().Select(x => (string)x!["id"]!)];
}
