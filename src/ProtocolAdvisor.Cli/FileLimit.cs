using System.Globalization;

namespace ProtocolAdvisor.Cli;

/// <summary>How many files the process may open (RLIMIT_NOFILE). One that is out of them cannot even say so: it loads its own parts as files, too.</summary>
internal static class FileLimit
{
    /// <summary>The runtime and its parts are some 130; a search has 24, its probes up to eight addresses each of a few endpoints.</summary>
    public const int Least = 256;

    /// <summary>How many it may; null where that is no bound, or the system does not say.</summary>
    public static int? Own()
    {
        const string limits = "/proc/self/limits";
        if (!File.Exists(limits)) return null;
        var line = File.ReadLines(limits).FirstOrDefault(x => x.StartsWith("Max open files", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..] && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var files) ? files : null;
    }
}
