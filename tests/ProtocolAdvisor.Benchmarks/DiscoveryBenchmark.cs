using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>
/// What finding the servers adds to a run: when the first candidate is dialled while every answer of the name server and every web page takes 50 ms, and what one dead source
/// costs. Everything is on loopback, for what is measured is our waiting, not the line; each run begins with no answer kept.
/// </summary>
internal sealed class DiscoveryBenchmark : IBenchmark
{
    private const int Runs = 15;
    private const double FirstGoal = 150;
    private const double DeadGoal = 500;
    private const string Domain = "exemplary.example";
    private const string WellKnown = "/.well-known/autoconfig/mail/config-v1.1.xml";
    private static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(50);

    public string Name => "discovery";

    public IReadOnlyList<Line> Lines => [new(0)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        await using var park = await ProviderPark.StartAsync(MailProvider.Exemplary(Domain) with { Pacc = PaccPublication.None });
        await using var names = new LateNameServer(park.Dns.EndPoint, AnswerTime);
        using var dials = new DialWatch(Enum.GetValues<DovecotListener>().Select(x => new IPEndPoint(park.Mail.Address, park.Mail.Port(x))));
        var options = Options(park, names.EndPoint);
        await RunAsync(options, dials, () => Serve(Page.Silent), cancellationToken); // compiles
        var (first, whole) = await RunAsync(options, dials, () => Serve(Late(park, cancellationToken)), cancellationToken);
        var (_, withDead) = await RunAsync(options, dials, () => Serve(Page.Silent), cancellationToken);
        return
        [
            new(Name, "first candidate dialled, every answer takes 50 ms", first.In("ms"), $"≤ {FirstGoal} ms", $"whole run {whole.In("ms")}", first <= FirstGoal),
            new(Name, "one dead source below a good one, more than without", (withDead - whole).In("ms"), $"≤ {DeadGoal} ms", $"{withDead.In("ms")} against {whole.In("ms")}", withDead - whole <= DeadGoal),
        ];

        // The worse of the two places of the settings file is the one that may be dead.
        void Serve(Page worse)
        {
            park.Web.Serve("autoconfig." + Domain, "/mail/config-v1.1.xml", Late(park, cancellationToken));
            park.Web.Serve(Domain, WellKnown, worse);
        }
    }

    private static async Task<(double First, double Whole)> RunAsync(AssessorOptions options, DialWatch dials, Action prepare, CancellationToken cancellationToken)
    {
        var (firsts, wholes) = (new List<double>(), new List<double>());
        for (var i = 0; i < Runs; i++)
        {
            using var assessor = new MailboxAssessor(options, TimeProvider.System);
            prepare();
            dials.Restart();
            wholes.Add(await Measure.WallAsync(() => assessor.AssessAsync(
                new AssessmentSubject([], null, AssessmentLimits.Default, EmailAddress.Parse("jane@" + Domain)), null, cancellationToken)));
            firsts.Add(dials.FirstMs);
        }

        return (firsts.Median(), wholes.Median());
    }

    // From the beginning of a run: first the name of the web server takes its time, then the page.
    private static Page Late(ProviderPark park, CancellationToken cancellationToken) =>
        Page.Xml(new AutoconfigFile(Domain, new AutoconfigServer("imap", "imap." + Domain, park.Mail.Port(DovecotListener.Imaps), "SSL")).Write())
            .After(Task.Delay(2 * AnswerTime, cancellationToken));

    private static AssessorOptions Options(ProviderPark park, IPEndPoint names) => new()
    {
        Targets = new TargetOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")], AllowedPorts = [(1, 65_535)], PerHostPerMinute = 10_000, PerHostConcurrency = 100, PerAddressPerMinute = 1_000_000, PerAddressConcurrency = 1_000 },
        TrustedRoots = [park.Authority.Root],
        DnsServers = [names],
        WebPorts = new WebPorts(park.Web.HttpsPort, park.Web.HttpPort),
        Catalogue = new CatalogueOptions(),
    };
}
