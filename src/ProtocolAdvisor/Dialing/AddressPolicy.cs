using System.Net;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>Decides which hosts, addresses and ports may be dialled.</summary>
public sealed class AddressPolicy(TargetOptions options)
{
    /// <summary>Whether the host may be asked for at all: judged by its spelling, before any lookup.</summary>
    public bool Allows(HostName host)
    {
        ArgumentNullException.ThrowIfNull(host);
        return host.Address is null || Allows(host.Address);
    }

    /// <summary>Whether a packet may go to this address.</summary>
    public bool Allows(IPAddress address) => options.AllowedNetworks.Any(network => network.Contains(address));

    /// <summary>Whether this port may be dialled.</summary>
    public bool AllowsPort(int port) => options.AllowedPorts.Any(range => port >= range.First && port <= range.Last);
}
