using System.Diagnostics;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Web;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Languages;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Benchmarks.Audits;

/// <summary>The same domains assessed by the library alone, in one window: what an audit costs before anything is stored, and which part of
/// it.</summary>
internal static class LibraryAudit
{
    private const int MostTries = 20;
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    /// <summary>Runs it.</summary>
    internal static async Task<IReadOnlyList<Outcome>> RunAsync(AuditScale scale, WorldProcess world, CancellationToken token)
    {
        var places = world.Places;
        using var root = X509CertificateLoader.LoadCertificateFromFile(places.Root);
        using var assessor = new MailboxAssessor(
            new AssessorOptions
            {
                Targets = new TargetOptions { AllowedNetworks = [IPNetwork.Parse("127.0.0.0/8")] },
                TrustedRoots = [root],
                DnsServers = [IPEndPoint.Parse(places.Dns)],
                WebPorts = new WebPorts(places.HttpsPort, places.HttpPort),
                Catalogue = new CatalogueOptions(),
            },
            TimeProvider.System);
        var tally = new Tally();
        await AssessAsync(assessor, new CustomerDomain(0, scale.Hosts), tally, token); // compiles
        tally = new Tally();
        var (cpu, worldCpu, start) = (Environment.CpuUsage.TotalTime, world.Cpu, Stopwatch.GetTimestamp());
        await Parallel.ForEachAsync(Enumerable.Range(0, scale.Domains), new ParallelOptions { MaxDegreeOfParallelism = scale.Window, CancellationToken = token },
            async (number, cancel) => await AssessAsync(assessor, new CustomerDomain(number, scale.Hosts), tally, cancel));
        var (wall, used) = (Stopwatch.GetElapsedTime(start), Environment.CpuUsage.TotalTime - cpu);
        var counts = await world.CountsAsync(token);
        Process.GetCurrentProcess().Refresh();
        return
        [
            AuditFigures.Rate("library", scale, wall, used, world.Cpu - worldCpu),
            new("audit", "library: judging and writing of it", (tally.JudgingMs / scale.Domains).In("ms"), "", $"{tally.Bytes / scale.Domains} bytes of JSON each, wall time within the window", null),
            new("audit", "library: what was found", string.Join(", ", tally.States.OrderBy(x => x.Key).Select(x => $"{x.Value} {x.Key}")), "", $"{tally.Again} tries in vain: {string.Join(", ", tally.Hindrances.Select(x => $"{x.Value} {x.Key}"))}", tally.Lost == 0),
            .. AuditFigures.Politeness("library", scale, counts),
            new("audit", "library: memory at its highest", (Process.GetCurrentProcess().PeakWorkingSet64 / 1048576.0).In("MiB"), "", "", null),
        ];
    }

    private static async Task AssessAsync(MailboxAssessor assessor, CustomerDomain domain, Tally tally, CancellationToken token)
    {
        var subject = new AssessmentSubject([], null, AssessmentLimits.Default with { Deadline = Deadline, Samples = 0 }, null, HostName.Parse(domain.Name)) { Audit = new AuditPoliteness() };
        for (var attempt = 1; ; attempt++)
        {
            var facts = await assessor.AssessAsync(subject, null, token);
            var hindrance = RunHindrance.Of(facts);
            if (hindrance == Hindrance.None || attempt == MostTries)
            {
                tally.Take(subject, facts, hindrance);
                return;
            }

            tally.TakeAgain(hindrance);
            await Task.Delay(Patience * attempt, token);
        }
    }

    private sealed class Tally
    {
        private readonly Lock _lock = new();

        internal Dictionary<string, int> States { get; } = [];

        internal Dictionary<Hindrance, int> Hindrances { get; } = [];

        internal double JudgingMs { get; private set; }

        internal long Bytes { get; private set; }

        internal int Lost { get; private set; }

        internal int Again { get; private set; }

        internal void TakeAgain(Hindrance hindrance)
        {
            lock (_lock)
            {
                Again++;
                Hindrances[hindrance] = Hindrances.GetValueOrDefault(hindrance) + 1;
            }
        }

        internal void Take(AssessmentSubject subject, AssessmentFacts facts, Hindrance hindrance)
        {
            var start = Stopwatch.GetTimestamp();
            var run = new AssessedRun(ReportHeading.Of(ReportId.New(), TimeSpan.FromDays(100), null, subject), facts, new Usage());
            var report = run.Report(Language.English);
            var json = JsonSerializer.SerializeToUtf8Bytes(run, WireJson.Options);
            lock (_lock)
            {
                JudgingMs += Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                Bytes += json.Length;
                if (hindrance != Hindrance.None) Lost++;
                var state = report.Summary.State.ToString()!.ToLowerInvariant();
                States[state] = States.GetValueOrDefault(state) + 1;
            }
        }
    }
}
