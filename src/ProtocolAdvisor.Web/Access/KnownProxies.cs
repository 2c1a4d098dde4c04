using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;
using IPNetwork = System.Net.IPNetwork;

namespace ProtocolAdvisor.Web.Access;

/// <summary>The proxies before the service (<c>Access:Proxies</c>), whose word about a request's origin is taken: who calls, under which name, and whether by https.</summary>
/// <param name="Networks">Where they call from.</param>
internal sealed record KnownProxies(IReadOnlyList<IPNetwork> Networks)
{
    // Set as ASPNETCORE_FORWARDEDHEADERS_ENABLED: the framework then believes whoever calls.
    private const string BelieveAll = "FORWARDEDHEADERS_ENABLED";

    /// <summary>Reads the list.</summary>
    public static KnownProxies From(IConfiguration configuration)
    {
        if (bool.TryParse(configuration[BelieveAll], out var all) && all)
            throw new StartRefusedException(
                $"{BelieveAll}: X-Forwarded headers are believed only from the proxies that {KnownSettings.Proxies.Key} names; set it to false.");
        return new(new OperatorSettings(configuration).List(KnownSettings.Proxies));
    }

    /// <summary>Whether the address is one of theirs.</summary>
    public bool Include(IPAddress address) => Networks.Any(x => x.Contains(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address));
}

/// <summary>Believes the proxies.</summary>
internal static class ForwardedRequests
{
    /// <summary>Takes <c>X-Forwarded-For</c>, <c>-Proto</c> and <c>-Host</c> from the known proxies, and from nobody else.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var networks = app.Services.GetRequiredService<KnownProxies>().Networks;
        if (networks.Count == 0) return;
        var options = new ForwardedHeadersOptions { ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost, ForwardLimit = null };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var network in networks) options.KnownIPNetworks.Add(network);
        app.UseForwardedHeaders(options);
    }
}
