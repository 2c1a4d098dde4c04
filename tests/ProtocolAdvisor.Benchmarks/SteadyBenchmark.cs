using System.Globalization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>The same mailbox on the same line, assessed again and again: the same advice every time, and the line's true capacity wherever it was reached.</summary>
internal sealed class SteadyBenchmark : IBenchmark
{
    private const int Runs = 20;
    private const int WarmUps = 2;
    private const double Goal = 0.08;

    // POP3's speed and a missing backup pull at opposite ends: a coin toss in the measurement would show.
    private static readonly Usage OnePlace = new() { Devices = 1, People = 1, Webmail = false, ServerFolders = false, Backup = Backup.None };

    public string Name => "steady";

    public IReadOnlyList<Line> Lines => [new(100, 5), new(50, 2), new(50, 20), new(20, 20), new(200, 20), new(20, 100), new(100, 100)];

    public async Task<IReadOnlyList<Outcome>> RunAsync(FarSide server, CancellationToken cancellationToken)
    {
        using var assessor = server.Assessor();
        var (advice, reached, bounds, seconds, told) = (new List<string>(), new List<double>(), new List<double>(), new List<double>(), 0);
        for (var run = 0; run < Runs + WarmUps; run++)
        {
            var facts = await server.AssessFetchedAsync(assessor, cancellationToken);
            if (run < WarmUps) continue;
            seconds.Add(facts.DurationMs / 1000);
            var recommendation = Advisor.Advise(OnePlace, KnownFacts.From(facts));
            advice.Add($"{recommendation.Protocol} {recommendation.Confidence}: {string.Join(", ", recommendation.Reasons.Select(x => x.Code))}");
            foreach (var fetch in new[] { facts.Imap!.Fetch!, facts.Pop3!.Fetch! })
            {
                told++;
                (fetch.DownMbitKind == CapacityKind.Reached ? reached : bounds).Add(fetch.DownMbit!.Value / server.Line.Mbit);
            }
        }

        var answers = advice.GroupBy(x => x).OrderByDescending(x => x.Count()).ToList();
        var off = reached.Count == 0 ? 0 : reached.Max(x => Math.Abs(x - 1));
        var high = bounds.Count == 0 ? 0 : bounds.Max();
        return
        [
            new(Name, $"equal answers, {server.Line}", $"{answers[0].Count()} of {Runs}", $"{Runs} of {Runs}", string.Join("; ", answers.Select(x => $"{x.Count()}: {x.Key}")), answers.Count == 1),
            new(Name, $"capacity, {server.Line}", Text($"off by at most {off:0.0%}"), Text($"≤ {Goal:0%}"),
                Text($"reached in {reached.Count} of {told}{(reached.Count == 0 ? "" : $", {reached.Min():0.000} to {reached.Max():0.000} of the line's")}; lower bounds at most {high:0.00}; a run takes {seconds.Median():0.0} s"),
                off <= Goal && high <= 1 + Goal),
        ];
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
