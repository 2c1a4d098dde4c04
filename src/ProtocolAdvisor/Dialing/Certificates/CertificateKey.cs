using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Dialing.Certificates;

/// <summary>A certificate's public key: its kind and length.</summary>
internal static class CertificateKey
{
    private const string Ed25519 = "1.3.101.112";
    private const string Ed448 = "1.3.101.113";

    /// <summary>The kind's name (the object identifier where we have none) and the length in bits where it can be told.</summary>
    internal static (string Type, int? Bits) Of(X509Certificate2 certificate)
    {
        try
        {
            using var rsa = certificate.GetRSAPublicKey();
            if (rsa is not null) return ("rsa", rsa.KeySize);
            using var curve = certificate.GetECDsaPublicKey();
            if (curve is not null) return ("ecdsa", curve.KeySize);
            using var dsa = certificate.GetDSAPublicKey();
            if (dsa is not null) return ("dsa", dsa.KeySize);
        }
        catch (CryptographicException)
        {
            // A key that our library cannot read is named by its identifier below.
        }

        return certificate.PublicKey.Oid.Value switch
        {
            Ed25519 => ("ed25519", 256),
            Ed448 => ("ed448", 448),
            var oid => (oid ?? "unknown", null),
        };
    }
}
