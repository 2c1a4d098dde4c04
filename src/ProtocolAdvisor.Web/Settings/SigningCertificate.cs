using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Extensions.Configuration.CommandLine;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>
/// The certificate that signs Apple profiles, with those between it and its root. The keys <c>Settings:SigningCertificate</c>,
/// <c>:SigningPassword</c>, <c>:SigningPasswordFile</c>.
/// </summary>
/// <param name="Signer">The certificate, with its private key.</param>
/// <param name="Chain">The others of the file: they go into the signature, so that devices find the way to a root.</param>
internal sealed record SigningCertificate(X509Certificate2 Signer, X509Certificate2Collection Chain)
{
    private const string PemBegins = "-----BEGIN ";
    private const string KeyBegins = "PRIVATE KEY-----";
    private const string EncryptedKeyBegins = "-----BEGIN ENCRYPTED PRIVATE KEY-----";
    private static readonly string Key = KnownSettings.SigningCertificate.Key;

    /// <summary>The configured one; null where none is. One that cannot sign now refuses the start with one line.</summary>
    /// <param name="configuration">The settings.</param>
    /// <param name="now">The time, which must lie within its validity.</param>
    public static SigningCertificate? From(IConfiguration configuration, DateTimeOffset now)
    {
        var password = Password(configuration);
        if (new OperatorSettings(configuration).Value(KnownSettings.SigningCertificate) is not { } path) return null;
        var certificate = Read(path, password);
        if (now < certificate.Signer.NotBefore) throw Refused(path, $"is not valid before {Day(certificate.Signer.NotBefore)}");
        if (now > certificate.Signer.NotAfter) throw Refused(path, $"has expired on {Day(certificate.Signer.NotAfter)}");
        TrySigning(certificate, path);
        return certificate;
    }

    /// <summary>Signs content: CMS signed data (RFC 5652) with the content in it, in DER.</summary>
    public byte[] Sign(byte[] content, DateTimeOffset now)
    {
        var signed = new SignedCms(new ContentInfo(content), detached: false);

        // The chain comes from the file: to build one, the platform would ask the network.
        var signer = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, Signer)
        {
            IncludeOption = X509IncludeOption.EndCertOnly,
            DigestAlgorithm = new Oid("2.16.840.1.101.3.4.2.1"), // SHA-256
        };
        signer.Certificates.AddRange(Chain);
        signer.SignedAttributes.Add(new Pkcs9SigningTime(now.UtcDateTime));
        signed.ComputeSignature(signer, silent: true);
        return signed.Encode();
    }

    private static string? Password(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        var (password, file) = (settings.Value(KnownSettings.SigningPassword), settings.Value(KnownSettings.SigningPasswordFile));
        var (key, other) = (KnownSettings.SigningPassword.Key, KnownSettings.SigningPasswordFile.Key);
        if (password is not null && file is not null) throw new StartRefusedException($"{key}: one of it and {other} is expected.");
        if (password is not null && IsInTheCommandLine(configuration, key))
            throw new StartRefusedException(
                $"{key}: a password does not belong into the command line, where others can read it; use the environment, or {other}.");
        return file is null ? password : FirstLine(file);
    }

    private static bool IsInTheCommandLine(IConfiguration configuration, string key) =>
        configuration is IConfigurationRoot root && root.Providers.OfType<CommandLineConfigurationProvider>().Any(x => x.TryGet(key, out _));

    private static string FirstLine(string file)
    {
        try
        {
            return File.ReadLines(file).FirstOrDefault() ?? string.Empty;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new StartRefusedException($"{KnownSettings.SigningPasswordFile.Key}: {OperatorSettings.Quoted(file)} cannot be read.");
        }
    }

    private static SigningCertificate Read(string path, string? password)
    {
        try
        {
            var bytes = File.ReadAllBytes(path);
            var text = Encoding.UTF8.GetString(bytes);
            return text.Contains(PemBegins, StringComparison.Ordinal) ? OfPem(path, text, password)
                : OfCollection(path, X509CertificateLoader.LoadPkcs12Collection(bytes, password));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw Refused(path, "cannot be read");
        }
        catch (CryptographicException)
        {
            throw Refused(path, $"is neither PEM nor PKCS#12, or {(password is null ? "wants a password" : "the password is wrong")}");
        }
    }

    private static SigningCertificate OfPem(string path, string text, string? password)
    {
        if (!text.Contains(KeyBegins, StringComparison.Ordinal)) throw Refused(path, "holds no private key");
        var isEncrypted = text.Contains(EncryptedKeyBegins, StringComparison.Ordinal);
        if (isEncrypted && password is null) throw Refused(path, "holds an encrypted private key, and no password is set");
        var all = new X509Certificate2Collection();
        all.ImportFromPem(text);
        var signer = all.Select(x => WithKey(x.ExportCertificatePem(), text, isEncrypted ? password : null)).FirstOrDefault(x => x is not null)
            ?? throw Refused(path, $"holds no certificate for its private key{(isEncrypted ? ", or the password is wrong" : "")}");
        return new(signer, Others(all, signer));
    }

    // Null where the key is another certificate's, of the same kind or not; in a file with a chain the signer need not stand first.
    private static X509Certificate2? WithKey(string certificate, string keys, string? password)
    {
        try
        {
            return password is null
                ? X509Certificate2.CreateFromPem(certificate, keys) : X509Certificate2.CreateFromEncryptedPem(certificate, keys, password);
        }
        catch (Exception exception) when (exception is ArgumentException or CryptographicException)
        {
            return null;
        }
    }

    private static SigningCertificate OfCollection(string path, X509Certificate2Collection all)
    {
        var signer = all.FirstOrDefault(x => x.HasPrivateKey) ?? throw Refused(path, "holds no private key");
        return new(signer, Others(all, signer));
    }

    private static X509Certificate2Collection Others(X509Certificate2Collection all, X509Certificate2 signer) =>
        [.. all.Where(x => x.Thumbprint != signer.Thumbprint)];

    private static void TrySigning(SigningCertificate certificate, string path)
    {
        try
        {
            certificate.Sign([0], certificate.Signer.NotBefore);
        }
        catch (CryptographicException)
        {
            throw Refused(path, "cannot sign: a key of RSA or ECDSA is needed");
        }
    }

    private static string Day(DateTime instant) => instant.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static StartRefusedException Refused(string path, string reason) => new($"{Key}: {OperatorSettings.Quoted(path)} {reason}.");
}
