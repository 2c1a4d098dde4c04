using ProtocolAdvisor.Dialing.Certificates;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Dialing;

/// <summary>Chains by what the system lists, and by what it says itself, as on Windows and macOS: what the operator trusts beside it counts either way.</summary>
public sealed class CertificateChainsTests : IDisposable
{
    private readonly TestCertificates _authority = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_the_operator_trusts_is_trusted_beside_the_system(bool asksSystem)
    {
        using var good = _authority.WithIntermediate("mail.example.com");
        using var incomplete = _authority.IntermediateMissing("mail.example.com");
        using var self = _authority.SelfSigned("mail.example.com");
        var trusting = new CertificateChains([_authority.Root], TimeProvider.System, asksSystem);
        Assert.Equal((true, false), Verdict(trusting, good));
        Assert.Equal((false, true), Verdict(trusting, incomplete));
        Assert.Equal((false, true), Verdict(trusting, self));
        Assert.False(Verdict(new CertificateChains([], TimeProvider.System, asksSystem), good).ReachesRoot);
    }

    private static (bool ReachesRoot, bool IsLeafOnly) Verdict(CertificateChains chains, TestCertificate certificate)
    {
        var verdict = chains.Of(certificate.Leaf, certificate.Sent);
        return (verdict.ReachesRoot, verdict.IsLeafOnly);
    }

    public void Dispose() => _authority.Dispose();
}
