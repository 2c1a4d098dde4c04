using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A certificate authority in memory, and every kind of certificate a mail server is seen with.</summary>
public sealed class TestCertificates : IDisposable
{
    private readonly X509Certificate2 intermediate;

    public TestCertificates(string name = "ProtocolAdvisor Test Root")
    {
        Root = MakeAuthority(name, issuer: null);
        intermediate = MakeAuthority("ProtocolAdvisor Test Intermediate", Root);
    }

    /// <summary>The root that a client must trust.</summary>
    public X509Certificate2 Root { get; }

    public string RootPem => Root.ExportCertificatePem() + "\n";

    /// <summary>Valid for the names (DNS names and IP addresses).</summary>
    public TestCertificate Good(params string[] names) => Issue(new() { Names = names });

    public TestCertificate Expired(params string[] names) => Issue(new()
    {
        Names = names,
        NotBefore = DateTimeOffset.UtcNow.AddDays(-100),
        NotAfter = DateTimeOffset.UtcNow.AddDays(-10),
    });

    public TestCertificate ExpiresIn(TimeSpan time, params string[] names) =>
        Issue(new() { Names = names, NotAfter = DateTimeOffset.UtcNow + time });

    public TestCertificate NotYetValid(params string[] names) => Issue(new() { Names = names, NotBefore = DateTimeOffset.UtcNow.AddDays(5) });

    public TestCertificate WrongHost() => Good("other.example.net");

    public TestCertificate SelfSigned(params string[] names) => Issue(new() { Names = names, SelfSigned = true });

    public TestCertificate WeakKey(params string[] names) => Issue(new() { Names = names, RsaBits = 1024 });

    public TestCertificate Sha1Signed(params string[] names) => Issue(new() { Names = names, Hash = HashAlgorithmName.SHA1 });

    /// <summary>The name stands in the subject only: clients stopped to look there years ago.</summary>
    public TestCertificate CommonNameOnly(string name) => Issue(new() { CommonName = name });

    /// <summary>Made for clients (clientAuth), not for servers.</summary>
    public TestCertificate NotForServers(params string[] names) => Issue(new() { Names = names, ExtendedKeyUsage = "1.3.6.1.5.5.7.3.2" });

    public TestCertificate WithIntermediate(params string[] names) => Issue(new() { Names = names, Chain = ChainKind.IntermediateSent });

    public TestCertificate IntermediateMissing(params string[] names) => Issue(new() { Names = names, Chain = ChainKind.IntermediateMissing });

    /// <summary>Any other certificate.</summary>
    public TestCertificate Issue(CertificateTraits traits)
    {
        using AsymmetricAlgorithm key = traits.RsaBits > 0 ? RSA.Create(traits.RsaBits) : ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = CertificateForm.Fill(traits, key);
        if (traits.SelfSigned)
        {
            using var own = request.CreateSelfSigned(traits.NotBefore, traits.NotAfter);
            return new TestCertificate(own, []);
        }
        var issuer = traits.Chain == ChainKind.Direct ? Root : intermediate;
        using var signed = request.Create(
            issuer.SubjectName,
            new AuthoritySignature(issuer.GetECDsaPrivateKey()!),
            traits.NotBefore,
            traits.NotAfter,
            CertificateForm.SerialNumber());
        using var whole = key is RSA rsa ? signed.CopyWithPrivateKey(rsa) : signed.CopyWithPrivateKey((ECDsa)key);
        return new TestCertificate(whole, traits.Chain == ChainKind.IntermediateSent ? [intermediate] : []);
    }

    /// <summary>A client's validation callback that trusts this authority besides the name's match.</summary>
    public bool Vouches(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        using var own = new X509Chain();
        own.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        own.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        own.ChainPolicy.DisableCertificateDownloads = true;
        own.ChainPolicy.CustomTrustStore.Add(Root);
        own.ChainPolicy.ExtraStore.AddRange(chain!.ChainPolicy.ExtraStore);
        return !errors.HasFlag(SslPolicyErrors.RemoteCertificateNameMismatch) && own.Build((X509Certificate2)certificate!);
    }

    /// <summary>Writes the root, which clients are told to trust, as PEM.</summary>
    public string WriteRootPem(string path)
    {
        File.WriteAllText(path, RootPem);
        return path;
    }

    public void Dispose()
    {
        Root.Dispose();
        intermediate.Dispose();
    }

    private static X509Certificate2 MakeAuthority(string name, X509Certificate2? issuer)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        var (from, to) = (DateTimeOffset.UtcNow.AddYears(-2), DateTimeOffset.UtcNow.AddYears(2));
        if (issuer is null)
            return request.CreateSelfSigned(from, to);
        using var signed = request.Create(issuer, issuer.NotBefore, issuer.NotAfter, CertificateForm.SerialNumber());
        return signed.CopyWithPrivateKey(key);
    }
}
