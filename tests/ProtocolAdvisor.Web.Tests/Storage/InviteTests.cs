using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Access;
using ProtocolAdvisor.Web.Tests.Hosting;
using ProtocolAdvisor.Web.Tests.Hosting.Databases;

namespace ProtocolAdvisor.Web.Tests.Storage;

/// <summary>An agent makes a link, a customer types his password, and nobody else learns it: once, for a day, until it is taken back.</summary>
public abstract class InviteTests : StorageTests, IDisposable
{
    private const string Password = "Kanarienvogel 4711";
    private readonly TestCertificates _authority = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-invites").FullName;

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _authority.Dispose();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_customer_without_a_key_has_his_mailbox_checked_once_and_the_agent_finds_the_report()
    {
        using var telemetry = new HeardTelemetry();
        await using var server = Server();
        var advisor = await StartAsync(["agent", "other"]);
        var (made, token) = await InviteAsync(advisor, server.Port, "agent");
        var asked = await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}");
        Assert.Contains("Support desk would like to check jane@example.com with your help.", asked.Text, StringComparison.Ordinal);

        var pages = await Task.WhenAll(AnswerAsync(advisor, token), AnswerAsync(advisor, token));
        Assert.Equal([200, 410], pages.Select(x => x.Status).Order());
        var report = Regex.Match(pages.Single(x => x.Status == 200).Text, "/reports/([\\w-]+)").Groups[1].Value;
        var second = await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}");
        Assert.Equal(410, second.Status);
        Assert.Contains("This link has been used", second.Text, StringComparison.Ordinal);
        Assert.Equal(410, (await AnswerAsync(advisor, token)).Status);

        var told = await advisor.SendAsync(HttpMethod.Get, $"/v1/invites/{made}", null, KeyedAdvisor.As("agent"));
        Assert.Equal(("used", $"/v1/assessments/{report}"), ((string?)told.Json["state"], (string?)told.Json["location"]));
        Assert.Equal("invite-not-found", (await advisor.SendAsync(HttpMethod.Get, $"/v1/invites/{made}", null, KeyedAdvisor.As("other"))).Code);
        var row = (await advisor.SendAsync(HttpMethod.Get, "/v1/assessments", null, KeyedAdvisor.As("agent"))).Json["items"]!.AsArray().Single()!;
        Assert.Equal((report, "Ticket 4711", "toMend"), ((string?)row["id"], (string?)row["note"], (string?)row["state"]));
        Assert.Equal(200, (await PageAsync(advisor, HttpMethod.Get, $"/reports/{report}")).Status);
        Assert.Equal(DBNull.Value, await Database.RunAsync("SELECT \"Sealed\" FROM \"Invites\"") ?? DBNull.Value);
        Assert.Equal(1, server.Connections.Count(x => x.Received.Any(y => y.Text.Contains("AUTHENTICATE", StringComparison.OrdinalIgnoreCase) || y.Text.Contains("LOGIN ", StringComparison.OrdinalIgnoreCase))));

        await advisor.DisposeAsync();
        // The test's own requests are traced as well: they name whole addresses.
        var traced = telemetry.Text.Split('\n').Where(x => !x.Contains("url.full", StringComparison.Ordinal));
        string[] said = [.. advisor.Log.Lines.Where(x => !x.Contains("Microsoft.AspNetCore", StringComparison.Ordinal)), .. traced, told.Text];
        Assert.All(said, x => Assert.DoesNotContain(token, x, StringComparison.Ordinal));
        Assert.All([.. said, .. pages.Select(x => x.Text)], x => Assert.DoesNotContain(Password, x, StringComparison.Ordinal));
        if (Database.Folder is not { } folder) return;
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            foreach (var secret in new[] { token, Password, "jane@example.com" }) Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_link_that_was_taken_back_or_has_expired_says_so_and_keeps_nothing()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await StartAsync(["agent", "other"], clock);
        var (revoked, token) = await InviteAsync(advisor, 1, "agent");
        var (_, late) = await InviteAsync(advisor, 1, "agent");
        Assert.Equal("invite-not-found", (await advisor.SendAsync(HttpMethod.Delete, $"/v1/invites/{revoked}", null, KeyedAdvisor.As("other"))).Code);
        Assert.Equal(204, (await advisor.SendAsync(HttpMethod.Delete, $"/v1/invites/{revoked}", null, KeyedAdvisor.As("agent"))).Status);
        Assert.Contains("was taken back", (await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}")).Text, StringComparison.Ordinal);
        Assert.Equal(410, (await AnswerAsync(advisor, token)).Status);
        Assert.Equal(200, (await PageAsync(advisor, HttpMethod.Get, $"/ask/{late}")).Status);
        clock.Advance(TimeSpan.FromHours(24));
        Assert.Contains("has expired", (await PageAsync(advisor, HttpMethod.Get, $"/ask/{late}")).Text, StringComparison.Ordinal);
        Assert.Equal(410, (await AnswerAsync(advisor, late)).Status);
        var states = (await advisor.SendAsync(HttpMethod.Get, "/v1/invites", null, KeyedAdvisor.As("agent"))).Json["items"]!.AsArray().Select(x => (string?)x!["state"]);
        Assert.Equal(["expired", "revoked"], states.Order(StringComparer.Ordinal));
        while (await Database.RunAsync("SELECT COUNT(*) FROM \"Invites\" WHERE \"Sealed\" IS NOT NULL") is not 0L) await Task.Yield();
    }

    [Fact]
    public async Task A_wrong_password_field_uses_nothing_up_and_neither_does_a_run_that_is_broken_off()
    {
        await using var silent = ScriptedMailServer.StartSaying("");
        await using var advisor = await StartAsync([]);
        var (made, token) = await InviteAsync(advisor, silent.Port, null);
        var empty = await AnswerAsync(advisor, token, "");
        Assert.Equal(400, empty.Status);
        Assert.Contains("A password or an access token is needed.", empty.Text, StringComparison.Ordinal);
        Assert.Contains($"name=\"back\" value=\"/ask/{token}\"", empty.Text, StringComparison.Ordinal);
        using var other = new FormUrlEncodedContent([new("token", token), new("language", "de")]);
        Assert.Contains($"value=\"{advisor.ClientOptions.BaseAddress}ask/{token}\" readonly", (await PageAsync(advisor, HttpMethod.Post, "/invite", other)).Text, StringComparison.Ordinal);
        using (var client = advisor.CreateClient())
        using (var left = new CancellationTokenSource())
        {
            using var form = Form(token, Password);
            using var request = new HttpRequestMessage(HttpMethod.Post, "/ask") { Content = form };
            using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, left.Token);
            Assert.Contains("running already", (await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}")).Text, StringComparison.Ordinal);
            Assert.Contains($"url=/ask/{token}", (await AnswerAsync(advisor, token)).Text, StringComparison.Ordinal);
        }

        while ((await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}")).Status != 200) await Task.Yield();
        Assert.Equal("pending", (string?)(await advisor.SendAsync(HttpMethod.Get, $"/v1/invites/{made}")).Json["state"]);
    }

    [Fact]
    public async Task Guessing_at_links_is_bounded_as_guessing_at_keys_is()
    {
        await using var advisor = await StartAsync([], null, ("Access:WrongKeysPerMinute", "2"));
        var (_, token) = await InviteAsync(advisor, 1, null);
        foreach (var guess in new[] { "x", new string('a', 27) }) Assert.Equal(404, (await PageAsync(advisor, HttpMethod.Get, $"/ask/{guess}")).Status);
        Assert.Equal(429, (await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}")).Status);
        var refused = await AnswerAsync(advisor, token);
        Assert.Equal(429, refused.Status);
        Assert.Equal(2, Regex.Count(refused.Text, $"\"/ask/{token}\"")); // another language, and to try again
    }

    private protected static async Task<(string Id, string Token)> InviteAsync(Advisor advisor, int port, string? key)
    {
        var body = $$"""{"email":"jane@example.com","from":"Support desk","note":"Ticket 4711","server":{"endpoints":[{"protocol":"imap","host":"127.0.0.1","port":{{port}},"security":"implicitTls"} ]} }""";
        var answer = await advisor.PostAsync("/v1/invites", body, key is null ? ("Accept", "application/json") : KeyedAdvisor.As(key));
        Assert.Equal(201, answer.Status);
        return ((string)answer.Json["invite"]!["id"]!, ((string)answer.Json["url"]!).Split('/')[^1]);
    }

    private protected static async Task<Answer> AnswerAsync(Advisor advisor, string token, string password = Password)
    {
        using var form = Form(token, password);
        return await PageAsync(advisor, HttpMethod.Post, "/ask", form);
    }

    private static FormUrlEncodedContent Form(string token, string password) => new([new("token", token), new("password", password)]);

    private protected static Task<Answer> PageAsync(Advisor advisor, HttpMethod method, string path, HttpContent? body = null) => advisor.SendAsync(method, path, body, ("Accept", "text/html"));

    private ScriptedMailServer Server() =>
        ScriptedMailServer.Start(new ImapScript { ImplicitTls = _authority.Good("127.0.0.1"), Username = "jane@example.com", Password = Password });

    private protected async Task<Advisor> StartAsync(string[] keys, TimeProvider? clock = null, params (string Key, string? Value)[] settings)
    {
        var root = Path.Combine(_folder, "root.pem");
        await File.WriteAllTextAsync(root, _authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        return await KeyedAdvisor.StartAsync(keys, Database.Folder, clock, [.. Database.Settings, ("Tls:TrustedRoots:0", root), .. settings]);
    }
}

public sealed class SqliteInviteTests : InviteTests
{
    private protected override Task<TestDatabase> MakeAsync() => Task.FromResult<TestDatabase>(new SqliteTestDatabase());

    [Fact]
    public async Task The_page_takes_what_the_start_page_takes_and_complains_at_the_field()
    {
        await using var advisor = await StartAsync([], null, ("Targets:AllowedPorts:0", "993"));
        foreach (var (email, server, wrong) in new[]
        {
            ("Jane Doe <jane@example.com>", "imaps://127.0.0.1:993/", null), ("<jane@example.com>,", "127.0.0.1:993", null),
            ("jane@example.com", "mail server!", "server.host"), ("call jane@example.com or john@example.com", "", "email"),
        })
        {
            using var form = new FormUrlEncodedContent([new("email", email), new("server.host", server)]);
            var made = await PageAsync(advisor, HttpMethod.Post, "/invite", form);
            Assert.Equal(wrong is null ? 200 : 400, made.Status);
            if (wrong is not null) Assert.Contains($"id=\"{wrong}-error\"", made.Text, StringComparison.Ordinal);
            else Assert.Contains("jane@example.com", (await PageAsync(advisor, HttpMethod.Get, Regex.Match(made.Text, "/ask/[A-Za-z0-9_-]+").Value)).Text, StringComparison.Ordinal);
        }
    }

    // Another process holds the file from the moment on in which the run dials.
    [Fact]
    public async Task A_run_whose_report_cannot_be_kept_is_told_whole_leads_back_and_leaves_the_link_good()
    {
        IAsyncDisposable? held = null;
        await using var server = ScriptedMailServer.Start(async _ =>
        {
            var hold = await Database.HoldAsync();
            if (Interlocked.CompareExchange(ref held, hold, null) is not null) await hold.DisposeAsync();
        });
        await using var advisor = await StartAsync([]);
        var (made, token) = await InviteAsync(advisor, server.Port, null);
        var page = await AnswerAsync(advisor, token);
        Assert.Contains("<li class=\"done\">", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"bad fault\"", page.Text, StringComparison.Ordinal);
        Assert.Contains("<button class=\"small\" form=\"back\">", page.Text, StringComparison.Ordinal);
        var told = page.Text[page.Text.IndexOf("<pre", StringComparison.Ordinal)..];
        Assert.All(["What to do", $"127.0.0.1:{server.Port}", "j***@example.com"], x => Assert.Contains(x, told, StringComparison.Ordinal));
        await held!.DisposeAsync();
        while ((await PageAsync(advisor, HttpMethod.Get, $"/ask/{token}")).Status != 200) await Task.Delay(20, TestContext.Current.CancellationToken);
        Assert.Equal("pending", (string?)(await advisor.SendAsync(HttpMethod.Get, $"/v1/invites/{made}")).Json["state"]);
    }
}

public sealed class PostgreSqlInviteTests(SharedPostgres postgres) : InviteTests
{
    private protected override Task<TestDatabase> MakeAsync() => postgres.MakeAsync();
}
