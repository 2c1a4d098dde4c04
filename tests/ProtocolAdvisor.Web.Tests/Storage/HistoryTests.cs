using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>What lists say of reports is written with them, found by what it says, and goes with them.</summary>
public abstract class HistoryTests : StorageTests
{
    private static readonly DateTimeOffset Start = DateTimeOffset.UtcNow.AddHours(-1);

    private static readonly (string Query, string Found)[] ByWhatTheySay =
    [
        ("state=toMend", "quota"), ("state=doesNotWork", "refused"), ("state=doesNotWork&protocol=none", "refused"), ("state=works", ""),
        ("finding=account-not-connected", "refused"), ("finding=quota-nearly-full", "quota"), ("finding=quota-nearly-full&state=doesNotWork", ""),
        ("account=q***@one.example", "quota"), ("account=quentin@one.example", "quota"), ("account=Q***@one.example", "quota"), ("account=quentin@two.example", ""),
        ("domain=one.exa", "quota"), ("domain=NE.EX", "quota"), ("domain=o.", "refused"), ("domain=example", "quota,refused"),
    ];

    private static readonly (string Query, string Found)[] Rare =
    [
        ("domain=rare", "0,1"), ("domain=.rare.", "0,1"), ("domain=%22rare%25", ""), ("domain=ra_e", ""), ("domain=%00are", ""),
        ("finding=cert-expired", "0"), ("account=r***@very.rare.example", "1"), ("state=couldNotFindOut", "1"),
    ];

    [Fact]
    public async Task Reports_are_found_by_what_they_say()
    {
        await using var advisor = await Database.StartAsync();
        await KeepAsync(advisor, "quota", "quota-nearly-full", new SubjectReport("q***@one.example", "one.example"));
        await KeepAsync(advisor, "refused", "mailbox-refused-behind-the-sign-in", new SubjectReport(null, "two.example"));
        foreach (var (query, found) in ByWhatTheySay) Assert.Equal($"{query}: {found}", $"{query}: {await FoundAsync(advisor, query)}");
    }

    [Fact]
    public async Task What_is_rare_is_found_however_old_it_is()
    {
        await using var advisor = await Database.StartAsync();
        await using (var database = advisor.Services.GetRequiredService<DatabaseMake>().CreateDbContext())
        {
            database.ReportRows.AddRange(Enumerable.Range(0, 2100).Select(Row));
            await database.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        foreach (var (query, found) in Rare) Assert.Equal($"{query}: {found}", $"{query}: {await FoundAsync(advisor, query)}");
    }

    // As a version before kept them: with no row, and with one that other rules have judged.
    [Fact]
    public async Task Reports_of_another_version_are_judged_for_the_lists_and_keep_their_notes()
    {
        await using (var before = await Database.StartAsync())
        {
            await KeepAsync(before, "quota", "quota-nearly-full", new SubjectReport(null, "one.example"));
            await KeepAsync(before, "refused", "mailbox-refused-behind-the-sign-in", new SubjectReport(null, "two.example"));
        }

        await Database.RunAsync("DELETE FROM \"ReportRows\" WHERE \"Domain\" = 'one.example'");
        await Database.RunAsync("UPDATE \"ReportRows\" SET \"Rules\" = 'others', \"State\" = 'works', \"Note\" = 'ticket 4711'");
        await using var after = await Database.StartAsync();
        await after.Log.ContainsAsync("2 reports of another version were judged");
        var rows = (await after.SendAsync(HttpMethod.Get, "/v1/assessments")).Json["items"]!.AsArray();
        Assert.Equal(["doesNotWork ticket 4711", "toMend "], rows.Select(x => $"{x!["state"]} {x["note"]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_note_is_its_owners_and_the_history_finds_it()
    {
        await using var advisor = await Database.StartAsync();
        await KeepAsync(advisor, "quota", "quota-nearly-full", new SubjectReport("q***@one.example", "one.example"));
        var written = await NoteAsync(advisor, """{"text":"Ticket <b>Ü 4711</b>"}""");
        Assert.Equal((200, "Ticket <b>Ü 4711</b>"), (written.Status, (string?)written.Json["text"]));
        Assert.Equal("Ticket <b>Ü 4711</b>", (string?)(await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/quota/note")).Json["text"]);
        foreach (var text in new[] { "Ü+47", "ü%204711", "one.ex", "T" })
        {
            var page = await advisor.SendAsync(HttpMethod.Get, $"/history?q={text}", null, ("Accept", "text/html"));
            Assert.Contains("/reports/quota", page.Text, StringComparison.Ordinal);
            Assert.Contains("Ticket &lt;b&gt;&#xDC; 4711&lt;/b&gt;", page.Text, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("/reports/quota", (await advisor.SendAsync(HttpMethod.Get, "/history?q=4712", null, ("Accept", "text/html"))).Text, StringComparison.Ordinal);
        Assert.Equal("$.text note-length", Assert.Single((await NoteAsync(advisor, $$"""{"text":"{{new string('x', 201)}}"}""")).Errors));
        Assert.Equal("$.text note-character", Assert.Single((await NoteAsync(advisor, """{"text":"two\nlines"}""")).Errors));
        Assert.Equal(200, (await NoteAsync(advisor, "{}")).Status);
        Assert.Null((string?)(await advisor.SendAsync(HttpMethod.Get, "/v1/assessments/quota/note")).Json["text"]);
        Assert.DoesNotContain("/reports/quota", (await advisor.SendAsync(HttpMethod.Get, "/history?q=4711", null, ("Accept", "text/html"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_typed_into_the_search_is_masked_before_it_stands_in_an_address()
    {
        await using var advisor = await Database.StartAsync();
        foreach (var (typed, leads) in new[] { ("Quentin@one.example", "account=Q%2A%2A%2A%40one.example"), ("quentin@", ""), ("One.Ex", "q=one.ex") })
        {
            using var form = new FormUrlEncodedContent([new("q", typed), new("state", "toMend")]);
            var answer = await advisor.SendAsync(HttpMethod.Post, "/history", form);
            Assert.Equal($"/history?{leads}{(leads.Length > 0 ? "&" : "")}state=toMend", answer.Reply.RequestMessage!.RequestUri!.PathAndQuery);
        }
    }

    [Fact]
    public async Task The_run_before_is_the_last_one_of_the_same_account()
    {
        await using var advisor = await Database.StartAsync();
        foreach (var (id, email, minutes) in new[] { ("a", "q***@one.example", 1), ("b", "r***@one.example", 2), ("c", "q***@one.example", 3), ("d", "q***@one.example", 4) })
            await KeepAsync(advisor, id, "quota-nearly-full", new SubjectReport(email, "one.example"), minutes);
        var history = advisor.Services.GetRequiredService<ReportHistory>();
        foreach (var (id, before) in new[] { ("a", null), ("b", null), ("c", "a"), ("d", "c") })
            Assert.Equal(before, (await history.BeforeAsync(new HistoryWish(null, true), id, TestContext.Current.CancellationToken))?.Id);
        Assert.Contains("/compare?id=c&amp;id=d", (await advisor.SendAsync(HttpMethod.Get, "/reports/d", null, ("Accept", "text/html"))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_lists_say_goes_with_the_report()
    {
        await using var advisor = await Database.StartAsync();
        await KeepAsync(advisor, "quota", "quota-nearly-full", new SubjectReport(null, "one.example"));
        Assert.NotEqual(0L, await Database.RunAsync("SELECT COUNT(*) FROM \"RowFindings\""));
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, "/v1/assessments/quota")).Status);
        foreach (var table in new[] { "Reports", "ReportRows", "RowFindings" }) Assert.Equal(0L, await Database.RunAsync($"SELECT COUNT(*) FROM \"{table}\""));
        Assert.Empty((await advisor.SendAsync(HttpMethod.Get, "/v1/assessments?domain=one")).Json["items"]!.AsArray());
    }

    // The oldest two are the rare ones.
    private static ReportRow Row(int number) => new()
    {
        Id = $"{number}",
        Owner = null,
        CreatedAt = Start.AddMilliseconds(number).ToUnixTimeMilliseconds(),
        ExpiresAt = Start.AddDays(1).ToUnixTimeMilliseconds(),
        Account = number == 1 ? "r***@very.rare.example" : null,
        Domain = number < 2 ? "very.rare.example" : "usual.example",
        Server = null,
        State = number == 1 ? "couldNotFindOut" : "works",
        Headline = "UseImap",
        Protocol = "imap",
        Blocking = 0,
        Leading = "",
        Rules = "",
        Searched = number < 2 ? "very.rare.example" : "usual.example",
        Findings = number == 0 ? [new RowFinding { Code = "cert-expired" }] : [],
    };

    private static async Task<string> FoundAsync(Advisor advisor, string query)
    {
        var rows = (await advisor.SendAsync(HttpMethod.Get, $"/v1/assessments?{query}")).Json["items"]!.AsArray();
        return string.Join(',', rows.Select(x => (string)x!["id"]!).Order(StringComparer.Ordinal));
    }

    private static async Task<Answer> NoteAsync(Advisor advisor, string json)
    {
        using var body = new StringContent(json, System.Text.Encoding.UTF8, "application/json");
        return await advisor.SendAsync(HttpMethod.Put, "/v1/assessments/quota/note", body);
    }

    private static Task KeepAsync(Advisor advisor, string id, string name, SubjectReport subject, int minutes = 0)
    {
        var run = GoldenRuns.Read(name);
        run = run with { Facts = run.Facts with { StartedAt = Start.AddMinutes(minutes) }, Heading = run.Heading with { Id = id, Subject = subject, Retention = TimeSpan.FromDays(1) } };
        return advisor.Services.GetRequiredService<ReportArchive>().StoreAsync(run, null, TestContext.Current.CancellationToken);
    }
}

public sealed class SqliteHistoryTests : HistoryTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    // The database's own index is told of everything that lists are told of, and nothing else.
    [Fact]
    public async Task The_index_is_whole_after_notes_and_removals()
    {
        await using var advisor = await Database.StartAsync();
        var store = advisor.Services.GetRequiredService<ReportArchive>();
        var runs = Enumerable.Range(0, 3).Select(_ => StoredReports.Run()).ToList();
        foreach (var run in runs) await store.StoreAsync(run, null, TestContext.Current.CancellationToken);
        await Database.RunAsync("UPDATE \"ReportRows\" SET \"Searched\" = 'changed.example' WHERE \"Number\" = 2");
        await advisor.SendAsync(HttpMethod.Delete, $"/v1/assessments/{runs[0].Heading.Id}");
        await Database.RunAsync("INSERT INTO \"SearchedRows\"(\"SearchedRows\", rank) VALUES('integrity-check', 1)");
    }
}

public sealed class PostgreSqlHistoryTests(SharedPostgres postgres) : HistoryTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();

    [Fact]
    public async Task The_search_has_an_index()
    {
        await using var advisor = await Database.StartAsync();
        Assert.Equal(1L, await Database.RunAsync("SELECT COUNT(*) FROM pg_indexes WHERE indexname = 'IX_ReportRows_Searched'"));
    }
}
