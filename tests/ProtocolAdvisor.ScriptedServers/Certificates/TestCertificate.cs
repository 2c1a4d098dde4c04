using System.Net.Security;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>A server's certificate with its key, and the intermediates that the server sends along.</summary>
public sealed class TestCertificate : IDisposable
{
    private readonly Lazy<SslStreamCertificateContext> context;

    internal TestCertificate(X509Certificate2 leaf, X509Certificate2Collection sent)
    {
        // A key made in memory is ephemeral; SslStream wants one that went through PKCS#12.
        Leaf = X509CertificateLoader.LoadPkcs12(leaf.Export(X509ContentType.Pkcs12), null, X509KeyStorageFlags.Exportable);
        Sent = sent;
        context = new(() => SslStreamCertificateContext.Create(Leaf, Sent, offline: true));
    }

    /// <summary>The server's own certificate, with its private key.</summary>
    public X509Certificate2 Leaf { get; }

    /// <summary>What the server sends behind its own certificate.</summary>
    public X509Certificate2Collection Sent { get; }

    public SslStreamCertificateContext ServerContext => context.Value;

    /// <summary>The leaf and the intermediates sent, as a server's configuration wants them in one file.</summary>
    public string CertificatePem => string.Join('\n', [Leaf.ExportCertificatePem(), .. Sent.Select(c => c.ExportCertificatePem())]) + "\n";

    /// <summary>The private key, PKCS#8.</summary>
    public string KeyPem => ((System.Security.Cryptography.AsymmetricAlgorithm?)Leaf.GetECDsaPrivateKey() ?? Leaf.GetRSAPrivateKey())!
        .ExportPkcs8PrivateKeyPem() + "\n";

    /// <summary>Writes server.pem and server.key into the folder.</summary>
    public (string CertificatePath, string KeyPath) WritePem(string folder, string name = "server")
    {
        var paths = (Path.Combine(folder, name + ".pem"), Path.Combine(folder, name + ".key"));
        File.WriteAllText(paths.Item1, CertificatePem);
        File.WriteAllText(paths.Item2, KeyPem);
        return paths;
    }

    public void Dispose() => Leaf.Dispose();
}
