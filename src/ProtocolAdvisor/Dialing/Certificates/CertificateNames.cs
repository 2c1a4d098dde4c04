using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Dialing.Certificates;

/// <summary>The names in a certificate's subject alternative name extension (RFC 5280 §4.2.1.6).</summary>
internal static class CertificateNames
{
    private const int Most = 100;

    /// <summary>DNS names first, then addresses; empty where the extension is missing or cannot be read.</summary>
    internal static IReadOnlyList<string> Of(X509Certificate2 certificate)
    {
        var extension = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().FirstOrDefault();
        if (extension is null) return [];
        try
        {
            return [.. extension.EnumerateDnsNames().Concat(extension.EnumerateIPAddresses().Select(x => x.ToString())).Select(ServerText.Of).Distinct().Take(Most)];
        }
        catch (CryptographicException)
        {
            return [];
        }
    }
}
