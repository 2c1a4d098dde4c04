using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class ProviderWebTests : IAsyncLifetime
{
    private const string Host = "autoconfig.example.com";
    private const string Path = "/mail/config-v1.1.xml";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private readonly TestCertificates authority = new();
    private ProviderWeb web = null!;
    private HttpClient client = null!;

    public async ValueTask InitializeAsync()
    {
        web = await ProviderWeb.StartAsync(authority);
        client = new(Towards(web), disposeHandler: true) { Timeout = TimeSpan.FromSeconds(30) };
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await web.DisposeAsync();
        authority.Dispose();
    }

    [Fact]
    public async Task Each_host_has_its_pages_and_a_certificate_of_its_own()
    {
        web.Serve(Host, Path, Page.Xml("<a/>")).Serve("example.org", Path, Page.Json("{}"));

        var ours = await client.GetAsync(web.Https(Host, Path), Cancel);
        var other = await client.GetAsync(web.Https("example.org", Path), Cancel);

        Assert.Equal(("text/xml", "<a/>"), (ours.Content.Headers.ContentType!.MediaType, await ours.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal("{}", await other.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(web.Https(Host, "/"), Cancel)).StatusCode);
    }

    [Fact]
    public async Task A_host_without_https_pages_shows_the_certificate_of_another_site()
    {
        web.ServeHttp(Host, Path, Page.Xml("<a/>"));

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(web.Https(Host, Path), Cancel));

        Assert.Contains(nameof(SslPolicyErrors.RemoteCertificateNameMismatch), Assert.IsType<AuthenticationException>(refusal.InnerException).Message, StringComparison.Ordinal);
        Assert.Equal("<a/>", await client.GetStringAsync(web.Http(Host, Path), Cancel));
    }

    [Fact]
    public async Task A_host_may_show_any_other_certificate()
    {
        using var expired = authority.Expired(Host);
        web.Serve(Host, Path, Page.Xml("<a/>")).Show(Host, expired);

        var refusal = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(web.Https(Host, Path), Cancel));

        Assert.Contains(nameof(X509ChainStatusFlags.NotTimeValid), refusal.InnerException!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_is_recorded_whatever_the_answer()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, web.Http(Host, Path + "?emailaddress=jane%40example.com"));
        request.Headers.Add("X-Test", "yes");

        await client.SendAsync(request, Cancel);

        var recorded = Assert.Single(web.Requests);
        Assert.Equal("http://autoconfig.example.com/mail/config-v1.1.xml?emailaddress=jane%40example.com", recorded.ToString());
        Assert.Equal("yes", recorded.Headers["x-test"]);
    }

    [Fact]
    public async Task Redirects_lead_where_they_say()
    {
        web.Serve(Host, Path, Page.Redirect(web.Https("hoster.example", "/there"), 301)).Serve("hoster.example", "/there", Page.Xml("<b/>"));

        Assert.Equal("<b/>", await client.GetStringAsync(web.Https(Host, Path), Cancel));
        Assert.Equal([Host, "hoster.example"], web.Requests.Select(request => request.Host));
    }

    [Fact]
    public async Task A_page_waits_for_its_signal()
    {
        var signal = new TaskCompletionSource();
        web.Serve(Host, Path, Page.Xml("<a/>").After(signal.Task));

        var answer = client.GetStringAsync(web.Https(Host, Path), Cancel);
        await web.NextRequestAsync(Cancel);
        Assert.False(answer.IsCompleted);
        signal.SetResult();

        Assert.Equal("<a/>", await answer);
    }

    [Fact]
    public async Task The_server_ends_though_a_silent_page_was_never_answered()
    {
        var ending = await ProviderWeb.StartAsync(authority);
        ending.Serve(Host, Path, Page.Silent);
        var answer = client.GetAsync(ending.Https(Host, Path), Cancel);
        await ending.NextRequestAsync(Cancel);

        await ending.DisposeAsync();

        await Assert.ThrowsAsync<HttpRequestException>(() => answer);
    }

    [Fact]
    public async Task A_compressed_page_is_the_same_when_unpacked()
    {
        web.Serve(Host, Path, Page.Xml("<a/>").Gzipped());

        Assert.Equal("<a/>", await client.GetStringAsync(web.Https(Host, Path), Cancel));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_endless_page_gives_more_than_anybody_wants(bool gzipped)
    {
        web.Serve(Host, Path, gzipped ? Page.Endless.Gzipped() : Page.Endless);
        await using var body = await client.GetStreamAsync(web.Https(Host, Path), Cancel);

        await body.ReadExactlyAsync(new byte[4 << 20], Cancel);
    }

    /// <summary>Every name is the web server; the authority is trusted.</summary>
    private SocketsHttpHandler Towards(ProviderWeb web) => new()
    {
        AutomaticDecompression = DecompressionMethods.All,
        SslOptions =
        {
            CertificateChainPolicy = new()
            {
                TrustMode = X509ChainTrustMode.CustomRootTrust,
                RevocationMode = X509RevocationMode.NoCheck,
                CustomTrustStore = { authority.Root },
            },
        },
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
            await socket.ConnectAsync(web.Address, context.DnsEndPoint.Port, cancel);
            return new System.Net.Sockets.NetworkStream(socket, ownsSocket: true);
        },
    };
}
