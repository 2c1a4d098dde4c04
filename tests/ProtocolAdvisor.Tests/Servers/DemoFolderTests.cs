using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class DemoFolderTests
{
    [Fact]
    public void A_demo_that_ends_leaves_the_certificate_of_another_where_it_is()
    {
        using var authority = new TestCertificates();
        using var one = new DemoFolder();
        var other = new DemoFolder();
        authority.WriteRootPem(one.RootFile);
        authority.WriteRootPem(other.RootFile);
        other.Dispose();
        Assert.True(File.Exists(one.RootFile));
        Assert.False(File.Exists(other.RootFile));
    }
}
