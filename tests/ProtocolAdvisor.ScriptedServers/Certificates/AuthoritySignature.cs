using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Signs certificates with ECDSA, SHA-1 included, which .NET's own generator refuses.</summary>
internal sealed class AuthoritySignature(ECDsa key) : X509SignatureGenerator
{
    private readonly X509SignatureGenerator modern = CreateForECDsa(key);

    protected override PublicKey BuildPublicKey() => modern.PublicKey;

    public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA1)
            return modern.GetSignatureAlgorithmIdentifier(hashAlgorithm);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
            writer.WriteObjectIdentifier("1.2.840.10045.4.1"); // ecdsa-with-SHA1
        return writer.Encode();
    }

    public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) =>
        key.SignData(data, hashAlgorithm, DSASignatureFormat.Rfc3279DerSequence);
}
