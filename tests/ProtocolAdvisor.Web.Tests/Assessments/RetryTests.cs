using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Assessments;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Tests.Access;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

/// <summary>A request that is made again under its name is answered again, and nobody is signed in twice.</summary>
public sealed class RetryTests : IAsyncLifetime
{
    private readonly TestCertificates _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-retries").FullName;
    private ScriptedMailServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(Root, _authority.RootPem);
        _server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _authority.Good("127.0.0.1"), Password = "Xylophon-4711" });
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _authority.Dispose();
        Directory.Delete(_folder, true);
    }

    private string Root => Path.Combine(_folder, "root.pem");

    private int SignIns => _server.Connections.SelectMany(x => x.Received).Count(x => x.Text.Contains(" AUTHENTICATE ", StringComparison.Ordinal) || x.Text.Contains(" LOGIN ", StringComparison.Ordinal));

    [Fact]
    public async Task The_same_request_has_the_same_report_in_the_language_asked_for_and_signs_in_once()
    {
        await using var advisor = await StartAsync();
        var first = await SendAsync(advisor, Body());
        Assert.Equal((201, false, 1), (first.Status, Replayed(first), SignIns));
        var dials = _server.Connections.Count;
        var again = await SendAsync(advisor, Body().Replace(":", " : ", StringComparison.Ordinal).Replace("127.0.0.1 : ", "127.0.0.1:", StringComparison.Ordinal));
        Assert.Equal((201, true, first.Text), (again.Status, Replayed(again), again.Text));
        Assert.Equal(first.Reply.Headers.Location, again.Reply.Headers.Location);
        var german = await SendAsync(advisor, Body(), "wish", ("Accept-Language", "de"));
        Assert.Equal(("de", (string?)first.Json["id"]), (german.Reply.Content.Headers.ContentLanguage.Single(), (string?)german.Json["id"]));
        Assert.Equal((1, dials), (SignIns, _server.Connections.Count));
    }

    [Fact]
    public async Task A_stream_is_told_again_by_its_end_and_the_name_holds_for_both()
    {
        await using var advisor = await StartAsync();
        var first = await advisor.PostAsync("/v1/assessments/stream", Body(), ("Idempotency-Key", "wish"));
        var again = await advisor.PostAsync("/v1/assessments/stream", Body(), ("Idempotency-Key", "\"wish\""));
        Assert.Equal((200, "text/event-stream", true), (again.Status, again.MediaType, Replayed(again)));
        Assert.Equal(["recommendation", "stored", "report"], again.Text.Split('\n').Where(x => x.StartsWith("event: ", StringComparison.Ordinal)).Select(x => x[7..]));
        Assert.Equal(Last(first), Last(again));
        Assert.Contains((string)(await SendAsync(advisor, Body())).Json["id"]!, Last(first), StringComparison.Ordinal);
        Assert.Equal(1, SignIns);
    }

    [Theory]
    [InlineData("Xylophon-4712", "jane@example.com")]
    [InlineData("Xylophon-4711", "joan@example.com")]
    public async Task Another_request_under_the_name_is_refused_another_password_included(string password, string email)
    {
        await using var advisor = await StartAsync();
        await SendAsync(advisor, Body());
        var other = await SendAsync(advisor, Body(password, email));
        Assert.Equal((422, "idempotency-key-reused"), (other.Status, other.Code));
        Assert.Equal(201, (await SendAsync(advisor, Body(password, email), "another-wish")).Status);
    }

    [Fact]
    public async Task Whoever_asks_while_the_first_runs_waits_for_its_answer()
    {
        await using var advisor = await StartAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(advisor, Body())));
        Assert.Single(answers.Select(x => (x.Status, x.Text)).Distinct());
        Assert.Equal((7, 1), (answers.Count(Replayed), SignIns));
    }

    [Fact]
    public async Task Another_request_is_refused_while_the_first_runs_and_a_broken_off_one_frees_the_name()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        await using var advisor = await StartAsync();
        using var client = advisor.CreateClient();
        using var leaving = new CancellationTokenSource();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/assessments") { Content = new StringContent(Requests.OfEndpoint(silent.Port), Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", "wish");
        var first = client.SendAsync(request, leaving.Token);
        await silent.NextConnectionAsync(TestContext.Current.CancellationToken);
        Assert.Equal("idempotency-key-reused", (await SendAsync(advisor, Body())).Code);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        var next = await SendAsync(advisor, Body());
        while (next.Status == 422) next = await SendAsync(advisor, Body());
        Assert.Equal((201, false), (next.Status, Replayed(next)));
    }

    [Fact]
    public async Task A_refusal_uses_up_no_name()
    {
        await using var advisor = await StartAsync(("Targets:AllowedPorts:0", "993"));
        Assert.Equal(400, (await SendAsync(advisor, "{}")).Status);
        Assert.Equal("target-not-allowed", (await SendAsync(advisor, Body())).Code);
        Assert.Equal("target-not-allowed", (await SendAsync(advisor, Requests.OfDeadServer)).Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("\"")]
    [InlineData("\"open")]
    [InlineData("a\tb")]
    [InlineData(null)]
    public async Task What_is_no_name_is_refused(string? name)
    {
        await using var advisor = await StartAsync();
        var answer = await SendAsync(advisor, Requests.OfDeadServer, name ?? new string('x', IdempotencyKey.Longest + 1));
        Assert.Equal(400, answer.Status);
        if (answer.Text.Length > 0) Assert.Contains(answer.Code, new[] { "idempotency-key-invalid", "bad-request" });
    }

    [Fact]
    public async Task A_name_is_its_callers_own_and_holds_for_a_day_and_as_long_as_the_report()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await KeyedAdvisor.StartAsync(["one", "two"], _folder, clock);
        async Task<Answer> AskAsync(string key) => await SendAsync(advisor, Requests.OfDeadServer, "wish", KeyedAdvisor.As(key));
        var (ofOne, ofTwo) = (await AskAsync("one"), await AskAsync("two"));
        Assert.NotEqual((string?)ofOne.Json["id"], (string?)ofTwo.Json["id"]);
        Assert.True(Replayed(await AskAsync("one")));
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, ofOne.Reply.Headers.Location!.ToString(), null, KeyedAdvisor.As("one"))).Status);
        Assert.False(Replayed(await AskAsync("one")));
        clock.Advance(RetryLedger.Lifetime);
        Assert.False(Replayed(await AskAsync("two")));
    }

    [Fact]
    public async Task It_survives_a_restart_and_what_is_stored_checks_no_password()
    {
        Answer first;
        await using (var before = await StartAsync()) first = await SendAsync(before, Body());
        await using var after = await StartAsync();
        var again = await SendAsync(after, Body());
        Assert.Equal((201, true, first.Text), (again.Status, Replayed(again), again.Text));
        Assert.Equal(1, SignIns);

        // Which password the first had is known to nobody any more: whoever comes with another takes the name from nobody.
        foreach (var password in new[] { "Xylophon-4712", "Xylophon-4711" }) Assert.True(Replayed(await SendAsync(after, Body(password))));
        Assert.Equal("idempotency-key-reused", (await SendAsync(after, Body(email: "joan@example.com"))).Code);

        // The one thing that the database could tell of the secret would be a difference that it makes: it makes none.
        Assert.Equal(
            RequestMark.Of(Request("one")).WithoutSecret, RequestMark.Of(Request("another")).WithoutSecret);
        Assert.False(RequestMark.Of(Request("one")).Is(RequestMark.Of(Request("another"))));
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "SELECT IdempotencyKey || ' ' || hex(IdempotencyBody) FROM Reports";
        var stored = (string)(await command.ExecuteScalarAsync(TestContext.Current.CancellationToken))!;
        Assert.DoesNotContain("wish", stored, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToHexString(RequestMark.Of(Request("Xylophon-4711")).WithoutSecret), stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_could_not_be_stored_is_answered_again_all_the_same()
    {
        await using var advisor = await StartAsync();
        await using var database = new SqliteConnection($"Data Source={Path.Combine(_folder, "advisor.db")};Pooling=False");
        await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = database.CreateCommand();
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        var first = await SendAsync(advisor, Body());
        var again = await SendAsync(advisor, Body());
        Assert.Equal((201, null, true, first.Text), (again.Status, again.Reply.Headers.Location, Replayed(again), again.Text));
        Assert.Equal(1, SignIns);
    }

    [Fact]
    public async Task A_name_keeps_nobody_from_an_answer_while_the_database_cannot_be_read()
    {
        await using var advisor = await StartAsync();
        Assert.Equal(201, (await SendAsync(advisor, Body())).Status);
        await File.WriteAllTextAsync(Path.Combine(_folder, "advisor.db"), new string('x', 16384), TestContext.Current.CancellationToken);
        var unlinked = await SendAsync(advisor, Body(), "another");
        Assert.Equal((201, null, false), (unlinked.Status, unlinked.Reply.Headers.Location, Replayed(unlinked)));
        Assert.True(Replayed(await SendAsync(advisor, Body(), "another")));
        var known = await SendAsync(advisor, Body());
        Assert.Equal((503, "storage-unavailable"), (known.Status, known.Code));
    }

    // No key of seals can be written into a folder of processes.
    [Fact]
    public async Task A_seal_that_cannot_be_made_is_the_storages_fault_and_keeps_nobody_from_an_answer()
    {
        if (!OperatingSystem.IsLinux()) return;
        await using var advisor = await StartAsync();
        var keys = Path.Combine(_folder, "advisor.db.keys");
        Directory.Delete(keys, true);
        Directory.CreateSymbolicLink(keys, "/proc/self/task");
        var first = await SendAsync(advisor, Body());
        Assert.Equal((201, false), (first.Status, Replayed(first)));
        Assert.True(Replayed(await SendAsync(advisor, Body())));
        var invite = await advisor.PostAsync("/v1/invites", """{"email":"jane@example.com"}""");
        Assert.Equal((503, "storage-unavailable"), (invite.Status, invite.Code));
        await advisor.Log.ContainsAsync("The keys of seals cannot be used: ");
        File.Delete(keys);
    }

    private static AssessmentRequest Request(string password) =>
        Wire.JsonBody<AssessmentRequest>.Of(Encoding.UTF8.GetBytes($$$"""{"email":"jane@example.com","credentials":{"password":"{{{password}}}"}}""")).Value;

    private string Body(string password = "Xylophon-4711", string email = "jane@example.com") =>
        $$$"""{"email":"{{{email}}}","server":{"endpoints":[{"protocol":"imap","host":"127.0.0.1","port":{{{_server.Port}}},"security":"implicitTls"}]},"credentials":{"username":"jane","password":"{{{password}}}"}}""";

    private Task<Advisor> StartAsync(params (string, string?)[] settings) => Advisor.StartAsync(_folder, null, [("Tls:TrustedRoots:0", Root), .. settings]);

    private static Task<Answer> SendAsync(Advisor advisor, string body, string name = "wish", params (string, string)[] headers) =>
        advisor.PostAsync("/v1/assessments", body, [("Idempotency-Key", name), .. headers]);

    private static bool Replayed(Answer answer) => answer.Reply.Headers.TryGetValues("Idempotency-Replayed", out var values) && values.Single() == "true";

    private static string Last(Answer stream) => stream.Text.Split('\n').Last(x => x.StartsWith("data: ", StringComparison.Ordinal));
}
