using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The web sites of all domains and houses, an address for each house: the settings files that some publish, and "not there" for
/// everything else.</summary>
internal sealed class SettingsSites : IAsyncDisposable
{
    private const string FilePath = "/mail/config-v1.1.xml";
    private const int NotThere = 404;
    private const int Neighbours = 10;
    private readonly AuditScale _scale;
    private readonly TestCertificates _authority;
    private readonly ConcurrentDictionary<string, Lazy<SslStreamCertificateContext>> _certificates = new(StringComparer.OrdinalIgnoreCase);
    private readonly WebApplication _site;
    private long _requests;

    private SettingsSites(AuditScale scale, TestCertificates authority)
    {
        (_scale, _authority) = (scale, authority);
        (HttpsPort, HttpPort) = (FreePort(), FreePort());
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            foreach (var address in Enumerable.Range(0, scale.Hosts).Select(WorldNames.WebAddress))
            {
                kestrel.Listen(address, HttpsPort, listen => listen.UseHttps(new TlsHandshakeCallbackOptions { OnConnection = hello => new(Tls(hello.ClientHelloInfo.ServerName)) }));
                kestrel.Listen(address, HttpPort);
            }
        });
        _site = builder.Build();
        _site.Run(AnswerAsync);
    }

    /// <summary>Requests so far.</summary>
    internal long Requests => Interlocked.Read(ref _requests);

    internal int HttpsPort { get; }

    internal int HttpPort { get; }

    internal static async Task<SettingsSites> StartAsync(AuditScale scale, TestCertificates authority)
    {
        var sites = new SettingsSites(scale, authority);
        await sites._site.StartAsync();
        return sites;
    }

    public async ValueTask DisposeAsync()
    {
        await _site.StopAsync(new CancellationToken(canceled: true));
        await _site.DisposeAsync();
    }

    private static int FreePort()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        socket.Bind(new IPEndPoint(IPAddress.Any, 0));
        return ((IPEndPoint)socket.LocalEndPoint!).Port;
    }

    // One certificate for all names of ten neighbours: a hundred thousand would be more work, and more memory, than all that is measured.
    private SslServerAuthenticationOptions Tls(string name)
    {
        var second = name.Split('.')[^2];
        string[] domains = CustomerDomain.CustomerOf(second) is { } number
            ? [.. Enumerable.Range(number - (number % Neighbours), Neighbours).Select(x => new CustomerDomain(x, 1).Name)] : [second + ".net"];
        return new() { ServerCertificateContext = _certificates.GetOrAdd(domains[0], _ => new(() => _authority.Good([.. domains, .. domains.Select(x => "*." + x)]).ServerContext)).Value };
    }

    private async Task AnswerAsync(HttpContext context)
    {
        Interlocked.Increment(ref _requests);
        await Task.Delay(_scale.LatencyMs, context.RequestAborted);
        if (File(context.Request) is { } file)
        {
            context.Response.ContentType = "text/xml";
            await context.Response.WriteAsync(file, context.RequestAborted);
        }
        else
        {
            context.Response.StatusCode = NotThere;
        }
    }

    private string? File(HttpRequest request)
    {
        if (request.Path != FilePath || request.Host.Host.Split('.') is not ["autoconfig", var second, "net"]) return null;
        var house = CustomerDomain.HouseOf(second) ?? (CustomerDomain.CustomerOf(second) is { } number ? new CustomerDomain(number, _scale.Hosts).House : null);
        if (house is null) return null;
        var host = CustomerDomain.MailHost(house.Value);
        return new AutoconfigFile(
            second + ".net", new AutoconfigServer("imap", host, 993, "SSL"), new AutoconfigServer("pop3", host, 995, "SSL"), new AutoconfigServer("smtp", host, 465, "SSL")).Write();
    }
}
