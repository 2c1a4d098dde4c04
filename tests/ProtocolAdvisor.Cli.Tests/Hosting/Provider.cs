using System.Globalization;
using ProtocolAdvisor.Cli.Tests.Hosting;
using ProtocolAdvisor.RealServers;

[assembly: AssemblyFixture(typeof(Provider))]

namespace ProtocolAdvisor.Cli.Tests.Hosting;

/// <summary>A mail provider on loopback that publishes everything: a real Dovecot, name server and web; and the options that lead there.</summary>
public sealed class Provider : IAsyncLifetime
{
    public const string Jane = "jane@exemplary.example";

    private readonly string _folder = Directory.CreateTempSubdirectory("advisor-cli").FullName;

    internal ProviderPark Park { get; private set; } = null!;

    /// <summary>Lets the tool dial loopback.</summary>
    public static IReadOnlyList<string> Loopback { get; } = ["--allow-network", "127.0.0.0/8", "--allow-port", "1-65535"];

    /// <summary>Leads the tool to the provider, with patience for a machine that is busy with other tests.</summary>
    public IReadOnlyList<string> Surroundings =>
    [
        .. Loopback, "--deadline", "60", "--trusted-root", Path.Combine(_folder, "root.pem"), "--dns", $"{Park.Dns.EndPoint}", "--catalogue", "none",
        "--https-port", Park.Web.HttpsPort.ToString(CultureInfo.InvariantCulture), "--http-port", Park.Web.HttpPort.ToString(CultureInfo.InvariantCulture),
    ];

    /// <summary>Names the provider's four endpoints, so that nothing has to be discovered.</summary>
    public IReadOnlyList<string> Endpoints =>
        [.. Enum.GetValues<DovecotListener>().SelectMany(x => new[] { "--endpoint", $"{x.ToString().ToLowerInvariant()}://imap.exemplary.example:{Park.Mail.Port(x)}" })];

    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        Park = await ProviderPark.StartAsync(MailProvider.Exemplary("exemplary.example"));
        await Park.Mail.FillAsync(Jane, new MailboxPlan { Messages = 40, Sizes = MailSizes.Tiny });
        Park.Authority.WriteRootPem(Path.Combine(_folder, "root.pem"));
    }

    public async ValueTask DisposeAsync()
    {
        await Park.DisposeAsync();
        Directory.Delete(_folder, true);
    }

    /// <summary>Runs the tool with the password on its input.</summary>
    internal Task<Ran> RunAsync(string command, string password, params string[] options) =>
        Tool.RunAsync([command, Jane, "--password-stdin", .. options, .. Surroundings], password + "\n");
}
