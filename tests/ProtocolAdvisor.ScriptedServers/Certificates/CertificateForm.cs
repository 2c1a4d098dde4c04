using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.ScriptedServers;

/// <summary>Turns traits into a certificate request with its extensions.</summary>
internal static class CertificateForm
{
    public static CertificateRequest Fill(CertificateTraits traits, AsymmetricAlgorithm key)
    {
        var subject = new X500DistinguishedName($"CN={traits.CommonName ?? (traits.Names.Count > 0 ? traits.Names[0] : "test")}");
        var request = key is RSA rsa
            ? new CertificateRequest(subject, rsa, traits.Hash, RSASignaturePadding.Pkcs1)
            : new CertificateRequest(subject, (ECDsa)key, traits.Hash);
        var extensions = request.CertificateExtensions;
        extensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        extensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        if (traits.ExtendedKeyUsage is not null)
            extensions.Add(new X509EnhancedKeyUsageExtension([new Oid(traits.ExtendedKeyUsage)], false));
        if (traits.Names.Count > 0)
            extensions.Add(AlternativeNames(traits.Names));
        if (traits.FetchUrl is not null)
        {
            extensions.Add(new X509AuthorityInformationAccessExtension([traits.FetchUrl], [traits.FetchUrl]));
            extensions.Add(CertificateRevocationListBuilder.BuildCrlDistributionPointExtension([traits.FetchUrl]));
        }
        return request;
    }

    public static byte[] SerialNumber()
    {
        var serial = RandomNumberGenerator.GetBytes(16);
        // Positive and without a leading zero octet, as DER wants an INTEGER.
        serial[0] = (byte)((serial[0] & 0x7F) | 0x40);
        return serial;
    }

    private static X509Extension AlternativeNames(IEnumerable<string> names)
    {
        var builder = new SubjectAlternativeNameBuilder();
        foreach (var name in names)
        {
            if (IPAddress.TryParse(name, out var address))
                builder.AddIpAddress(address);
            else
                builder.AddDnsName(name);
        }
        return builder.Build();
    }
}
