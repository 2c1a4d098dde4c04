using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Web.Tests.Hosting;

namespace ProtocolAdvisor.Web.Tests.Discoveries;

/// <summary>The service beside mail providers that publish everything, or only by DNS: what a user's address leads to.</summary>
public sealed class ProviderAdvisor : IAsyncLifetime
{
    internal ProviderPark Park { get; private set; } = null!;

    internal Advisor Advisor { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        if (!ProviderPark.Available) throw new InvalidOperationException(ProviderPark.Missing);
        Park = await ProviderPark.StartAsync(
            MailProvider.Exemplary("exemplary.example"),
            new MailProvider("elsewhere.example") { Services = [new("imaps") { Host = "imap.exemplary.example" }, ServiceRecord.NotOffered("pop3s")] },
            new MailProvider("workspace.example") { MailExchangers = ["aspmx.l.google.com"] });
        await Park.Mail.FillAsync("jane@exemplary.example", new MailboxPlan { Messages = 40, Sizes = MailSizes.Office });
        Advisor = await Advisor.StartAsync(settings:
        [
            ("Dns:Servers:0", Park.Dns.EndPoint.ToString()),
            ("Dns:Timeout", "00:00:02"),
            ("Discovery:HttpsPort", $"{Park.Web.HttpsPort}"),
            ("Discovery:HttpPort", $"{Park.Web.HttpPort}"),
            ("Tls:TrustedRoots:0", Park.Authority.WriteRootPem(Path.Combine(Directory.CreateTempSubdirectory("advisor-root").FullName, "root.pem"))),
        ]);
    }

    public async ValueTask DisposeAsync()
    {
        await Advisor.DisposeAsync();
        await Park.DisposeAsync();
    }
}
