using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Startup.Warming;

/// <summary>Requests to ourselves over HTTP: advice, a refused assessment, a report that is not there.</summary>
internal sealed class WarmRequests(IServer server, OwnKey key)
{
    // An address that every policy refuses, so that nothing is dialled.
    private const string Refused = """{"email":"warm@example.com","server":{"host":"0.0.0.0"},"credentials":{"password":"warm"},"usage":{"devices":1}}""";

    /// <summary>Sends them; does nothing where the process does not listen on plain HTTP.</summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (Address() is not { } address || key.Text is not { } secret) return;
        using var pipe = new SocketsHttpHandler { UseProxy = false, UseCookies = false };
        using var client = new HttpClient(pipe) { BaseAddress = address };
        client.DefaultRequestHeaders.Add("X-Api-Key", secret);
        await PostAsync(client, "/v1/recommendations", "{}", cancellationToken);
        await PostAsync(client, "/v1/assessments", Refused, cancellationToken);
        using var unknown = await client.GetAsync(new Uri("/v1/assessments/warm", UriKind.Relative), cancellationToken);
    }

    private static async Task PostAsync(HttpClient client, string path, string json, CancellationToken cancellationToken)
    {
        using var body = new StringContent(json, Encoding.UTF8, "application/json");
        using var reply = await client.PostAsync(new Uri(path, UriKind.Relative), body, cancellationToken);
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
