using System.Security.Cryptography;
using System.Text;
using ProtocolAdvisor.Clients.Tests.Hosting;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Web.Tests.Hosting;

[assembly: AssemblyFixture(typeof(Stage))]

namespace ProtocolAdvisor.Clients.Tests.Hosting;

/// <summary>
/// What all clients talk to: the service as a process of its own that wants a key, beside a mail provider that does everything right.
/// </summary>
public sealed class Stage : IAsyncLifetime
{
    /// <summary>Whose mailbox it is.</summary>
    public const string Jane = "jane@example.com";

    /// <summary>How many messages are in it.</summary>
    public const int Messages = 60;

    /// <summary>Her password.</summary>
    public const string Password = "secret";

    /// <summary>What opens the service.</summary>
    public const string Key = "a-key-of-the-clients-tests";

    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-clients").FullName;
    private ProviderPark? _park;
    private RunningAdvisor? _advisor;

    /// <summary>Where the service is, without a slash at the end.</summary>
    public string Url { get; private set; } = "";

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        _park = await ProviderPark.StartAsync(MailProvider.Exemplary("example.com"));
        await _park.Mail.FillAsync(Jane, new MailboxPlan { Messages = Messages, Sizes = MailSizes.Small });
        _advisor = await RunningAdvisor.StartAsync(settings:
        [
            $"Dns:Servers:0={_park.Dns.EndPoint}",
            $"Discovery:HttpsPort={_park.Web.HttpsPort}",
            $"Discovery:HttpPort={_park.Web.HttpPort}",
            $"Tls:TrustedRoots:0={_park.Authority.WriteRootPem(Path.Combine(_folder, "root.pem"))}",
            "Access:AllowAnonymous=false",
            "Access:Keys:0:Name=clients",
            $"Access:Keys:0:Sha256={Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}",
            "Access:Keys:0:Scopes:0=assess",
        ]);
        Url = $"http://127.0.0.1:{_advisor.Port}";
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_advisor is not null) await _advisor.DisposeAsync();
        if (_park is not null) await _park.DisposeAsync();
        Directory.Delete(_folder, true);
    }
}
