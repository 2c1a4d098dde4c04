using System.Globalization;
using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Inbound;

/// <summary>
/// How the files that the process may open (RLIMIT_NOFILE) are shared out, so that connections to us never take what the work needs: a process that is out of files does
/// not refuse, it dies.
/// </summary>
/// <param name="Runs">How many assessments and discoveries run at once.</param>
/// <param name="Connections">How many connections there are at most, those included that are being ended.</param>
internal sealed record FileBudget(int Runs, int Connections)
{
    /// <summary>The process itself: some 310 once it is warm, assemblies above all; the database has 18 (six connections with journal and index); log, pipes and timers; connections that are being closed.</summary>
    public const int Own = 400;

    /// <summary>
    /// One run: 24 while it searches (measured with a resolver that does not answer: every query of DNS has a socket of its own, web requests come after them), and four
    /// endpoints over two addresses each are 8.
    /// </summary>
    public const int PerRun = 32;

    /// <summary>How many connections are held where files are no bound.</summary>
    public const int MostConnections = 4000;

    private const int LeastConnections = 64;

    // Of a run's files those with which it may dial: what it holds while it searches, and its open connections, are the others.
    private const int DialsPerRun = 8;
    private const int LeastDials = 16;

    /// <summary>How many connections are held: an eighth less, because one that is ended keeps its file for some milliseconds.</summary>
    public int Held => Connections * 7 / 8;

    /// <summary>
    /// How many connections may be dialled at once, over all runs. One run may know 160 addresses (20 endpoints at eight each), and those that do not answer hold their files
    /// for seconds.
    /// </summary>
    public int Dials => Math.Max(LeastDials, Runs * DialsPerRun);

    /// <summary>Shares out the files that this process may open.</summary>
    public static FileBudget For(int wantedRuns) => Of(Limit(), wantedRuns);

    /// <summary>Shares out so many files: runs get what they need, up to half; connections the rest.</summary>
    public static FileBudget Of(int? files, int wantedRuns)
    {
        if (files is not { } limit) return new(wantedRuns, MostConnections);
        var shared = limit - Own;
        if (shared < LeastConnections + PerRun) throw new StartRefusedException($"The process may open {limit} files; at least {Own + LeastConnections + PerRun} are needed (ulimit -n).");
        var runs = Math.Clamp(shared / 2 / PerRun, 1, wantedRuns);
        return new(runs, Math.Min(MostConnections, shared - (runs * PerRun)));
    }

    /// <summary>How many files this process may open: the runtime has raised the soft limit to the hard one by now. "unlimited", and systems without /proc, are no bound.</summary>
    public static int? Limit()
    {
        const string files = "/proc/self/limits";
        if (!File.Exists(files)) return null;
        var line = File.ReadLines(files).FirstOrDefault(x => x.StartsWith("Max open files", StringComparison.Ordinal));
        return line?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [_, _, _, var soft, ..] && int.TryParse(soft, NumberStyles.None, CultureInfo.InvariantCulture, out var limit) ? limit : null;
    }
}
