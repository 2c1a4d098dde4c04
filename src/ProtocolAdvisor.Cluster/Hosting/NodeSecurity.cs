using System.Security.Cryptography.X509Certificates;
using Orleans.Connections.Security;

namespace ProtocolAdvisor.Cluster.Hosting;

/// <summary>TLS between nodes: whoever shows no certificate of the operator's roots is no node. Names do not matter, for nodes know each other by address.</summary>
internal static class NodeSecurity
{
    /// <summary>Every connection to and from the silo goes over it.</summary>
    internal static void Use(ISiloBuilder silo, NodeTls tls) => silo.UseTls(options =>
    {
        options.LocalCertificate = tls.Own;
        options.RemoteCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.ClientCertificateMode = RemoteCertificateMode.RequireCertificate;
        options.RemoteCertificateValidation = (certificate, _, _) => IsOurs(certificate, tls.Roots);
        options.OnAuthenticateAsClient = (_, client) => client.TargetHost = "node";
    });

    private static bool IsOurs(X509Certificate2 certificate, X509Certificate2Collection roots)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(roots);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        chain.ChainPolicy.DisableCertificateDownloads = true;
        return chain.Build(certificate);
    }
}
