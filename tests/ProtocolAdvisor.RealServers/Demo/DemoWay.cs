namespace ProtocolAdvisor.RealServers;

/// <summary>How the product reaches the demo's provider: what an operator sets for servers on his own network.</summary>
/// <param name="park">The provider.</param>
internal sealed class DemoWay(ProviderPark park)
{
    /// <summary>The ports that are allowed besides the usual ones.</summary>
    private readonly IReadOnlyList<int> ports = StandardPorts.Available
        ? []
        :
        [
            .. Enum.GetValues<DovecotListener>().Select(park.Mail.Port),
            .. park.Submission is { } sends ? Enum.GetValues<PostfixListener>().Select(sends.Port) : [],
        ];

    /// <summary>The service's command line.</summary>
    /// <param name="root">The file of the root certificate to trust.</param>
    public IEnumerable<string> ToService(string root) =>
    [
        $"--Targets:AllowedNetworks:0={LoopbackAddresses.Network}",
        .. StandardPorts.All.Concat(ports).Index().Select(port => $"--Targets:AllowedPorts:{port.Index}={port.Item}"),
        $"--Tls:TrustedRoots:0={root}",
        $"--Dns:Servers:0={park.Dns.EndPoint}",
        $"--Discovery:HttpsPort={park.Web.HttpsPort}",
        $"--Discovery:HttpPort={park.Web.HttpPort}",
        "--Discovery:CatalogueUrl=none",
    ];

    /// <summary>The same for the terminal.</summary>
    /// <inheritdoc cref="ToService"/>
    public string InTerminal(string root) => string.Join(' ',
    [
        "--allow-network", LoopbackAddresses.Network,
        .. ports.SelectMany(port => (IEnumerable<string>)["--allow-port", $"{port}"]),
        "--trusted-root", root,
        "--dns", $"{park.Dns.EndPoint}",
        .. park.Web.HttpsPort == 443 ? Array.Empty<string>() : ["--https-port", $"{park.Web.HttpsPort}"],
        .. park.Web.HttpPort == 80 ? Array.Empty<string>() : ["--http-port", $"{park.Web.HttpPort}"],
        "--catalogue", "none",
    ]);
}
