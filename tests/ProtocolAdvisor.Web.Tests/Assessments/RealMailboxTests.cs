using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Assessments;

/// <summary>Whole runs over HTTP against a real Dovecot.</summary>
public sealed class RealMailboxTests : IAsyncLifetime
{
    private const string Jane = "jane@example.com";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-real").FullName;
    private DovecotServer _dovecot = null!;
    private Advisor _advisor = null!;

    public async ValueTask InitializeAsync()
    {
        Assert.True(DovecotServer.Available, DovecotServer.Missing);
        _dovecot = await DovecotServer.StartAsync();
        await _dovecot.FillAsync(Jane, new MailboxPlan { Messages = 40, Sizes = MailSizes.Tiny });
        _advisor = await Advisor.StartAsync(_folder, settings: ("Tls:TrustedRoots:0", _dovecot.Authority.WriteRootPem(Path.Combine(_folder, "root.pem"))));
    }

    public async ValueTask DisposeAsync()
    {
        await _advisor.DisposeAsync();
        await _dovecot.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    [Fact]
    public async Task A_password_gives_a_report_with_both_mailboxes_and_a_reasoned_choice()
    {
        var answer = await _advisor.PostAsync("/v1/assessments", Request("secret", """{"devices":1,"people":1,"webmail":false,"priority":"speed"}"""));
        Assert.Equal(201, answer.Status);
        var report = answer.Json;
        Assert.True((bool?)report["complete"]);
        Assert.All(report["endpoints"]!.AsArray(), x => Assert.True((bool?)x!["usable"], x.ToJsonString()));
        Assert.Equal(40, (int?)report["mailbox"]!["imap"]!["messages"]);
        Assert.Equal(5, (int?)report["mailbox"]!["pop3"]!["fetch"]!["samples"]);
        Assert.Equal(5, (int?)report["mailbox"]!["imap"]!["fetch"]!["samples"]);
        Assert.NotNull(report["mailbox"]!["comparison"]);
        var recommended = report["recommendation"]!;
        Assert.Contains((string?)recommended["protocol"], new[] { "imap", "pop3" });
        Assert.Equal(recommended["protocol"]!.ToString(), recommended["endpoint"]!["protocol"]!.ToString());
        Assert.Equal("implicitTls", (string?)recommended["endpoint"]!["security"]);
        Assert.Equal("%EMAILADDRESS%", (string?)recommended["endpoint"]!["username"]);
        Assert.DoesNotContain(Jane, answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.All(report["endpoints"]!.AsArray().SelectMany(x => x!["steps"]!.AsArray()), x => Assert.True(HasAtMostHundredths(x!["elapsedMs"]), x.ToJsonString()));
    }

    [Fact]
    public async Task A_measured_report_is_opened_again_word_for_word_and_in_German_with_its_values()
    {
        var answer = await _advisor.PostAsync("/v1/assessments", Request("secret", """{"devices":3,"backup":"none"}"""));
        var path = answer.Reply.Headers.Location!.ToString();
        Assert.Equal(answer.Text, (await _advisor.SendAsync(HttpMethod.Get, path)).Text);
        var german = (await _advisor.SendAsync(HttpMethod.Get, path, null, ("Accept-Language", "de"))).Json;
        var (all, inbox) = ((int)german["mailbox"]!["imap"]!["messages"]!, (int)german["mailbox"]!["imap"]!["inboxMessages"]!);
        Assert.Equal("Verwenden Sie IMAP", (string?)german["recommendation"]!["headline"]);
        Assert.StartsWith($"Ihr Postfach enthält {all} Nachrichten (", ForYou("what-it-is"), StringComparison.Ordinal);
        Assert.StartsWith($"Mit POP3 blieben {all - inbox} Nachrichten (", ForYou("folders"), StringComparison.Ordinal);
        Assert.Equal("Sie lesen Ihre E-Mails auf 3 Geräten.", ForYou("several-devices"));
        Assert.Equal("Sie haben keine Datensicherung; mit POP3 bräuchten Sie eine.", ForYou("device-loss"));

        string? ForYou(string code) => (string?)german["comparison"]!.AsArray().Single(x => (string?)x!["code"] == code)!["forYou"];
    }

    [Fact]
    public async Task The_report_becomes_settings_for_clients()
    {
        var report = await _advisor.PostAsync("/v1/assessments", Request("secret", """{"devices":2}"""));
        var path = $"{report.Reply.Headers.Location}/settings";

        // Nobody names an outgoing server here, and Thunderbird rejects a file without one.
        var thunderbird = await _advisor.SendAsync(HttpMethod.Get, $"{path}/thunderbird");
        Assert.Equal((422, "outgoing-server-unknown"), (thunderbird.Status, thunderbird.Code));
        var text = (await _advisor.SendAsync(HttpMethod.Get, $"{path}/text", null, ("Accept-Language", "de"))).Text;
        Assert.Contains($"Posteingangsserver (IMAP), geprüft\nServer: 127.0.0.1\nPort: {_dovecot.Port(DovecotListener.Imaps)}\nVerschlüsselung: SSL/TLS\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain("jane", text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Events_of_a_signed_in_run_hold_the_mailbox_once_for_each_protocol()
    {
        var answer = await _advisor.PostAsync("/v1/assessments/stream", Request("secret", "{}"));
        var names = answer.Text.Split('\n').Where(x => x.StartsWith("event: ", StringComparison.Ordinal)).Select(x => x[7..]).ToList();
        Assert.True(names.Remove("provisional"));
        Assert.Equal(["discovery", "endpoint", "endpoint", "endpoint", "endpoint", "mailbox", "mailbox", "recommendation", "stored", "report"], names);
    }

    [Fact]
    public async Task The_answer_is_told_long_before_a_far_mailbox_has_been_measured()
    {
        await using var imap = FarRelay.To(_dovecot.Port(DovecotListener.Imaps), TimeSpan.FromMilliseconds(50));
        await using var pop3 = FarRelay.To(_dovecot.Port(DovecotListener.Pop3s), TimeSpan.FromMilliseconds(50));
        var told = await FollowAsync(Request("secret", """{"devices":2}""", Implicit("imap", imap.Port), Implicit("pop3", pop3.Port)));
        var answer = Assert.Single(told, x => x.Name == "provisional");
        var report = told[^1];
        Assert.True(answer.Ms < report.Ms / 2, $"It came after {answer.Ms} ms of {report.Ms}.");
        Assert.DoesNotContain(told.TakeWhile(x => x != answer), x => x.Name == "mailbox");
        Assert.True((bool?)answer.Data["provisional"]);
        foreach (var member in (string[])["protocol", "headline", "endpoint"])
            Assert.Equal(report.Data["recommendation"]![member]!.ToJsonString(), answer.Data[member]!.ToJsonString());
        Assert.Equal(imap.Port, (int?)answer.Data["endpoint"]!["port"]);
    }

    [Theory]
    [InlineData("en", "The protocol is settled: IMAP. Whether all of it works is still being checked.")]
    [InlineData("de", "Das Protokoll steht fest: IMAP. Ob damit alles funktioniert, wird noch geprüft.")]
    public async Task The_page_of_a_check_says_so_while_it_goes_on(string language, string sentence)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["address"] = Jane,
            ["server.host"] = $"imaps://127.0.0.1:{_dovecot.Port(DovecotListener.Imaps)}",
            ["credentials.password"] = "secret",
            ["usage.devices"] = "2",
        });
        var page = WebUtility.HtmlDecode((await _advisor.SendAsync(HttpMethod.Post, "/assess", form, ("Accept", "text/html"), ("Accept-Language", language))).Text);
        Assert.InRange(page.IndexOf(sentence, StringComparison.Ordinal), 1, page.IndexOf("<li class=\"mailbox good\">", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_check_that_is_made_again_says_how_long_it_may_take()
    {
        (string Language, string? Password, int DeadlineMs, string Sentence)[] checks =
            [("en", "secret", 40_000, "takes 40 seconds at most. Nothing in the mailbox is changed."), ("de", null, 2_500, "dauert höchstens 3 Sekunden.")];
        foreach (var (language, password, deadlineMs, sentence) in checks)
        {
            var order = JsonNode.Parse(Request("secret", "{}", Implicit("imap", _dovecot.Port(DovecotListener.Imaps))))!.AsObject();
            order["deadlineMs"] = deadlineMs;
            if (password is null) order.Remove("credentials");
            var report = (await _advisor.PostAsync("/v1/assessments", order.ToJsonString())).Json;
            using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["email"] = Jane, ["credentials.password"] = password ?? "" });
            var page = await _advisor.SendAsync(HttpMethod.Post, $"/reports/{report["id"]}/again", form, ("Accept", "text/html"), ("Accept-Language", language));
            Assert.Contains(sentence, WebUtility.HtmlDecode(page.Text), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Where_measuring_may_overrule_it_the_answer_is_not_told_before()
    {
        var told = await FollowAsync(Request("secret", """{"devices":1,"people":1,"webmail":false,"priority":"speed","backup":"regular"}"""));
        Assert.DoesNotContain(told.TakeWhile(x => x.Name != "mailbox"), x => x.Name == "provisional");
    }

    [Fact]
    public async Task Nothing_is_told_before_the_end_where_the_sign_in_is_refused() =>
        Assert.DoesNotContain(await FollowAsync(Request("wrong", """{"devices":2}""")), x => x.Name == "provisional");

    [Fact]
    public async Task Too_many_wrong_passwords_are_answered_without_being_tried()
    {
        for (var i = 0; i < 5; i++)
        {
            var report = (await _advisor.PostAsync("/v1/assessments", Request($"wrong{i}", "{}"))).Json;
            Assert.Contains(report["findings"]!.AsArray(), x => (string?)x!["code"] == "auth-bad-credentials");
        }

        var refused = await _advisor.PostAsync("/v1/assessments", Request("secret", "{}"));
        Assert.Equal((429, "too-many-failed-sign-ins"), (refused.Status, refused.Code));
        Assert.InRange(refused.Reply.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(55), TimeSpan.FromHours(1));
    }

    private static bool HasAtMostHundredths(JsonNode? ms) => ms is null || Math.Round((double)ms, 2).Equals((double)ms);

    // Each event as it comes, and how long after the request.
    private async Task<List<(string Name, JsonNode Data, double Ms)>> FollowAsync(string json)
    {
        using var client = _advisor.CreateClient();
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/assessments/stream") { Content = body };
        var start = TimeProvider.System.GetTimestamp();
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var (told, name) = (new List<(string, JsonNode, double)>(), "");
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (line.StartsWith("event: ", StringComparison.Ordinal)) name = line[7..];
            if (line.StartsWith("data: ", StringComparison.Ordinal)) told.Add((name, JsonNode.Parse(line[6..])!, TimeProvider.System.GetElapsedTime(start).TotalMilliseconds));
        }

        return told;
    }

    private static JsonObject Implicit(string protocol, int port) => new() { ["protocol"] = protocol, ["port"] = port, ["security"] = "implicitTls" };

    private string Request(string password, string usage, params JsonObject[] named)
    {
        var endpoints = named.Length > 0 ? named : Enum.GetValues<DovecotListener>().Select(listener => new JsonObject
        {
            ["protocol"] = listener is DovecotListener.Imap or DovecotListener.Imaps ? "imap" : "pop3",
            ["port"] = _dovecot.Port(listener),
            ["security"] = listener is DovecotListener.Imaps or DovecotListener.Pop3s ? "implicitTls" : "startTls",
        });
        return new JsonObject
        {
            ["email"] = Jane,
            ["server"] = new JsonObject { ["host"] = "127.0.0.1", ["endpoints"] = new JsonArray([.. endpoints]) },
            ["credentials"] = new JsonObject { ["password"] = password },
            ["usage"] = JsonNode.Parse(usage),
            ["measurement"] = new JsonObject { ["samples"] = 5 },
        }.ToJsonString();
    }
}
