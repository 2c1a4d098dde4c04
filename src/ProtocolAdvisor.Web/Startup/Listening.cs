using System.Net;
using ProtocolAdvisor.Web.Access;
using ProtocolAdvisor.Web.Inbound;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Where the service listens, and whether it may there.</summary>
internal static class Listening
{
    /// <summary>Where it listens unless it is told otherwise.</summary>
    public const string Default = "http://127.0.0.1:5080";

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
            kestrel.BoundConnections();
        });
    }

    /// <summary>Refuses to listen beyond loopback without keys: anybody could use the service to reach others.</summary>
    public static void Judge(IConfiguration configuration, AccessOptions access)
    {
        foreach (var (key, address) in Configured(configuration))
            if (Parsed(address) is null) throw new StartRefusedException($"{key}: an address such as http://127.0.0.1:5080 is expected.");
        if (OnLoopbackOnly(configuration)) return;
        if (access.Keys.Count == 0)
            throw new StartRefusedException("Access:Keys: at least one key is needed to listen on an address other than loopback.");
        if (access.AllowAnonymous == true)
            throw new StartRefusedException("Access:AllowAnonymous: true is allowed only while listening on loopback.");
    }

    /// <summary>Whether nobody but this machine reaches the service.</summary>
    public static bool OnLoopbackOnly(IConfiguration configuration) => Configured(configuration).All(x => IsLoopback(x.Address));

    /// <summary>The hosts that the addresses name, IPv6 in brackets.</summary>
    public static IEnumerable<string> Hosts(IConfiguration configuration) => Configured(configuration).Select(x => Parsed(x.Address)?.Host).OfType<string>();

    /// <summary>Whether an address can be listened on, as far as its form goes.</summary>
    public static bool IsAddress(string? text, out string address) => Parsed(address = text ?? "") is not null;

    /// <summary>The keys that say where is listened, for who tells that it cannot be.</summary>
    public static string Keys(IConfiguration configuration) => string.Join(", ", Configured(configuration).Select(x => x.Key).Distinct()) is { Length: > 0 } keys ? keys : "Urls";

    private static List<(string Key, string Address)> Configured(IConfiguration configuration) =>
    [
        .. Listed(configuration["urls"]).Select(x => ("Urls", x)),
        .. configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(x => ($"{x.Path}:Url", x["Url"] ?? "")),
        // Ports without a host mean every address.
        .. PortKeys.SelectMany(key => Listed(configuration[key]).Select(port => (key, $"http://*:{port}"))),
    ];

    private static string[] Listed(string? text) =>
        (text ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static BindingAddress? Parsed(string address)
    {
        try
        {
            return BindingAddress.Parse(address) is { Port: >= 0 and <= IPEndPoint.MaxPort, Scheme: "http" or "https", PathBase: "" } parsed ? parsed : null;
        }
        catch (Exception exception) when (exception is FormatException or InvalidOperationException)
        {
            return null;
        }
    }

    // A socket file is no loopback: a proxy may stand before it.
    private static bool IsLoopback(string address) => Parsed(address) is { IsUnixPipe: false, IsNamedPipe: false, Host: var host }
        && (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));
}
