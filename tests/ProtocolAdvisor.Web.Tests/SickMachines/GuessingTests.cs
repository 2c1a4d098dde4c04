using System.Text.Json;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.SickMachines;

/// <summary>Whoever guesses a password over HTTP has as many tries as one account has, however he spells the name or calls the server.</summary>
public sealed class GuessingTests : IAsyncLifetime
{
    private const int Allowed = 5;
    private readonly TestCertificates _authority = new();
    private readonly ScriptedDnsServer _dns = ScriptedDnsServer.Start();
    private readonly string _root = Path.GetTempFileName();
    private ScriptedMailServer _server = null!;
    private Advisor _advisor = null!;

    public async ValueTask InitializeAsync()
    {
        string[] names = [.. Enumerable.Range(0, 11).Select(i => $"mail{i}.example.com")];
        foreach (var name in names) _dns.Answer(name, "127.0.0.1");
        await File.WriteAllTextAsync(_root, _authority.RootPem);
        _server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = _authority.Good(names), Password = "nobody guesses this" });
        _advisor = await Advisor.StartAsync(null, null, ("Dns:Servers:0", $"{_dns.EndPoint}"), ("Tls:TrustedRoots:0", _root));
    }

    public async ValueTask DisposeAsync()
    {
        await _advisor.DisposeAsync();
        await _server.DisposeAsync();
        await _dns.DisposeAsync();
        _authority.Dispose();
        File.Delete(_root);
    }

    [Fact]
    public async Task Ten_spellings_of_one_name_are_one_account()
    {
        string[] spellings = ["jane", "JANE", " jane", "ja\u200Bne", "\uFF4Aane", "jane@example.com", "Jane@EXAMPLE.com", "example.com\\jane", "jane%example.com", "jane "];
        await GuessAsync(Enumerable.Range(0, 40).Select(i => (spellings[i % spellings.Length], "mail0.example.com")));
    }

    [Fact]
    public async Task Eleven_names_of_one_server_are_one_account() =>
        await GuessAsync(Enumerable.Range(0, 44).Select(i => ("jane@example.com", $"mail{i % 11}.example.com")));

    private async Task GuessAsync(IEnumerable<(string User, string Host)> guesses)
    {
        var tried = 0;
        foreach (var (number, (user, host)) in guesses.Index())
        {
            var request = new
            {
                email = "jane@example.com",
                server = new { endpoints = new[] { new { protocol = "imap", host, port = _server.Port, security = "implicitTls" } } },
                credentials = new { username = user, password = $"guess {number}" },
            };
            var answer = await _advisor.PostAsync("/v1/assessments", JsonSerializer.Serialize(request));
            if (answer.Status != 429 && (string?)answer.Json["endpoints"]![0]!["signIn"]!["outcome"] != "notAttempted") tried++;
        }

        var tries = _server.Connections.SelectMany(x => x.Received).Count(x => x.Text.Contains(" AUTHENTICATE ", StringComparison.Ordinal) || x.Text.Contains(" LOGIN ", StringComparison.Ordinal));
        Assert.InRange(tries, 1, Allowed);
        Assert.InRange(tried, 1, Allowed);
    }
}
