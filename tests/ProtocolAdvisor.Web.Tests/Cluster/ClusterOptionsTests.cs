using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Web.Cluster;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>What would make an unsafe node, or none, is refused before the start, in one line that names its key.</summary>
public sealed class ClusterOptionsTests
{
    [Theory]
    [InlineData("Cluster:AdvertisedAddress: 8.8.8.8 is public", "Cluster:AdvertisedAddress=8.8.8.8")]
    [InlineData("Cluster:AdvertisedAddress: 2606:4700::1 is public", "Cluster:AdvertisedAddress=2606:4700::1")]
    [InlineData("Cluster:AdvertisedAddress: an address of this machine such as 10.0.0.5 is expected", "Cluster:AdvertisedAddress=0.0.0.0")]
    [InlineData("Cluster:AdvertisedAddress: an address of this machine such as 10.0.0.5 is expected", "Cluster:AdvertisedAddress=::")]
    [InlineData("Cluster:AdvertisedAddress: an address of this machine such as 10.0.0.5 is expected", "Cluster:AdvertisedAddress=node.example.com")]
    [InlineData("Cluster:AdvertisedAddress: an address of this machine such as 10.0.0.5 is expected", "Cluster:AdvertisedAddress=127.1")]
    [InlineData("Cluster:AdvertisedAddress: an address of this machine such as 10.0.0.5 is expected", "Cluster:AdvertisedAddress=239.0.0.1")]
    [InlineData("Cluster:SiloPort: ", "Cluster:SiloPort=0")]
    [InlineData("Cluster:Enabled: nodes share one database", "Storage:Provider=sqlite")]
    [InlineData("Cluster:Tls:Certificate: this node's certificate is expected", "Cluster:Tls:Roots=/etc/hostname")]
    [InlineData("Cluster:Tls:Roots: the roots that the nodes' certificates come from are expected", "Cluster:Tls:Certificate=/etc/hostname")]
    [InlineData("Cluster:Tls:Certificate: \"/etc/hostname\" and its key cannot be read as PEM", "Cluster:Tls:Certificate=/etc/hostname", "Cluster:Tls:Roots=/etc/hostname")]
    public void A_node_that_may_not_be_is_refused(string line, params string[] settings) =>
        Assert.StartsWith(line, Assert.Throws<StartRefusedException>(() => From(settings)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("Cluster:AdvertisedAddress=10.1.2.3")]
    [InlineData("Cluster:AdvertisedAddress=fd00::1")]
    [InlineData("Cluster:AdvertisedAddress=8.8.8.8", "Cluster:AllowPublicAddress=true")]
    public void A_private_address_or_one_that_the_operator_answers_for_is_taken(params string[] settings) => Assert.Equal(11111, From(settings).Port);

    [Fact]
    public void A_port_that_another_node_has_is_refused_and_so_is_an_address_of_another_machine()
    {
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        other.Listen();
        var port = ((IPEndPoint)other.LocalEndPoint!).Port;
        Assert.StartsWith($"Cluster:SiloPort: 127.0.0.1:{port} cannot be listened on: ", Judged(new NodeOptions(IPAddress.Loopback, port)), StringComparison.Ordinal);
        Assert.Equal("Cluster:AdvertisedAddress: 192.0.2.7 is no address of this machine.", Judged(new NodeOptions(IPAddress.Parse("192.0.2.7"), port)));
    }

    private static string Judged(NodeOptions node) => Assert.Throws<StartRefusedException>(() => ClusterOptions.JudgePort(node)).Message;

    private static NodeOptions From(string[] settings) => ClusterOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection([KeyValuePair.Create("Storage:Provider", (string?)"postgresql"), KeyValuePair.Create("Cluster:AdvertisedAddress", (string?)"127.0.0.1")])
            .AddInMemoryCollection(settings.Select(x => x.Split('=', 2)).Select(x => KeyValuePair.Create(x[0], (string?)x[1]))).Build());
}
