using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Web.Tests.Audits;

/// <summary>A provider's customers: domains whose mail one real server keeps, and one that publishes nothing.</summary>
public sealed class AuditPark : IAsyncLifetime
{
    /// <summary>Publishes everything.</summary>
    public const string Good = "exemplary.example";

    /// <summary>Names the other's server in DNS.</summary>
    public const string Hosted = "hosted.example";

    /// <summary>Publishes nothing.</summary>
    public const string Silent = "silent.example";

    internal ProviderPark Park { get; private set; } = null!;

    /// <summary>What leads the service there.</summary>
    internal IReadOnlyList<(string Key, string? Value)> Settings { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        Park = await ProviderPark.StartAsync(
            MailProvider.Exemplary(Good),
            new MailProvider(Hosted) { Services = [new("imaps") { Host = $"imap.{Good}" }, new("pop3s") { Host = $"pop3.{Good}" }] },
            new MailProvider("bücher.example") { Services = [new("imaps") { Host = $"imap.{Good}" }] });
        Settings =
        [
            ("Dns:Servers:0", Park.Dns.EndPoint.ToString()),
            ("Dns:Timeout", "00:00:02"),
            ("Discovery:HttpsPort", $"{Park.Web.HttpsPort}"),
            ("Discovery:HttpPort", $"{Park.Web.HttpPort}"),
            ("Tls:TrustedRoots:0", Park.Authority.WriteRootPem(Path.Combine(Directory.CreateTempSubdirectory("advisor-root").FullName, "root.pem"))),
            ("Targets:PerHost:PerMinute", "10000"),
            ("Targets:PerAddress:PerMinute", "10000"),
        ];
    }

    public async ValueTask DisposeAsync() => await Park.DisposeAsync();
}
