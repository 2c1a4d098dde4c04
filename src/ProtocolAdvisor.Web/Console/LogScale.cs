using System.Globalization;

namespace ProtocolAdvisor.Web.Console;

/// <summary>One scale for times from milliseconds to hours: each step of it is ten times, or six times, the one before.</summary>
/// <param name="longestMs">The longest time to be shown.</param>
internal sealed class LogScale(double longestMs)
{
    private const double Shortest = 10;
    private static readonly double[] Marks = [100, 1_000, 10_000, 60_000, 600_000, 3_600_000, 36_000_000, 360_000_000];
    private readonly double _longest = Math.Max(longestMs, 10 * Shortest);

    /// <summary>The times to mark, in milliseconds.</summary>
    public IEnumerable<double> Ticks => Marks.Where(x => x <= _longest);

    /// <summary>Where a time stands, as SVG writes it; what is shorter than the scale's beginning is just seen.</summary>
    public string At(double ms) => $"{(ms <= 0 ? 0 : Math.Max(0.5, 100 * Math.Log(Math.Max(ms, Shortest) / Shortest) / Math.Log(_longest / Shortest))).ToString("0.##", CultureInfo.InvariantCulture)}%";
}
