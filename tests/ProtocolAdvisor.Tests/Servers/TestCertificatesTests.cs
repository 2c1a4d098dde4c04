using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Servers;

public sealed class TestCertificatesTests
{
    private const string Host = "mail.example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    public static TheoryData<string, SslPolicyErrors, X509ChainStatusFlags> Kinds => new()
    {
        { nameof(TestCertificates.Good), SslPolicyErrors.None, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.WithIntermediate), SslPolicyErrors.None, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.WeakKey), SslPolicyErrors.None, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.Sha1Signed), SslPolicyErrors.None, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.CommonNameOnly), SslPolicyErrors.None, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.WrongHost), SslPolicyErrors.RemoteCertificateNameMismatch, X509ChainStatusFlags.NoError },
        { nameof(TestCertificates.Expired), SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid },
        { nameof(TestCertificates.NotYetValid), SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotTimeValid },
        { nameof(TestCertificates.NotForServers), SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.NotValidForUsage },
        { nameof(TestCertificates.SelfSigned), SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.UntrustedRoot },
        { nameof(TestCertificates.IntermediateMissing), SslPolicyErrors.RemoteCertificateChainErrors, X509ChainStatusFlags.PartialChain },
    };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Each_kind_is_served_and_has_its_own_flaw(string kind, SslPolicyErrors expected, X509ChainStatusFlags status)
    {
        using var certificates = new TestCertificates();
        using var certificate = Make(certificates, kind);
        await using var server = ScriptedMailServer.Start(new ImapScript { ImplicitTls = certificate });
        using var client = new TcpClient();
        await client.ConnectAsync(server.EndPoint, Cancel);
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck, DisableCertificateDownloads = true };
        policy.CustomTrustStore.Add(certificates.Root);
        policy.ApplicationPolicy.Add(new("1.3.6.1.5.5.7.3.1"));
        var (errors, flags) = (SslPolicyErrors.None, X509ChainStatusFlags.NoError);
        await using var tls = new SslStream(client.GetStream());

        await tls.AuthenticateAsClientAsync(
            new SslClientAuthenticationOptions
            {
                TargetHost = Host,
                CertificateChainPolicy = policy,
                RemoteCertificateValidationCallback = (_, _, chain, seen) =>
                {
                    (errors, flags) = (seen, chain!.ChainStatus.Aggregate(X509ChainStatusFlags.NoError, (all, one) => all | one.Status));
                    return true;
                },
            },
            Cancel);

        Assert.Equal((expected, status), (errors, flags));
    }

    private static TestCertificate Make(TestCertificates certificates, string kind) => kind switch
    {
        nameof(TestCertificates.Good) => certificates.Good(Host),
        nameof(TestCertificates.WithIntermediate) => certificates.WithIntermediate(Host),
        nameof(TestCertificates.WeakKey) => certificates.WeakKey(Host),
        nameof(TestCertificates.Sha1Signed) => certificates.Sha1Signed(Host),
        nameof(TestCertificates.CommonNameOnly) => certificates.CommonNameOnly(Host),
        nameof(TestCertificates.WrongHost) => certificates.WrongHost(),
        nameof(TestCertificates.Expired) => certificates.Expired(Host),
        nameof(TestCertificates.NotYetValid) => certificates.NotYetValid(Host),
        nameof(TestCertificates.NotForServers) => certificates.NotForServers(Host),
        nameof(TestCertificates.SelfSigned) => certificates.SelfSigned(Host),
        _ => certificates.IntermediateMissing(Host),
    };
}
