using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Console;

/// <summary>When a server's steps were, for the picture of where the time went.</summary>
internal static class StepTimes
{
    private const int MostTicks = 6;
    private static readonly double[] Rounds = [1, 2, 5];

    /// <summary>
    /// The steps that took time, with when they began, in milliseconds since the run did. A step of which that is not known (the lookup, and those of runs kept before it was noted)
    /// stands right beside its neighbour.
    /// </summary>
    public static IReadOnlyList<(StepResult Step, double From)> Of(EndpointReport endpoint)
    {
        var steps = endpoint.Steps.Where(x => x.ElapsedMs > 0).ToList();
        var known = steps.FindIndex(x => x.StartedMs is not null);
        var from = known < 0 ? 0 : Math.Max(0, steps[known].StartedMs!.Value - steps.Take(known).Sum(x => x.ElapsedMs!.Value));
        var placed = new List<(StepResult, double)>();
        foreach (var step in steps)
        {
            from = Math.Max(from, step.StartedMs ?? from);
            placed.Add((step, from));
            from += step.ElapsedMs!.Value;
        }

        return placed;
    }

    /// <summary>When the last step of all was done, in milliseconds since the run began; 0 where none took time.</summary>
    public static double End(IReadOnlyList<EndpointReport> endpoints) =>
        endpoints.SelectMany(Of).Select(x => x.From + x.Step.ElapsedMs!.Value).DefaultIfEmpty(0).Max();

    /// <summary>Round times to mark on a scale that ends at <paramref name="longestMs"/>; 0 is not among them.</summary>
    public static IEnumerable<double> Ticks(double longestMs)
    {
        var step = (from power in Enumerable.Range(0, 7) from round in Rounds select round * Math.Pow(10, power)).First(x => longestMs / x <= MostTicks);
        for (var tick = step; tick < longestMs; tick += step) yield return tick;
    }
}
