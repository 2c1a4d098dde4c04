using System.Text;
using System.Text.Json;
using Microsoft.Data.Sqlite;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Secrets;

/// <summary>Sends a password that exists nowhere else in every way, then looks for it everywhere.</summary>
public sealed class CanaryTests : IDisposable
{
    private const string Canary = "Kanarienvogel\"4711/ä+";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-canary").FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public async Task A_password_is_never_answered_logged_stored_or_exported()
    {
        var answers = new StringBuilder();
        using var telemetry = new HeardTelemetry();
        var advisor = await Advisor.StartAsync(_folder);
        foreach (var body in Bodies())
            foreach (var path in new[] { "/v1/assessments", "/v1/assessments/stream" })
            {
                var answer = await advisor.PostAsync(path, body, ("Idempotency-Key", $"wish-{answers.Length}"));
                answers.AppendLine(answer.Text).AppendLine(answer.Reply.Headers.ToString());
                if (answer.Reply.Headers.Location is { } stored) answers.AppendLine((await advisor.SendAsync(HttpMethod.Get, stored.ToString())).Text);
            }

        answers.AppendLine((await advisor.PostAsync("/v1/recommendations", "{\"facts\":{\"imap\":" + Json + "}}")).Text);
        await advisor.DisposeAsync();
        SqliteConnection.ClearAllPools();
        AssertClean("answers", answers.ToString());
        AssertClean("log", string.Join('\n', advisor.Log.Lines));
        AssertClean("telemetry", telemetry.Text);
        foreach (var file in Directory.EnumerateFiles(_folder)) AssertClean(file, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
        Assert.NotEmpty(advisor.Log.Lines);
        Assert.Contains("assessment", telemetry.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("imap")]
    [InlineData("pop3")]
    public async Task A_server_that_repeats_the_password_does_not_get_it_into_the_conversation(string protocol)
    {
        using var authority = new TestCertificates();
        using var certificate = authority.Good("127.0.0.1");
        var echoes = Echoes().ToList();
        var talk = string.Concat(echoes.Select(x => $"* OK [ALERT] {x}\r\n"));
        MailScript script = protocol == "imap"
            ? new ImapScript { ImplicitTls = certificate, Username = "jane@example.com", Password = Canary }.On("NAMESPACE", talk + "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n{tag} OK done\r\n")
            : new Pop3Script { ImplicitTls = certificate, Username = "jane@example.com", Password = Canary }.On("STAT", "+OK 1 1 " + string.Join(' ', echoes) + "\r\n");
        await using var server = ScriptedMailServer.Start(script);
        var root = Path.Combine(_folder, "root.pem");
        await File.WriteAllTextAsync(root, authority.Root.ExportCertificatePem(), TestContext.Current.CancellationToken);
        var advisor = await Advisor.StartAsync(_folder, settings: ("Tls:TrustedRoots:0", root));
        var body = Requests.OfEndpoint(server.Port, ",\"credentials\":{\"password\":" + Json + "}", protocol);
        var answer = await advisor.PostAsync("/v1/assessments", body);
        var streamed = await advisor.PostAsync("/v1/assessments/stream", body);
        await advisor.DisposeAsync();
        SqliteConnection.ClearAllPools();

        Assert.Equal("accepted", (string?)answer.Json["endpoints"]![0]!["signIn"]!["outcome"]);
        Assert.Contains(answer.Json["endpoints"]![0]!["conversation"]!.AsArray(), x => ((string?)x!["text"])!.Contains("***", StringComparison.Ordinal));
        AssertClean("answer", answer.Text);
        AssertClean("stream", streamed.Text);
        foreach (var file in Directory.EnumerateFiles(_folder)) AssertClean(file, Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken)));
    }

    private static IEnumerable<string> Echoes() => new[] { Canary, "jane@example.com" }.SelectMany(x => new[]
    {
        x, x.ToUpperInvariant(), Uri.EscapeDataString(x), x.Replace("\"", "\\\"", StringComparison.Ordinal), Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(x)),
        Convert.ToHexString(Encoding.UTF8.GetBytes(x)), string.Concat(x.Select(c => $"\\u{(int)c:x4}")), Convert.ToBase64String(Encoding.UTF8.GetBytes("\0jane@example.com\0" + x)),
    });

    private static string Json => JsonSerializer.Serialize(Canary);

    // § stands for the canary as a JSON string, † for its beginning.
    private static IEnumerable<string> Bodies() => new[]
    {
        Requests.OfEndpoint(9, ",\"credentials\":{\"password\":§}"),
        Requests.OfEndpoint(9, ",\"credentials\":{\"username\":\"jane\",\"accessToken\":\"Kanarienvogel4711\"}"),
        """{"server":{"host":"127.0.0.1"},"credentials":{"username":"jane","password":§,"accessToken":"x"}}""",
        """{"server":{"host":"127.0.0.1"},"credentials":{"username":"jane","password":[§]}}""",
        """{"server":{"host":"127.0.0.1"},"credentials":§}""",
        """{"server":{"host":"127.0.0.1"},"credentials":{"username":"jane","pass":§}}""",
        """{"server":{"host":"127.0.0.1"},"credentials":{§:1}}""",
        """{"server":{"host":§}}""",
        """{"email":§,"server":{"host":"127.0.0.1"}}""",
        """{"server":{"host":"127.0.0.1"},"usage":{"priority":§}}""",
        """{"server":{"host":"127.0.0.1"},"credentials":{"username":"jane","password":§""",
        """{"server":{"host":"127.0.0.1"},"credentials":{"password":†}""",
        "§",
        "†",
        "{†:",
    }.Select(x => x.Replace("§", Json, StringComparison.Ordinal).Replace("†", Json[..^1], StringComparison.Ordinal));

    private static void AssertClean(string where, string text)
    {
        foreach (var form in Forms())
            Assert.False(text.Contains(form, StringComparison.OrdinalIgnoreCase), $"{where} holds the secret as {form}");
    }

    private static IEnumerable<string> Forms()
    {
        var latin1OfUtf8 = Encoding.Latin1.GetString(Encoding.UTF8.GetBytes(Canary));
        yield return "Kanarienvogel";
        yield return "jane@example.com";
        yield return latin1OfUtf8[^4..];
        foreach (var lead in new[] { "", "\0", "\0\0" })
            yield return Convert.ToBase64String(Encoding.UTF8.GetBytes(lead + "Kanarienvogel"))[4..^4];
        yield return string.Concat("Kanarienvogel".Select(c => $"%{(int)c:X2}"));
        yield return string.Concat("Kanarienvogel".Select(c => $"\\u{(int)c:x4}"));
        yield return Convert.ToHexString("Kanarienvogel"u8);
    }
}
