using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Web.Settings;
using ProtocolAdvisor.Web.Startup;
using ProtocolAdvisor.Web.Tests.Hosting;
using CommandLine = Microsoft.Extensions.Configuration.CommandLineConfigurationExtensions;
using Configuration = Microsoft.Extensions.Configuration.ConfigurationBuilder;
using MemoryConfiguration = Microsoft.Extensions.Configuration.MemoryConfigurationBuilderExtensions;

namespace ProtocolAdvisor.Web.Tests.Settings;

/// <summary>Apple profiles signed by the operator's certificate, held against OpenSSL.</summary>
public sealed class SignedProfileTests : IDisposable
{
    private const string Password = "Kanarienvogel 4711";
    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-signing").FullName;
    private readonly TestCertificates _authority = new();

    public void Dispose()
    {
        _authority.Dispose();
        Directory.Delete(_folder, true);
    }

    [Theory]
    [InlineData(0, "pem")]
    [InlineData(2048, "pem")]
    [InlineData(2048, "encrypted.pem")]
    [InlineData(0, "pfx")]
    [InlineData(2048, "pfx")]
    public async Task OpenSsl_verifies_the_profile_with_its_chain_and_finds_the_plain_one_in_it(int rsaBits, string kind)
    {
        var file = Written(_authority.Issue(new() { Names = ["settings.example.com"], RsaBits = rsaBits, ExtendedKeyUsage = null, Chain = ChainKind.IntermediateSent }), kind);
        var plain = await ProfilesAsync();
        var signed = await ProfilesAsync(("Settings:SigningCertificate", file), ("Settings:SigningPasswordFile", kind == "pem" ? null : PasswordFile()));
        foreach (var (before, after) in plain.Zip(signed))
        {
            Assert.Equal("application/x-apple-aspen-config", after.Type);
            Assert.Equal(0x30, after.Content[0]); // A SEQUENCE in DER.
            Assert.NotEqual(0x80, after.Content[1]);
            foreach (var command in new[] { "cms", "smime" }) Assert.Equal(before.Content, await VerifiedAsync(command, after.Content));
        }
    }

    [Fact]
    public async Task Without_a_certificate_it_is_as_it_is_and_other_formats_always_are()
    {
        Assert.All(await ProfilesAsync(), x => Assert.Equal((byte)'<', x.Content[0]));
        var file = Written(_authority.Good("settings.example.com"), "pem");
        await using var advisor = await Advisor.StartAsync(settings: ("Settings:SigningCertificate", file));
        Assert.StartsWith("<?xml", (await advisor.SendAsync(HttpMethod.Get, $"{await advisor.StoreAsync(StoredReports.Run())}/thunderbird")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_that_expires_meanwhile_signs_no_more_and_the_log_says_so()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var advisor = await Advisor.StartAsync(null, clock, ("Settings:SigningCertificate", Written(_authority.Good("settings.example.com"), "pem")), ("Storage:Retention", "365.00:00:00"));
        var path = await advisor.StoreAsync(StoredReports.Run());
        Assert.DoesNotContain("<?xml", (await advisor.SendAsync(HttpMethod.Get, $"{path}/apple")).Text[..5], StringComparison.Ordinal);
        clock.SetUtcNow(DateTimeOffset.UtcNow.AddDays(81));
        path = await advisor.StoreAsync(StoredReports.Run() is var run ? run with { Facts = run.Facts with { StartedAt = clock.GetUtcNow() } } : run);
        Assert.StartsWith("<?xml", (await advisor.SendAsync(HttpMethod.Get, $"{path}/apple")).Text, StringComparison.Ordinal);
        Assert.Contains(advisor.Log.Lines, x => x.Contains("they go out unsigned", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("missing", null, "an existing PEM or PKCS#12 file is expected")]
    [InlineData("text", null, "is neither PEM nor PKCS#12, or wants a password.")]
    [InlineData("no-key.pem", null, "holds no private key.")]
    [InlineData("other-key.pem", null, "holds no certificate for its private key.")]
    [InlineData("no-key.pfx", null, "holds no private key.")]
    [InlineData("expired.pem", null, "has expired on 20")]
    [InlineData("future.pem", null, "is not valid before 20")]
    [InlineData("encrypted.pem", null, "holds an encrypted private key, and no password is set.")]
    [InlineData("encrypted.pem", "wrong", "holds no certificate for its private key, or the password is wrong.")]
    [InlineData("good.pfx", "wrong", "is neither PEM nor PKCS#12, or the password is wrong.")]
    public void What_cannot_sign_refuses_the_start_with_one_clear_line(string kind, string? password, string complaint)
    {
        var refused = Assert.Throws<StartRefusedException>(() => SigningCertificate.From(Settings(("Settings:SigningCertificate", Broken(kind)), ("Settings:SigningPassword", password)), DateTimeOffset.UtcNow));
        Assert.StartsWith("Settings:SigningCertificate: ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(complaint, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong\"", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_password_may_stand_in_a_file()
    {
        var certificate = Written(_authority.Good("settings.example.com"), "pfx");
        var secret = PasswordFile();
        Assert.NotNull(SigningCertificate.From(Settings(("Settings:SigningCertificate", certificate), ("Settings:SigningPasswordFile", secret)), DateTimeOffset.UtcNow));
        var both = Assert.Throws<StartRefusedException>(() => SigningCertificate.From(Settings(("Settings:SigningPassword", Password), ("Settings:SigningPasswordFile", secret)), DateTimeOffset.UtcNow));
        Assert.DoesNotContain("Kanarienvogel", both.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_password_in_the_command_line_is_refused_and_not_repeated()
    {
        var builder = new Configuration();
        CommandLine.AddCommandLine(builder, [$"--Settings:SigningPassword={Password}"]);
        var refused = Assert.Throws<StartRefusedException>(() => SigningCertificate.From(builder.Build(), DateTimeOffset.UtcNow));
        Assert.Contains("does not belong into the command line", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Kanarienvogel", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_process_says_it_and_ends()
    {
        var (exitCode, error, output) = await AdvisorProcess.RunAsync(_folder, $"Settings:SigningCertificate={Broken("expired.pem")}");
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("ProtocolAdvisor cannot start. Settings:SigningCertificate: ", error, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error, StringComparison.Ordinal);
    }

    private static Microsoft.Extensions.Configuration.IConfigurationRoot Settings(params (string Key, string? Value)[] settings)
    {
        var builder = new Configuration();
        MemoryConfiguration.AddInMemoryCollection(builder, settings.Select(x => KeyValuePair.Create(x.Key, x.Value)));
        return builder.Build();
    }

    // A report's profile as it is for everybody, and as it is for one person.
    private static async Task<IReadOnlyList<(string? Type, byte[] Content)>> ProfilesAsync(params (string Key, string? Value)[] settings)
    {
        await using var advisor = await Advisor.StartAsync(settings: settings);
        var path = $"{await advisor.StoreAsync(StoredReports.Run())}/apple";
        using var client = advisor.CreateClient();
        using var body = new StringContent("""{"email":"jane@example.com","displayName":"Jane Doe"}""", System.Text.Encoding.UTF8, "application/json");
        using var got = await client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        using var filled = await client.PostAsync(new Uri(path, UriKind.Relative), body, TestContext.Current.CancellationToken);
        return [await ReadAsync(got), await ReadAsync(filled)];
    }

    private static async Task<(string? Type, byte[] Content)> ReadAsync(HttpResponseMessage reply) =>
        (reply.Content.Headers.ContentType?.ToString(), await reply.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));

    private async Task<byte[]> VerifiedAsync(string command, byte[] signed)
    {
        var (profile, found, root) = (Path.Combine(_folder, "profile"), Path.Combine(_folder, "found"), _authority.WriteRootPem(Path.Combine(_folder, "root.pem")));
        await File.WriteAllBytesAsync(profile, signed, TestContext.Current.CancellationToken);
        using var process = Process.Start(new ProcessStartInfo("openssl", [command, "-verify", "-binary", "-inform", "DER", "-in", profile, "-CAfile", root, "-purpose", "any", "-out", found]) { RedirectStandardError = true })!;
        var error = await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, error);
        return await File.ReadAllBytesAsync(found, TestContext.Current.CancellationToken);
    }

    private string PasswordFile()
    {
        var path = Path.Combine(_folder, "password");
        File.WriteAllText(path, Password + "\n");
        return path;
    }

    private string Written(TestCertificate certificate, string kind)
    {
        var path = Path.Combine(_folder, $"signing.{kind}");
        var parameters = new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 10_000);
        if (kind == "pfx") File.WriteAllBytes(path, new X509Certificate2Collection((X509Certificate2[])[certificate.Leaf, .. certificate.Sent]).Export(X509ContentType.Pkcs12, Password)!);
        else if (kind == "pem") File.WriteAllText(path, certificate.CertificatePem + certificate.KeyPem);
        else File.WriteAllText(path, certificate.CertificatePem + certificate.Leaf.GetRSAPrivateKey()!.ExportEncryptedPkcs8PrivateKeyPem(Password, parameters) + "\n");
        return path;
    }

    private string Broken(string kind)
    {
        var path = Path.Combine(_folder, kind);
        using var good = _authority.Issue(new() { Names = ["settings.example.com"], RsaBits = 2048 });
        using var other = _authority.Good("other.example.com");
        using var expired = _authority.Expired("settings.example.com");
        using var future = _authority.NotYetValid("settings.example.com");
        switch (kind)
        {
            case "missing": break;
            case "text": File.WriteAllText(path, "nonsense"); break;
            case "no-key.pem": File.WriteAllText(path, good.CertificatePem); break;
            case "other-key.pem": File.WriteAllText(path, good.CertificatePem + other.KeyPem); break;
            case "no-key.pfx": File.WriteAllBytes(path, X509CertificateLoader.LoadCertificate(_authority.Root.RawData).Export(X509ContentType.Pkcs12)); break;
            case "expired.pem": File.WriteAllText(path, expired.CertificatePem + expired.KeyPem); break;
            case "future.pem": File.WriteAllText(path, future.CertificatePem + future.KeyPem); break;
            case "encrypted.pem": return Written(good, "encrypted.pem");
            default: return Written(good, "pfx");
        }

        return path;
    }
}
