using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Access;

/// <summary>Behind a real nginx, with the very configuration that the operator's guide prints.</summary>
public sealed class NginxTests : IAsyncLifetime
{
    private const string Name = "advice.example.com";
    private const string Key = "correct-horse-battery-staple";
    private readonly TestCertificates _authority = new();
    private Advisor _advisor = null!;
    private NginxServer _nginx = null!;

    public async ValueTask InitializeAsync()
    {
        if (!NginxServer.Available) throw new InvalidOperationException(NginxServer.Missing);
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)));
        _advisor = await Advisor.StartAsync(settings:
        [
            ("Access:Keys:0:Name", "desk"), ("Access:Keys:0:Sha256", hash), ("Access:Proxies:0", "127.0.0.1/32"), ("Access:WrongKeysPerMinute", "3"),
        ]);
        using var origin = _advisor.CreateClient();
        _nginx = await NginxServer.StartAsync(places => Site(places, origin.BaseAddress!.Port), _authority.Good(Name));
    }

    public async ValueTask DisposeAsync()
    {
        await _nginx.DisposeAsync();
        await _advisor.DisposeAsync();
        _authority.Dispose();
    }

    [Fact]
    public async Task Events_arrive_while_the_run_goes_on()
    {
        await using var silent = ScriptedMailServer.Start(connection => connection.StaySilentAsync());
        using var client = Client();
        using var request = Request(HttpMethod.Post, "/v1/assessments/stream", Requests.OfEndpoint(silent.Port, ",\"deadlineMs\":60000"));
        using var reply = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        Assert.Equal("text/event-stream", reply.Content.Headers.ContentType?.MediaType);
        using var lines = new StreamReader(await reply.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        Assert.Equal("event: discovery", await lines.ReadLineAsync(TestContext.Current.CancellationToken));

        // The server still says nothing, so nothing has been answered to its end.
        Assert.False((await silent.NextConnectionAsync(TestContext.Current.CancellationToken)).Finished.IsCompleted);
    }

    [Fact]
    public async Task A_body_too_large_is_answered_by_the_service_in_its_own_form()
    {
        var answer = await SendAsync("/v1/assessments", $$"""{"email":"{{new string('a', 300_000)}}"}""");
        Assert.Equal((413, "body-too-large"), (answer.Status, answer.Code));
    }

    [Fact]
    public async Task The_browser_signs_in_by_https_and_another_site_cannot_do_it_for_him()
    {
        using var client = Client();
        var own = await SignInAsync(client, $"https://{Name}:{_nginx.Port}");
        Assert.Equal(HttpStatusCode.SeeOther, own.StatusCode);
        Assert.Contains("; secure", string.Join('\n', own.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(client, $"http://{Name}:{_nginx.Port}")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await SignInAsync(client, "https://attacker.example", ("X-Forwarded-Host", "attacker.example"))).StatusCode);
    }

    [Fact]
    public async Task Limits_count_the_callers_address_whatever_he_says_it_is()
    {
        var (guesser, other) = (IPAddress.Parse("127.0.0.2"), IPAddress.Parse("127.0.0.3"));
        foreach (var (lie, status) in new[] { (1, 401), (2, 401), (3, 401), (4, 429) })
            Assert.Equal(status, (await SendAsync("/v1/discoveries", "{}", "wrong", guesser, ("X-Forwarded-For", $"203.0.113.{lie}"))).Status);
        Assert.Equal(401, (await SendAsync("/v1/discoveries", "{}", "wrong", other)).Status);
    }

    [Fact]
    public async Task A_connection_to_the_service_is_kept_for_the_next_request()
    {
        using var client = Client();
        for (var i = 0; i < 3; i++)
        {
            using var reply = await client.GetAsync(new Uri("/health/live", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.True(reply.IsSuccessStatusCode);
        }

        var connections = _advisor.Log.Lines.Select(x => Connection(x)).OfType<string>().Distinct().Count();
        Assert.True(connections <= 3, $"{connections} connections: that of the warm-up, that of the test's start, and one of nginx.");
    }

    private static string? Connection(string line) => line.Contains("Connection id \"", StringComparison.Ordinal) ? line.Split('"')[1] : null;

    // The guide's words with this test's places in them.
    private static string Site(NginxPlaces places, int service)
    {
        var site = Guide.Block("nginx");
        foreach (var (printed, here) in new[]
        {
            ("server 127.0.0.1:5080;", $"server 127.0.0.1:{service};"),
            ("listen 443 ssl http2;", $"listen 127.0.0.1:{places.Port} ssl http2;"),
            ("listen [::]:443 ssl http2;", ""),
            ($"/etc/letsencrypt/live/{Name}/fullchain.pem", places.Certificate),
            ($"/etc/letsencrypt/live/{Name}/privkey.pem", places.Key),
        })
        {
            Assert.Contains(printed, site, StringComparison.Ordinal);
            site = site.Replace(printed, here, StringComparison.Ordinal);
        }

        return site;
    }

    private async Task<Answer> SendAsync(string path, string json, string key = Key, IPAddress? from = null, params (string Name, string Value)[] headers)
    {
        using var client = Client(from);
        using var request = Request(HttpMethod.Post, path, json, key);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        using var reply = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(reply, await reply.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<HttpResponseMessage> SignInAsync(HttpClient client, string origin, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/sign-in");
        request.Content = new FormUrlEncodedContent([KeyValuePair.Create("key", Key), KeyValuePair.Create("back", "/")]);
        request.Headers.Add("Origin", origin);
        foreach (var (name, value) in headers) request.Headers.Add(name, value);
        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string json, string key = Key)
    {
        var request = new HttpRequestMessage(method, path) { Content = new StringContent(json, Encoding.UTF8, "application/json") };
        request.Headers.Add("X-Api-Key", key);
        return request;
    }

    // Every address of 127.0.0.0/8 is this machine's: a caller for each.
    private HttpClient Client(IPAddress? from = null) => new(new SocketsHttpHandler
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        ConnectCallback = async (_, token) =>
        {
            var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(from ?? IPAddress.Loopback, 0));
            await socket.ConnectAsync(IPAddress.Loopback, _nginx.Port, token);
            return new NetworkStream(socket, ownsSocket: true);
        },
        SslOptions = new SslClientAuthenticationOptions { RemoteCertificateValidationCallback = _authority.Vouches },
    })
    { BaseAddress = new Uri($"https://{Name}:{_nginx.Port}") };
}
