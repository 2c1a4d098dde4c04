using System.Diagnostics;
using System.Globalization;
using System.Net;
using Microsoft.Data.Sqlite;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Benchmarks.Endurance;

/// <summary>Another process holds the database for a while, under load: nobody waits for it, and nothing is told as stored that is not.</summary>
internal sealed class LockTrial : ITrial
{
    private const int Callers = 16;
    private const double LongestLook = 1;
    private const double LongestAnswer = 8;

    public string Name => "lock";

    public async Task<IReadOnlyList<Outcome>> RunAsync(bool isShort, CancellationToken token)
    {
        using var folder = new TrialFolder();
        await using var server = ScriptedMailServer.Start(new ImapScript());
        await using var advisor = await EnduringAdvisor.StartAsync(folder.Path, null, true, token);
        var (looks, answers) = (new List<double>(), new List<(double Seconds, TrialAnswer Answer)>());
        await using (var holder = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder.Path, "advisor.db"), Pooling = false }.ToString()))
        {
            await holder.OpenAsync(token);
            await using var hold = holder.CreateCommand();
            hold.CommandText = "BEGIN EXCLUSIVE";
            await hold.ExecuteNonQueryAsync(token);
            var began = Stopwatch.GetTimestamp();
            bool Holds() => Stopwatch.GetElapsedTime(began) < TimeSpan.FromSeconds(isShort ? 6 : 60);
            var callers = Enumerable.Range(0, Callers).Select(async _ =>
            {
                while (Holds())
                {
                    var start = Stopwatch.GetTimestamp();
                    var answer = await advisor.AssessAsync(server.Port, token);
                    lock (answers) answers.Add((Stopwatch.GetElapsedTime(start).TotalSeconds, answer));
                }
            }).ToList();
            while (Holds())
            {
                var start = Stopwatch.GetTimestamp();
                await advisor.StatusAsync(HttpMethod.Get, "/health/live", token);
                looks.Add(Stopwatch.GetElapsedTime(start).TotalSeconds);
                await Task.Delay(100, token);
            }

            await Task.WhenAll(callers);
        }

        var wrong = 0;
        foreach (var (_, answer) in answers)
        {
            if (answer.Location is { } location && await advisor.StatusAsync(HttpMethod.Get, $"{location}", token) != HttpStatusCode.OK) wrong++;
        }

        var slowest = answers.Max(x => x.Seconds);
        return
        [
            new Outcome(Name, "/health/live meanwhile, slowest", looks.Max().In("s"), $"< {LongestLook} s", "", looks.Max() < LongestLook),
            new Outcome(Name, $"{answers.Count} assessments meanwhile, slowest", slowest.In("s"), $"< {LongestAnswer} s, all reached", "", slowest < LongestAnswer && answers.TrueForAll(x => x.Answer.Reached)),
            new Outcome(Name, "told as stored and not there", wrong.ToString(CultureInfo.InvariantCulture), "0", "", wrong == 0),
        ];
    }
}
