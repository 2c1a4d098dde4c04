using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Cluster;

/// <summary>Reads the section <c>Cluster</c>. Whoever reaches a node's port is a node, so it must not be reached by others: that is judged before the start.</summary>
internal static class ClusterOptions
{
    // Private networks (RFC 1918, RFC 4193), carriers' (RFC 6598), this machine, this link.
    private static readonly IPNetwork[] Private =
    [
        .. new[] { "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "fc00::/7", "fe80::/10", "::1/128" }.Select(x => IPNetwork.Parse(x)),
    ];

    /// <summary>Whether this process is one of several nodes.</summary>
    public static bool IsEnabled(IConfiguration configuration) => new OperatorSettings(configuration).Value(KnownSettings.ClusterEnabled);

    /// <summary>Where the other nodes reach this one; one that cannot be, or must not, refuses the start with one line.</summary>
    public static NodeOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        if (settings.Value(KnownSettings.StorageProvider) != StorageProvider.PostgreSql)
            throw new StartRefusedException($"{KnownSettings.ClusterEnabled.Key}: nodes share one database; {KnownSettings.StorageProvider.Key}: postgresql is needed for several.");
        var (address, tls) = (settings.Value(KnownSettings.AdvertisedAddress) ?? OnlyAddress(), Tls(settings));
        if (!Private.Any(x => x.Contains(address)) && tls is null && !settings.Value(KnownSettings.AllowPublicAddress))
            throw new StartRefusedException(
                $"{KnownSettings.AdvertisedAddress.Key}: {address} is public, and whoever reaches a node's port is a node. A private address is expected, {KnownSettings.NodeCertificate.Key}, or {KnownSettings.AllowPublicAddress.Key}.");
        return new NodeOptions(address, settings.Value(KnownSettings.SiloPort)) { Tls = tls };
    }

    /// <summary>Refuses the start where the port is not free: two nodes of one machine would else listen on one port, and each get half of what is sent there.</summary>
    public static void JudgePort(NodeOptions node)
    {
        try
        {
            using var socket = new Socket(node.Address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
            socket.Bind(new IPEndPoint(node.Address, node.Port));
            socket.Listen();
        }
        catch (SocketException exception) when (exception.SocketErrorCode == SocketError.AddressNotAvailable)
        {
            throw new StartRefusedException($"{KnownSettings.AdvertisedAddress.Key}: {node.Address} is no address of this machine.");
        }
        catch (SocketException exception)
        {
            throw new StartRefusedException($"{KnownSettings.SiloPort.Key}: {new IPEndPoint(node.Address, node.Port)} cannot be listened on: {exception.Message}.");
        }
    }

    /// <summary>An address that others can be told.</summary>
    public static bool IsAddress(string? text, out IPAddress? address) => IPAddress.TryParse(text, out address) && address.ToString() == text
        && !address.Equals(IPAddress.Any) && !address.Equals(IPAddress.IPv6Any) && !address.IsIPv6Multicast && !(address.AddressFamily == AddressFamily.InterNetwork && address.GetAddressBytes()[0] >= 224);

    // Most machines and containers have one.
    private static IPAddress OnlyAddress()
    {
        var own = NetworkInterface.GetAllNetworkInterfaces().Where(x => x.OperationalStatus == OperationalStatus.Up).SelectMany(x => x.GetIPProperties().UnicastAddresses)
            .Select(x => x.Address).Where(x => x.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(x) && Private.Any(y => y.Contains(x))).Distinct().ToList();
        return own is [var only] ? only : throw new StartRefusedException(
            $"{KnownSettings.AdvertisedAddress.Key}: the address at which the other nodes reach this one is expected; this machine has {(own.Count == 0 ? "no private one" : string.Join(", ", own))}.");
    }

    private static NodeTls? Tls(OperatorSettings settings)
    {
        var (certificate, key, roots) = (settings.Value(KnownSettings.NodeCertificate), settings.Value(KnownSettings.NodeKey), settings.List(KnownSettings.NodeRoots));
        if (certificate is null && key is null && roots.Count == 0) return null;
        if (certificate is null) throw new StartRefusedException($"{KnownSettings.NodeCertificate.Key}: this node's certificate is expected beside its key and the roots of the others'.");
        if (roots.Count == 0) throw new StartRefusedException($"{KnownSettings.NodeRoots.Key}: the roots that the nodes' certificates come from are expected: any other node is turned away.");
        return new NodeTls(Own(certificate, key), [.. roots.SelectMany(Roots)]);
    }

    private static X509Certificate2 Own(string certificate, string? key)
    {
        try
        {
            return X509Certificate2.CreateFromPemFile(certificate, key ?? certificate);
        }
        catch (Exception exception) when (exception is CryptographicException or IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new StartRefusedException($"{KnownSettings.NodeCertificate.Key}: {OperatorSettings.Quoted(certificate)} and its key cannot be read as PEM.");
        }
    }

    private static X509Certificate2Collection Roots(string path) => OptionTexts.IsRootFile(path, out var roots)
        ? roots : throw new StartRefusedException($"{KnownSettings.NodeRoots.Key}: {OperatorSettings.Quoted(path)} cannot be read as PEM certificates.");
}
