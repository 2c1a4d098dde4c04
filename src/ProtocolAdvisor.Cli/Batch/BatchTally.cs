using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>What a list has come to so far.</summary>
/// <param name="earlier">What an earlier run of it came to, subject by subject: that counts for the end, and not for how far this run is.</param>
internal sealed class BatchTally(IEnumerable<SummaryState> earlier)
{
    private readonly Dictionary<SummaryState, int> _states = [];
    private readonly HashSet<SummaryState> _seen = [.. earlier];
    private readonly Dictionary<FindingCode, int> _findings = [];

    /// <summary>How many subjects are finished.</summary>
    public int Done => _states.Values.Sum();

    /// <summary>How many could not be looked at, so that another run has to.</summary>
    public int Left { get; private set; }

    /// <summary>The findings and how many subjects have each, the most frequent first.</summary>
    public IEnumerable<(FindingCode Code, int Subjects)> Findings => _findings.OrderByDescending(x => x.Value).ThenBy(x => x.Key).Select(x => (x.Key, x.Value));

    /// <summary>How many subjects are in a state.</summary>
    public int Of(SummaryState state) => _states.GetValueOrDefault(state);

    /// <summary>Counts a subject.</summary>
    public void Add(BatchRow row)
    {
        _states[row.State] = Of(row.State) + 1;
        _seen.Add(row.State);
        foreach (var code in row.Findings) _findings[code] = _findings.GetValueOrDefault(code) + 1;
    }

    /// <summary>Counts one that could not be looked at.</summary>
    public void Leave() => Left++;

    /// <summary>The process's code: the worst that was seen.</summary>
    public int Code => _seen.Contains(SummaryState.DoesNotWork) ? ExitCode.DoesNotWork : Left > 0 || _seen.Contains(SummaryState.CouldNotFindOut) ? ExitCode.CouldNotFindOut : ExitCode.Works;
}
