using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>
/// Web servers of many names on loopback, behind one Kestrel with a port for https and one for http, a name server that knows them, and a guarded client
/// that asks them.
/// </summary>
internal sealed class WebHosts : IAsyncDisposable
{
    internal const string Host = "autoconfig.example.com";

    /// <summary>May not be dialled, although it is on this machine.</summary>
    internal static readonly IPAddress Forbidden = IPAddress.Parse("127.0.0.66");

    private readonly WebApplication _application;
    private readonly ConcurrentDictionary<string, RequestDelegate> _answers = new();
    private readonly ConcurrentDictionary<string, TestCertificate> _certificates = new();
    private readonly ConcurrentQueue<(string Url, IHeaderDictionary Headers)> _requests = new();
    private readonly List<IDisposable> _clients = [];

    private WebHosts()
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0, listener => listener.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = hello => new(Tls(hello.ClientHelloInfo)) }));
            kestrel.Listen(IPAddress.Loopback, 0);
        });
        _application = builder.Build();
        _application.Run(AnswerAsync);
    }

    internal TestCertificates Authority { get; } = new();

    internal ScriptedDnsServer Dns { get; } = ScriptedDnsServer.Start();

    internal WebPorts Ports { get; private set; } = new();

    /// <summary>Every request that was answered, with the URL as the client had it.</summary>
    internal IReadOnlyList<(string Url, IHeaderDictionary Headers)> Requests => [.. _requests];

    internal static async Task<WebHosts> StartAsync()
    {
        var hosts = new WebHosts();
        await hosts._application.StartAsync(TestContext.Current.CancellationToken);
        int PortOf(string scheme) => hosts._application.Urls.Select(url => new Uri(url)).Single(url => url.Scheme == scheme).Port;
        hosts.Ports = new WebPorts(PortOf("https"), PortOf("http"));
        return hosts;
    }

    /// <summary>From now on the host exists and answers so; without a certificate of its own it shows a good one.</summary>
    internal WebHosts Serve(string host, RequestDelegate answer, TestCertificate? certificate = null)
    {
        Dns.Answer(host, "127.0.0.1");
        _answers[host] = answer;
        _certificates[host] = certificate ?? Authority.Good(host);
        return this;
    }

    /// <inheritdoc cref="Serve(string, RequestDelegate, TestCertificate?)"/>
    internal WebHosts Redirect(string host, string location, int status = 302) => Serve(host, context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.Location = location;
        return Task.CompletedTask;
    });

    /// <inheritdoc cref="Serve(string, RequestDelegate, TestCertificate?)"/>
    internal WebHosts Serve(string host, string body, TestCertificate? certificate = null) => Serve(host, context => context.Response.WriteAsync(body), certificate);

    /// <summary>A client that asks this world.</summary>
    internal GuardedHttp Client(TimeProvider? clock = null, TargetOptions? targets = null, WebPorts? ports = null, List<Exception>? unexpected = null)
    {
        clock ??= TimeProvider.System;
        targets = (targets ?? Loopback.Targets) with { DeniedNetworks = [new IPNetwork(Forbidden, 32)] };
        var dns = new DnsLookup([Dns.EndPoint], TimeSpan.FromSeconds(5), clock);
        var client = new GuardedHttp(
            targets, ports ?? Ports, new HostResolver(new AddressPolicy(targets), dns, clock), new CertificateTrust([Authority.Root], TimeProvider.System),
            new LocalGate(targets.Dials, clock), (_, limits) => new LocalGate(limits, clock), clock, e => unexpected?.Add(e));
        _clients.AddRange([client, dns]);
        return client;
    }

    /// <summary>Asks once; a fault of our own fails the test.</summary>
    internal async Task<HttpFetch> GetAsync(string uri, WebPorts? ports = null)
    {
        var unexpected = new List<Exception>();
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), TimeProvider.System, TestContext.Current.CancellationToken);
        var fetch = await Client(ports: ports, unexpected: unexpected).GetAsync(new Uri(uri), deadline, CancellationToken.None);
        Assert.Empty(unexpected);
        return fetch;
    }

    private SslServerAuthenticationOptions Tls(SslClientHelloInfo hello) => new()
    {
        ServerCertificateContext = _certificates[hello.ServerName].ServerContext,
#pragma warning disable SYSLIB0040 // The only way to OpenSSL's security level 0: small keys and SHA-1 are what tests want.
        EncryptionPolicy = EncryptionPolicy.AllowNoEncryption,
#pragma warning restore SYSLIB0040
    };

    private Task AnswerAsync(HttpContext context)
    {
        var request = context.Request;
        _requests.Enqueue(($"{request.Scheme}://{request.Host}{request.Path}{request.QueryString}", new HeaderDictionary(request.Headers.ToDictionary())));
        return _answers[request.Host.Host](context);
    }

    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await _application.DisposeAsync();
        await Dns.DisposeAsync();
        Authority.Dispose();
    }
}
