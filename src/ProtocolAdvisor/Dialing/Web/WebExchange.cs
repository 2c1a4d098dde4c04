using System.Net;
using System.Net.Security;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Web;

/// <summary>
/// One request and its answer over one connection that is dialled already: the HTTP library never gets to choose whom to connect to. A client is made for each
/// request, because a pool may hand a connection, and the bytes counted on it, to another request than the one it was opened for.
/// </summary>
internal sealed class WebExchange(CertificateTrust trust)
{
    /// <summary>Most bytes of a body, decompressed.</summary>
    internal const int MaxBody = 256 << 10;

    private const int MaxHeadersKiB = 32;

    // Everything that comes over the wire: the handshake's certificates, headers, preliminary answers without end, chunks of one byte.
    private const int MaxWireBytes = 1 << 20;

    /// <summary>Asks for <paramref name="target"/> over <paramref name="connection"/>. Throws what the network throws.</summary>
    internal async Task<WebAnswer> RunAsync(WebTarget target, MailConnection connection, CancellationToken token)
    {
        connection.Meter.Allowed = MaxWireBytes;
        using var client = new HttpMessageInvoker(Over(connection.Meter, target.Host));
        using var request = Request(target.Uri);
        using var response = await client.SendAsync(request, token);
        return new WebAnswer((int)response.StatusCode)
        {
            Body = response.StatusCode == HttpStatusCode.OK ? await ReadAsync(response.Content, token) : default,
            MaxAge = response.Headers.CacheControl switch { { NoStore: true } or { NoCache: true } => TimeSpan.Zero, var said => said?.MaxAge },
            LastModified = response.Content.Headers.LastModified,
            Location = IsRedirect(response.StatusCode) ? Absolute(target.Uri, response.Headers.Location) : null,
        };
    }

    private static HttpRequestMessage Request(Uri uri)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, uri) { Version = HttpVersion.Version11, VersionPolicy = HttpVersionPolicy.RequestVersionExact };
        request.Headers.ConnectionClose = true;
        request.Headers.UserAgent.ParseAdd("ProtocolAdvisor");
        request.Headers.Accept.ParseAdd("application/xml, text/xml, application/json, */*;q=0.1");
        return request;
    }

    private SocketsHttpHandler Over(Stream connection, HostName host)
    {
        Stream? unused = connection;
        return new()
        {
            // The library tries again where a server hangs up at once: there is no second connection.
            ConnectCallback = (_, _) => ValueTask.FromResult(Interlocked.Exchange(ref unused, null) ?? throw new IOException("the server hung up")),
            SslOptions = Tls(host),
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            Credentials = null,
            ActivityHeadersPropagator = null, // our traces are nobody else's business
            AutomaticDecompression = DecompressionMethods.All,
            MaxResponseHeadersLength = MaxHeadersKiB,
            MaxResponseDrainSize = 0,
            PooledConnectionLifetime = TimeSpan.Zero,
        };
    }

    private SslClientAuthenticationOptions Tls(HostName host) => new()
    {
        TargetHost = host.Value,
        EnabledSslProtocols = SslProtocols.Tls12 | SslProtocols.Tls13,
        AllowTlsResume = false,
        CertificateChainPolicy = CertificateChains.Unasked(),
        RemoteCertificateValidationCallback = (_, certificate, chain, _) =>
            certificate is X509Certificate2 full && chain is not null && IsSound(trust.Judge(host, full, chain.ChainPolicy.ExtraStore)),
    };

    // Stricter than with mail servers: what is only weak there decides here whether settings are believed.
    private static bool IsSound(IReadOnlyList<CertificateStatus> status)
    {
        var faults = status.Where(one => one != CertificateStatus.Trusted).ToList();
        return faults.Count == 0 ? true : throw new CertificateUntrustedException(faults);
    }

    private static async Task<ReadOnlyMemory<byte>> ReadAsync(HttpContent content, CancellationToken token)
    {
        await using var stream = await content.ReadAsStreamAsync(token);
        var body = new MemoryStream();
        var buffer = new byte[16 << 10];
        while (await stream.ReadAsync(buffer, token) is var count and > 0)
        {
            if (body.Length + count > MaxBody) throw new ResponseTooLargeException(new(RemarkCode.TooLong, ("bytes", MaxBody)));
            body.Write(buffer, 0, count);
        }

        return body.GetBuffer().AsMemory(0, (int)body.Length);
    }

    private static bool IsRedirect(HttpStatusCode status) => status is HttpStatusCode.MovedPermanently or HttpStatusCode.Found
        or HttpStatusCode.SeeOther or HttpStatusCode.TemporaryRedirect or HttpStatusCode.PermanentRedirect;

    private static Uri? Absolute(Uri asked, Uri? location) => location is not null && Uri.TryCreate(asked, location, out var absolute) ? absolute : null;
}
