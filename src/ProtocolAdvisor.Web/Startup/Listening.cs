using System.Net;
using ProtocolAdvisor.Web.Access;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Where the service listens, and whether it may there.</summary>
internal static class Listening
{
    private const string Default = "http://127.0.0.1:5080";
    private static readonly string[] PortKeys = ["http_ports", "https_ports"];

    /// <summary>Loopback, unless the configuration says otherwise; bounds on what a connection may send.</summary>
    public static void Listen(this WebApplicationBuilder builder)
    {
        if (Configured(builder.Configuration).Count == 0) builder.WebHost.UseUrls(Default);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = Wire.JsonBody.MaxBytes;
            kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
            kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
        });
    }

    /// <summary>Refuses to listen beyond loopback without keys: anybody could use the service to reach others.</summary>
    public static void Judge(IConfiguration configuration, AccessOptions access)
    {
        if (Configured(configuration).All(IsLoopback)) return;
        if (access.Keys.Count == 0)
            throw new StartRefusedException("Access:Keys: at least one key is needed to listen on an address other than loopback.");
        if (access.AllowAnonymous == true)
            throw new StartRefusedException("Access:AllowAnonymous: true is allowed only while listening on loopback.");
    }

    private static List<string> Configured(IConfiguration configuration) =>
    [
        .. (configuration["urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(x => x["Url"] ?? "*"),
        // Ports without a host mean every address.
        .. PortKeys.SelectMany(key => (configuration[key] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries)).Select(_ => "*"),
    ];

    private static bool IsLoopback(string url)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var uri)) return false;
        return uri.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));
    }
}
