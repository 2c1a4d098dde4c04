using System.Diagnostics;
using System.Globalization;
using System.Net;
using ProtocolAdvisor.RealServers;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>
/// A database of 100,000 reports: lists and searches stay quick, and while 90,000 of them leave, new ones are stored, the journal stays
/// small and the process answers.
/// </summary>
internal sealed class ReportsTrial : ITrial
{
    private const double LongestListMs = 50;
    private const double LongestLookMs = 100;
    private const double LargestJournalMiB = 64;
    private const int Callers = 4;

    private static readonly (string What, string Path)[] Lists =
    [
        ("the newest", ""), ("part of all domains", "?domain=customer"), ("part of one domain", "?domain=rare-name"), ("part of none", "?domain=nowhere"),
        ("two letters of none", "?domain=qq"), ("usual state", "?state=works"), ("rare state", "?state=couldNotFindOut"), ("absent state", "?state=doesNotWork"),
        ("usual finding", "?finding=quota-nearly-full"), ("rare finding", "?finding=cert-expired"), ("account", "?account=j***@customer7.example"),
    ];

    public string Name => "reports";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        List<Outcome> outcomes = [];
        await using (var sqlite = FilledDatabase.OfSqlite()) outcomes.AddRange(await RunAsync(sqlite, token));
        if (!PostgresServer.Available) return outcomes;
        await using var server = await FilledDatabase.OfPostgreSqlAsync();
        return [.. outcomes, .. await RunAsync(server, token)];
    }

    private async Task<IReadOnlyList<Outcome>> RunAsync(FilledDatabase database, CancellationToken token)
    {
        // The service makes its tables itself.
        await using (var first = await StartAsync(database, token)) await first.StopAsync(TimeSpan.FromSeconds(30), token);
        await database.FillAsync(token);
        List<Outcome> outcomes = [];
        await using (var advisor = await StartAsync(database, token))
        {
            foreach (var (what, path) in Lists) outcomes.Add(await ListedAsync(database, advisor, what, path, token));
            await advisor.StopAsync(TimeSpan.FromSeconds(30), token);
        }

        await database.ExpireAsync(token);
        outcomes.AddRange(await PurgedAsync(database, token));
        return outcomes;
    }

    private static Task<EnduringAdvisor> StartAsync(FilledDatabase database, CancellationToken token) =>
        EnduringAdvisor.StartAsync(database.Folder, null, true, token, database.Settings);

    private async Task<Outcome> ListedAsync(FilledDatabase database, EnduringAdvisor advisor, string what, string path, CancellationToken token)
    {
        List<double> times = [];
        for (var i = 0; i < 21; i++)
        {
            var start = Stopwatch.GetTimestamp();
            var status = await advisor.StatusAsync(HttpMethod.Get, $"/v1/assessments{path}{(path.Length == 0 ? "?" : "&")}limit=30", token);
            if (status != HttpStatusCode.OK) throw new InvalidOperationException($"{path}: {status}");
            if (i > 0) times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }

        var median = times.Median();
        return new(Name, $"{database.Make}, {what}", median.In("ms"), $"≤ {LongestListMs} ms", $"slowest of 20 {times.Max().In("ms")}", median <= LongestListMs);
    }

    // The purge begins with the start.
    private async Task<IReadOnlyList<Outcome>> PurgedAsync(FilledDatabase database, CancellationToken token)
    {
        await using var server = ScriptedMailServer.Start(new ImapScript());
        var began = Stopwatch.GetTimestamp();
        await using var advisor = await StartAsync(database, token);
        var ready = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var (looks, runs, unstored, journal) = (new List<double>(), new List<double>(), 0, 0.0);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(token);
        var callers = Enumerable.Range(0, Callers).Select(async _ =>
        {
            while (!over.IsCancellationRequested)
            {
                var start = Stopwatch.GetTimestamp();
                var answer = await advisor.AssessAsync(server.Port, token);
                lock (runs) runs.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (answer.Location is null) Interlocked.Increment(ref unstored);
                await advisor.StatusAsync(HttpMethod.Get, "/v1/assessments?domain=customer", token);
            }
        }).ToList();
        for (var left = 1L; left > 0; left = looks.Count % 10 == 0 ? await database.ExpiredAsync(token) : left)
        {
            var start = Stopwatch.GetTimestamp();
            await advisor.StatusAsync(HttpMethod.Get, "/health/live", token);
            looks.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            journal = Math.Max(journal, database.JournalMiB);
            await Task.Delay(50, token);
        }

        var took = Stopwatch.GetElapsedTime(began).TotalSeconds;
        var quiet = new List<double>();
        while (quiet.Count < 100)
        {
            var start = Stopwatch.GetTimestamp();
            await advisor.StatusAsync(HttpMethod.Get, "/health/live", token);
            quiet.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            await Task.Delay(50, token);
        }

        await over.CancelAsync();
        await Task.WhenAll(callers);
        var of = string.Create(CultureInfo.InvariantCulture, $"{database.Make}, while 90,000 leave");
        return
        [
            new(Name, $"{of}: all gone after", took.In("s"), "", $"ready after {ready.In("s")}", null),
            new(Name, $"{of}: /health/live, slowest", looks.Max().In("ms"), $"≤ {LongestLookMs} ms", $"median {looks.Median().In("ms")}; 100 looks at the same load without a purge, slowest {quiet.Max().In("ms")}", looks.Max() <= LongestLookMs),
            new(Name, $"{of}: {runs.Count} runs, without a link", unstored.ToString(CultureInfo.InvariantCulture), "0", $"slowest {runs.Max().In("ms")}", unstored == 0),
            new(Name, $"{of}: journal at most", journal.In("MiB"), $"≤ {LargestJournalMiB} MiB", "", journal <= LargestJournalMiB),
        ];
    }
}
