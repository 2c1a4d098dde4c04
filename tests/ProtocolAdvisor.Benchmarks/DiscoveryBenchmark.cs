using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// What finding the servers adds to a run: when the first candidate is dialled while every web page takes 50 ms, and what one dead source costs. Everything is on loopback, for
/// what is measured is our waiting, not the line.
/// </summary>
internal sealed class DiscoveryBenchmark : IBenchmark
{
    private const int Runs = 15;
    private const double FirstGoal = 150;
    private const double DeadGoal = 500;
    private const string Domain = "exemplary.example";
    private static readonly TimeSpan PageTime = TimeSpan.FromMilliseconds(50);

    public string Name => "discovery";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        await using var park = await ProviderPark.StartAsync(MailProvider.Exemplary(Domain) with { Pacc = PaccPublication.None });
        using var assessor = new MailboxAssessor(Options(park), TimeProvider.System);
        var file = new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap." + Domain, park.Mail.Port(DovecotListener.Imaps), "SSL")).Write();
        await RunAsync(assessor, () => { }, cancellationToken); // compiles
        var (first, whole) = await RunAsync(assessor, () => Serve(park, file, Task.Delay(PageTime, cancellationToken)), cancellationToken);
        var (_, withDead) = await RunAsync(assessor, () => ServeWithDead(park, file, cancellationToken), cancellationToken);
        return
        [
            new(Name, "first candidate dialled, pages take 50 ms", first.In("ms"), $"≤ {FirstGoal} ms", $"whole run {whole.In("ms")}", first <= FirstGoal),
            new(Name, "one dead source below a good one, more than without", (withDead - whole).In("ms"), $"≤ {DeadGoal} ms", $"{withDead.In("ms")} against {whole.In("ms")}", withDead - whole <= DeadGoal),
        ];
    }

    private static async Task<(double First, double Whole)> RunAsync(MailboxAssessor assessor, Action prepare, CancellationToken cancellationToken)
    {
        var (firsts, wholes) = (new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            prepare();
            var watch = new Watch();
            var start = TimeProvider.System.GetTimestamp();
            watch.Start = start;
            await assessor.AssessAsync(new AssessmentSubject([], null, AssessmentLimits.Default, EmailAddress.Parse("jane@" + Domain)), watch, cancellationToken);
            wholes.Add(TimeProvider.System.GetElapsedTime(start).TotalMilliseconds);
            firsts.Add(watch.FirstMs);
        }

        return (firsts.Median(), wholes.Median());
    }

    private static void Serve(ProviderPark park, string file, Task signal)
    {
        park.Web.Serve("autoconfig." + Domain, "/mail/config-v1.1.xml", Page.Xml(file).After(signal));
        park.Web.Serve(Domain, "/.well-known/autoconfig/mail/config-v1.1.xml", Page.Xml(file).After(signal));
    }

    private static void ServeWithDead(ProviderPark park, string file, CancellationToken cancellationToken)
    {
        Serve(park, file, Task.Delay(PageTime, cancellationToken));
        park.Web.Serve(Domain, "/.well-known/autoconfig/mail/config-v1.1.xml", Page.Silent);
    }

    private static AssessorOptions Options(ProviderPark park) => new()
    {
        Targets = new TargetOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = [(1, 65_535)], PerHostPerMinute = 10_000, PerHostConcurrency = 100 },
        TrustedRoots = [park.Authority.Root],
        DnsServers = [park.Dns.EndPoint],
        WebPorts = new WebPorts(park.Web.HttpsPort, park.Web.HttpPort),
        Catalogue = new CatalogueOptions(),
    };

    /// <summary>Notes when a source has first named a server: it is dialled at once.</summary>
    private sealed class Watch : IProgress<AssessmentEvent>
    {
        public long Start { get; set; }

        public double FirstMs { get; private set; } = double.NaN;

        public void Report(AssessmentEvent value)
        {
            if (double.IsNaN(FirstMs) && value is AssessmentEvent.SourceAsked { Attempt: { Source: not DiscoverySource.Convention, Incoming.Count: > 0 } })
                FirstMs = TimeProvider.System.GetElapsedTime(Start).TotalMilliseconds;
        }
    }
}
