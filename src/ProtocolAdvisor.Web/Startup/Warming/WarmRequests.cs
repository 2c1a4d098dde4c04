using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Startup.Warming;

/// <summary>Requests to ourselves over HTTP: advice, a refused assessment, a report. Does nothing where the process does not listen on plain HTTP.</summary>
internal sealed class WarmRequests(IServer server, OwnKey key)
{
    // An address that every policy refuses, so that nothing is dialled.
    private const string Refused = """
        { "email": "warm@example.com", "server": { "host": "0.0.0.0", "endpoints": [ { "protocol": "imap", "port": 993, "security": "implicitTls" } ] },
          "credentials": { "username": "warm", "password": "warm" }, "usage": { "devices": 1, "priority": "speed" },
          "measurement": { "samples": 1, "maxBytes": 1 }, "deadlineMs": 1000 }
        """;

    /// <summary>Asks for advice and for an assessment that is refused.</summary>
    public async Task PostAsync(CancellationToken cancellationToken)
    {
        await SendAsync(HttpMethod.Post, "/v1/recommendations", "{}", cancellationToken);
        await SendAsync(HttpMethod.Post, "/v1/assessments", Refused, cancellationToken);
    }

    /// <summary>Opens a report: nothing else writes as many shapes of JSON.</summary>
    public Task OpenAsync(string id, CancellationToken cancellationToken) => SendAsync(HttpMethod.Get, $"/v1/assessments/{id}", null, cancellationToken);

    private async Task SendAsync(HttpMethod method, string path, string? json, CancellationToken cancellationToken)
    {
        if (Address() is not { } address || key.Text is not { } secret) return;
        using var pipe = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var client = new HttpClient(pipe) { BaseAddress = address };
        using var request = new HttpRequestMessage(method, path) { Headers = { { "X-Api-Key", secret }, { "Accept", "application/json" } } };
        if (json is not null) request.Content = new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await client.SendAsync(request, cancellationToken);
        await reply.Content.ReadAsByteArrayAsync(cancellationToken);
    }

    private Uri? Address() => server.Features.Get<IServerAddressesFeature>()?.Addresses
        .Select(x => BindingAddress.Parse(x))
        .Where(x => x.Scheme == Uri.UriSchemeHttp && !x.IsUnixPipe && !x.IsNamedPipe)
        .Select(x => new UriBuilder(x.Scheme, Reachable(x.Host), x.Port).Uri)
        .FirstOrDefault();

    // Whoever listens on every address is reached on loopback, too.
    private static string Reachable(string host) => host is "[::]" or "0.0.0.0" or "+" or "*" ? IPAddress.Loopback.ToString() : host;
}
