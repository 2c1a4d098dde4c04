using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Whether Kestrel will be able to read its certificates; it would say so in a stack trace that does not name the key.</summary>
internal static class KestrelCertificates
{
    /// <summary>Reads every certificate that is named by a file, as Kestrel will; one that cannot be read refuses the start.</summary>
    public static void Judge(IConfiguration configuration)
    {
        foreach (var certificate in Sections(configuration).Where(x => x["Path"] is { Length: > 0 }))
        {
            try
            {
                using var read = Read(certificate["Path"]!, certificate["KeyPath"], certificate["Password"]);
                if (!read.HasPrivateKey)
                    throw new StartRefusedException($"{certificate.Path}:Path: the file holds no private key, and KeyPath names none.");
            }
            catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
            {
                throw new StartRefusedException($"{certificate.Path}:Path: the certificate or its key cannot be read.");
            }
            catch (Exception exception) when (exception is CryptographicException or ArgumentException)
            {
                throw new StartRefusedException(
                    $"{certificate.Path}:Path: a certificate with its key is expected (PKCS#12, or PEM with KeyPath), and the right Password where it has one.");
            }
        }
    }

    private static IEnumerable<IConfigurationSection> Sections(IConfiguration configuration) =>
        configuration.GetSection("Kestrel:Certificates").GetChildren()
            .Concat(configuration.GetSection("Kestrel:Endpoints").GetChildren()
                .SelectMany(x => x.GetSection("Sni").GetChildren().Append(x)).Select(x => x.GetSection("Certificate")));

    private static X509Certificate2 Read(string path, string? key, string? password) =>
        key is not { Length: > 0 } ? X509CertificateLoader.LoadPkcs12FromFile(path, password)
        : password is { Length: > 0 } ? X509Certificate2.CreateFromEncryptedPemFile(path, password, key) : X509Certificate2.CreateFromPemFile(path, key);
}
