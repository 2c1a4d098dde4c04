using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Threading.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.DependencyInjection;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.RealServers;

/// <summary>The web servers of mail providers in one: Kestrel on loopback, https and http, that answers from a table of hosts and paths.</summary>
public sealed class ProviderWeb : IAsyncDisposable
{
    private readonly ConcurrentDictionary<(string Scheme, string Host, string Path), Page> table = new();
    private readonly ConcurrentQueue<RecordedRequest> requests = new();
    private readonly Channel<RecordedRequest> arrivals = Channel.CreateUnbounded<RecordedRequest>();
    private readonly CancellationTokenSource stopping = new();
    private readonly HostCertificates certificates;
    private readonly WebApplication site;

    private ProviderWeb(TestCertificates authority, IPAddress address, int httpsPort, int httpPort)
    {
        certificates = new(authority);
        // Nothing of the machine's own settings: neither its environment's URLs nor files beside the program.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(address, httpsPort, listen => listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = ShakeHands }));
            kestrel.Listen(address, httpPort);
        });
        site = builder.Build();
        site.Run(AnswerAsync);
        Address = address;
    }

    public IPAddress Address { get; }

    public int HttpsPort => Port("https");

    public int HttpPort => Port("http");

    /// <summary>Every request so far.</summary>
    public IReadOnlyList<RecordedRequest> Requests => [.. requests];

    /// <param name="authority">Whose certificates it shows.</param>
    /// <param name="address">Where it listens; 127.0.0.1 unless told otherwise.</param>
    /// <param name="httpsPort">Null = a free one.</param>
    /// <param name="httpPort">Null = a free one.</param>
    public static async Task<ProviderWeb> StartAsync(TestCertificates authority, IPAddress? address = null, int? httpsPort = null, int? httpPort = null)
    {
        address ??= IPAddress.Loopback;
        var web = new ProviderWeb(authority, address, Choose(httpsPort), Choose(httpPort));
        await web.site.StartAsync();
        return web;

        int Choose(int? port) => port is { } wanted ? LoopbackPorts.Wanted(address, wanted) : 0;
    }

    /// <summary>Serves a page over https, under a certificate that is valid for the host.</summary>
    public ProviderWeb Serve(string host, string path, Page page)
    {
        certificates.Know(host);
        return Serve("https", host, path, page);
    }

    /// <summary>Serves a page over http alone: with https the host is not known.</summary>
    public ProviderWeb ServeHttp(string host, string path, Page page) => Serve("http", host, path, page);

    /// <summary>Shows another certificate for a host: an expired one, somebody else's, a self-signed one.</summary>
    public ProviderWeb Show(string host, TestCertificate certificate)
    {
        certificates.Choose(host, certificate);
        return this;
    }

    /// <summary>A URL of this server, as the target of a redirect.</summary>
    public string Https(string host, string path) => $"https://{host}:{HttpsPort}{path}";

    /// <inheritdoc cref="Https"/>
    public string Http(string host, string path) => $"http://{host}:{HttpPort}{path}";

    /// <summary>The next request nobody has asked for yet.</summary>
    public async Task<RecordedRequest> NextRequestAsync(CancellationToken cancellationToken = default) =>
        await arrivals.Reader.ReadAsync(cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await site.StopAsync(new CancellationToken(canceled: true));
        await site.DisposeAsync();
        certificates.Dispose();
        stopping.Dispose();
    }

    private ProviderWeb Serve(string scheme, string host, string path, Page page)
    {
        table[(scheme, host.ToLowerInvariant(), path)] = page;
        return this;
    }

    private int Port(string scheme) => site.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses
        .Select(address => new Uri(address)).Single(address => address.Scheme == scheme).Port;

    private ValueTask<SslServerAuthenticationOptions> ShakeHands(TlsHandshakeCallbackContext context) =>
        new(new SslServerAuthenticationOptions { ServerCertificateContext = certificates.Of(context.ClientHelloInfo.ServerName) });

    private async Task AnswerAsync(HttpContext context)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping.Token);
        var request = Record(context.Request);
        var page = table.GetValueOrDefault((request.Scheme, request.Host.ToLowerInvariant(), request.Path), Page.Empty(404));
        try
        {
            await page.Signal.WaitAsync(ending.Token);
            await SendAsync(page, context.Response, ending.Token);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }

    private RecordedRequest Record(HttpRequest request)
    {
        var headers = request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase);
        var recorded = new RecordedRequest(request.Scheme, request.Host.Host, request.Path.Value ?? "/", request.QueryString.Value ?? "", headers);
        requests.Enqueue(recorded);
        arrivals.Writer.TryWrite(recorded);
        return recorded;
    }

    private static async Task SendAsync(Page page, HttpResponse response, CancellationToken cancellationToken)
    {
        (response.StatusCode, response.ContentType) = (page.Status, page.ContentType);
        foreach (var (name, value) in page.Headers)
            response.Headers[name] = value;
        if (page.Repetition == Repetition.Once)
            response.ContentLength = page.Body.Length;
        do
        {
            await response.Body.WriteAsync(page.Body, cancellationToken);
        }
        while (page.Repetition == Repetition.Endless && !cancellationToken.IsCancellationRequested);
    }
}
