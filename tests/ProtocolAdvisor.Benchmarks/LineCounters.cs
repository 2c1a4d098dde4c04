using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>What the lab's line has carried towards the client so far.</summary>
/// <param name="Packets">Packets.</param>
/// <param name="Bytes">Their bytes.</param>
/// <param name="LateUs">Microseconds that they were handed over late, together.</param>
internal sealed partial record LineCounters(long Packets, long Bytes, double LateUs)
{
    /// <summary>Past so many microseconds, the machine is too busy for a timing to mean much (see the lab's README).</summary>
    internal const double TooLateUs = 300;

    /// <summary>How late a packet was on average.</summary>
    internal double MeanLateUs => Packets == 0 ? 0 : LateUs / Packets;

    /// <summary>Reads them; the lab is the one that the server's certificate belongs to.</summary>
    internal static async Task<LineCounters> ReadAsync(FarSide server, CancellationToken token)
    {
        var lab = Path.GetFileName(Path.GetDirectoryName(server.Authority))!;
        using var process = Process.Start(new ProcessStartInfo(Repository.Lab, ["--name", lab, "status"]) { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync(token);
        await process.WaitForExitAsync(token);
        var down = Down().Match(text);
        double Figure(string name) => double.Parse(down.Groups[name].Value, CultureInfo.InvariantCulture);
        return new LineCounters((long)Figure("packets"), (long)Figure("bytes"), Figure("late") * Figure("packets"));
    }

    /// <summary>What was carried since.</summary>
    internal LineCounters Since(LineCounters before) => new(Packets - before.Packets, Bytes - before.Bytes, LateUs - before.LateUs);

    [GeneratedRegex(@"^down packets=(?<packets>\d+) bytes=(?<bytes>\d+) .*mean_late_us=(?<late>[\d.]+)", RegexOptions.Multiline)]
    private static partial Regex Down();
}
