using System.Diagnostics;
using System.Globalization;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>Times, medians and how they are written.</summary>
internal static class Measure
{
    /// <summary>Wall time of <paramref name="work"/>, milliseconds.</summary>
    internal static async Task<double> WallAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>CPU time of this process while <paramref name="work"/> runs <paramref name="times"/> times, milliseconds each.</summary>
    internal static async Task<double> CpuAsync(int times, Func<Task> work)
    {
        var before = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < times; i++) await work();
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / times;
    }

    /// <summary>Medians of several kinds of work that take turns, so that a busy machine is unfair to all of them alike.</summary>
    internal static async Task<double[]> InTurnAsync(int warmUps, int rounds, params Func<Task<double>>[] kinds)
    {
        var figures = kinds.Select(_ => new List<double>()).ToArray();
        for (var round = 0; round < warmUps + rounds; round++)
        {
            for (var kind = 0; kind < kinds.Length; kind++)
            {
                var figure = await kinds[kind]();
                if (round >= warmUps) figures[kind].Add(figure);
            }
        }

        return [.. figures.Select(Median)];
    }

    /// <summary>The middle one, or the mean of the middle two.</summary>
    internal static double Median(this IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    /// <summary>Two decimals and the unit.</summary>
    internal static string In(this double figure, string unit) => string.Create(CultureInfo.InvariantCulture, $"{figure:0.00} {unit}");
}
