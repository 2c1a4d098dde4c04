using System.Net;
using System.Net.NetworkInformation;
using DnsClient;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>The name servers that the system itself asks.</summary>
internal static class SystemNameServers
{
    /// <summary>
    /// All of them, in the system's order. DnsClient looks at the network interfaces that are up and not loopback; but what resolv.conf names is asked by every program, also
    /// where there is nothing but loopback or the interface has not come up yet.
    /// </summary>
    internal static IReadOnlyList<NameServer> List()
    {
        var found = NameServer.ResolveNameServers(skipIPv6SiteLocal: true, fallbackToGooglePublicDns: false);
        return found.Count > 0 ? [.. found] : [.. OfAnyInterface().Select(x => new NameServer(x)).DefaultIfEmpty(new NameServer(IPAddress.Loopback))];
    }

    // On Unix every interface is said to have the servers of resolv.conf. Where that names none, the system asks the own machine (resolv.conf(5)).
    private static IEnumerable<IPAddress> OfAnyInterface() => NetworkInterface.GetAllNetworkInterfaces().SelectMany(x => x.GetIPProperties().DnsAddresses).Distinct();
}
