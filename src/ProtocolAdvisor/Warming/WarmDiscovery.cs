using System.Net;
using System.Security.Cryptography.X509Certificates;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Warming;

/// <summary>
/// A search that asks nobody but ourselves: a resolver that is not there, and a catalogue on a loopback port where TLS is spoken and then no HTTP. It finds nothing, and
/// compiles what a first search would have to (measured: half a second of CPU for the first question by https).
/// </summary>
internal sealed class WarmDiscovery(TimeProvider clock)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly HostName Nobody = HostName.Parse("warm.invalid");

    /// <summary>Runs it; the result says what was tried.</summary>
    public async Task<DiscoveryResult> RunAsync(CancellationToken cancellationToken)
    {
        using var certificate = CannedCertificate.Create(clock.GetUtcNow());
        using var server = new CannedMailServer(certificate);
        using var assessor = new MailboxAssessor(Options(server.Endpoints[0].Port, certificate), clock);
        return await assessor.DiscoverAsync(new DiscoveryQuestion(Nobody), Limit, cancellationToken);
    }

    // Port 9 is the discard service's (RFC 863): nobody listens there, and the kernel says so at once.
    private static AssessorOptions Options(int port, X509Certificate2 certificate) => new()
    {
        Targets = new TargetOptions { AllowedNetworks = [new IPNetwork(IPAddress.Loopback, 32)] },
        TrustedRoots = [certificate],
        DnsServers = [new IPEndPoint(IPAddress.Loopback, 9)],
        DnsTimeout = TimeSpan.FromMilliseconds(50),
        WebPorts = new WebPorts(port, port),
        Catalogue = new CatalogueOptions(new Uri("https://127.0.0.1/")),
    };
}
