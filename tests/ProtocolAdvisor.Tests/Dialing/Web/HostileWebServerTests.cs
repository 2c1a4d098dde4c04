using System.Text;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Web;

/// <summary>Web servers that do what no web server should, against the guarded client. They speak in clear: what is tested lies above TLS or below it.</summary>
public sealed class HostileWebServerTests : IAsyncLifetime
{
    private const string Url = $"http://{WebHosts.Host}/";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private WebHosts _web = null!;

    public async ValueTask InitializeAsync()
    {
        _web = await WebHosts.StartAsync();
        _web.Dns.Answer(WebHosts.Host, "127.0.0.1");
    }

    public ValueTask DisposeAsync() => _web.DisposeAsync();

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\n", "X-Filler: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nX-Filler: ", "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx")]
    [InlineData("", "HTTP/1.1 103 Early Hints\r\nLink: </style.css>\r\n\r\n")]
    [InlineData("", "HTTP/1.1 100 Continue\r\n\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\n\r\n", "without end, without length ")]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", "1\r\nx\r\n")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "very long ")]
    public async Task A_flood_is_cut_off(string start, string flood)
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.WriteAsync(start);
            var many = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(flood, 1_000)));
            while (true) await connection.WriteAsync(many);
        });
        Assert.Equal(FailureKind.ResponseTooLarge, (await GetAsync(server)).Failure);
    }

    [Theory]
    [InlineData("garbage\r\n\r\n", FailureKind.ProtocolViolation)]
    [InlineData("* OK IMAP4rev1 ready\r\n", FailureKind.ProtocolViolation)]
    [InlineData("HTTP/1.1 abc OK\r\n\r\n", FailureKind.ProtocolViolation)]
    [InlineData("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", FailureKind.ProtocolViolation)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nplain", FailureKind.ProtocolViolation)]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\nshort", FailureKind.ConnectionReset)]
    [InlineData("HTTP/1.1 200", FailureKind.ConnectionReset)]
    [InlineData("", FailureKind.ConnectionReset)]
    public async Task An_answer_that_is_none_is_named(string answer, FailureKind expected)
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.ReadLineAsync();
            await connection.WriteAsync(answer);
        });
        var fetch = await GetAsync(server);
        Assert.Equal((null, expected), (fetch.Status, fetch.Failure));
    }

    [Fact]
    public async Task Odd_headers_do_no_harm()
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.ReadLineAsync();
            await connection.WriteAsync("HTTP/1.1 200 \u0001\r\nLast-Modified: yesterday\r\nContent-Length: 2\r\nLocation: http://[\r\nSet-Cookie: a=b\r\nX: \u00ff\r\n\r\nok");
        });
        var fetch = await GetAsync(server);
        Assert.Equal((200, 2, null, null), (fetch.Status, fetch.Body.Length, fetch.LastModified, fetch.Failure));
    }

    [Fact]
    public async Task A_redirect_to_what_is_no_url_is_an_answer_without_a_place()
    {
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.ReadLineAsync();
            await connection.WriteAsync("HTTP/1.1 302 Found\r\nLocation: http://[\r\nContent-Length: 0\r\n\r\n");
        });
        var fetch = await GetAsync(server);
        Assert.Equal((302, null), (fetch.Status, fetch.Failure));
    }

    [Fact]
    public async Task No_tls_on_the_port_of_https_is_named()
    {
        await using var server = ScriptedMailServer.StartSaying("HTTP/1.1 400 Bad Request\r\n\r\n");
        var fetch = await _web.GetAsync($"https://{WebHosts.Host}/", new WebPorts(server.Port));
        Assert.Equal(FailureKind.TlsFailed, fetch.Failure);
    }

    [Fact]
    public async Task A_port_that_nobody_listens_on_is_named()
    {
        using var dead = DeadPort.Refusing();
        Assert.Equal(FailureKind.ConnectionRefused, (await _web.GetAsync(Url, new WebPorts(Http: dead.Port))).Failure);
    }

    [Theory]
    [InlineData("http", "")]
    [InlineData("https", "")]
    [InlineData("http", "HTTP/1.1 200 OK\r\n\r\nsome, and then nothing")]
    public async Task Silence_ends_after_five_seconds(string scheme, string said)
    {
        var (clock, server) = (new FakeTimeProvider(), SilentServer(said));
        await using var _ = server;
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), clock, Cancel);
        var fetch = _web.Client(clock, ports: new WebPorts(server.Port, server.Port)).GetAsync(new Uri($"{scheme}://{WebHosts.Host}/"), deadline, Cancel);
        await server.NextConnectionAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(FailureKind.TimedOut, (await fetch).Failure);
    }

    [Fact]
    public async Task Drops_of_an_answer_do_not_prolong_it()
    {
        var clock = new FakeTimeProvider();
        await using var server = ScriptedMailServer.Start(async connection =>
        {
            await connection.WriteAsync("HTTP/1.1 200 OK\r\n\r\n");
            for (var i = 0; i < 12; i++)
            {
                await connection.WriteAsync("x");
                clock.Advance(TimeSpan.FromMilliseconds(500));
            }

            await connection.StaySilentAsync();
        });
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), clock, Cancel);
        var fetch = await _web.Client(clock, ports: new WebPorts(Http: server.Port)).GetAsync(new Uri(Url), deadline, Cancel);
        Assert.Equal(FailureKind.TimedOut, fetch.Failure);
    }

    [Fact]
    public async Task The_runs_deadline_is_told_from_the_requests_own()
    {
        var (clock, server) = (new FakeTimeProvider(), SilentServer());
        await using var _ = server;
        using var deadline = new Deadline(TimeSpan.FromSeconds(2), clock, Cancel);
        var fetch = _web.Client(clock, ports: new WebPorts(Http: server.Port)).GetAsync(new Uri(Url), deadline, Cancel);
        await server.NextConnectionAsync(Cancel);
        clock.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(FailureKind.DeadlineReached, (await fetch).Failure);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Cancellation_is_thrown_and_closes_the_connection(bool byTheRunsCaller)
    {
        await using var server = SilentServer();
        using var leaving = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System, byTheRunsCaller ? leaving.Token : Cancel);
        var fetch = _web.Client(ports: new WebPorts(Http: server.Port)).GetAsync(new Uri(Url), deadline, byTheRunsCaller ? Cancel : leaving.Token);
        var connection = await server.NextConnectionAsync(Cancel);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetch);
        await connection.Finished.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    [Fact]
    public async Task A_host_whose_turn_does_not_come_in_time_is_busy()
    {
        var clock = new FakeTimeProvider();
        await using var server = ScriptedMailServer.StartSaying("HTTP/1.1 204 No Content\r\n\r\n");
        var client = _web.Client(clock, Loopback.Targets with { WebPerMinute = 1 }, new WebPorts(Http: server.Port));
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), clock, Cancel);
        var uri = new Uri("http://127.0.0.1/");
        Assert.Equal(204, (await client.GetAsync(uri, deadline, Cancel)).Status);

        var second = client.GetAsync(uri, deadline, Cancel);
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal(FailureKind.TargetBusy, (await second).Failure);
    }

    private static ScriptedMailServer SilentServer(string said = "") => ScriptedMailServer.Start(async connection =>
    {
        await connection.WriteAsync(said);
        await connection.StaySilentAsync();
    });

    private Task<HttpFetch> GetAsync(ScriptedMailServer server) => _web.GetAsync(Url, new WebPorts(Http: server.Port));
}
