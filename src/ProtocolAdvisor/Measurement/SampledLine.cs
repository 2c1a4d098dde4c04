using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>What the single fetches tell of the server: the TCP model, read backwards.</summary>
internal sealed class SampledLine
{
    private const double WidestMbit = 100_000;

    // Held back can only be what does not fit one segment; and beyond a first window, a pause may be the window's.
    private const long LeastLong = 2 * 1448;
    private const long MostLong = 10 * 1448;
    private const int FewestLong = 2;

    private readonly IReadOnlyCollection<SampleFetch> _singles;
    private readonly double _roundTripMs;
    private readonly double _downMbit;
    private readonly double _serverMs;

    private SampledLine(IReadOnlyCollection<SampleFetch> singles, CapacityReading? capacity, double roundTripMs)
    {
        (_singles, _roundTripMs, _downMbit) = (singles, roundTripMs, capacity is { IsReached: true } reached ? reached.Mbit : WidestMbit);
        _serverMs = Math.Max(0, singles.Min(x => x.ElapsedMs - WaitMs(x)));
    }

    /// <summary>Adds what was read to the summary.</summary>
    internal static LatencySummary Tell(LatencySummary summary, IReadOnlyCollection<SampleFetch> singles, CapacityReading? capacity, double roundTripMs)
    {
        var line = new SampledLine(singles, capacity, roundTripMs);
        return summary with
        {
            ServerMs = line._serverMs,
            JitterMs = line.Jitter(),
            DownMbit = capacity?.Mbit,
            DownMbitKind = capacity?.Kind,
            HoldsLongAnswers = line.HoldsLongAnswers(),
        };
    }

    /// <summary>Whether a message of this size tells whether long answers are held back.</summary>
    internal static bool IsTelling(long bytes) => bytes is > LeastLong and < MostLong;

    private double WaitMs(SampleFetch single) => (1 + single.HeldBack) * _roundTripMs;

    private double Jitter()
    {
        var sender = new TcpSender(_roundTripMs, _downMbit);
        var strays = new List<double>();
        foreach (var single in _singles) strays.Add(Math.Abs(single.ElapsedMs - WaitMs(single) - _serverMs - sender.Transfer(single.Bytes)));
        strays.Sort();
        return LatencySummary.Percentile(strays, 0.5);
    }

    private bool? HoldsLongAnswers()
    {
        var tellings = _singles.Where(x => IsTelling(x.Bytes)).ToList();
        return tellings.Count < FewestLong ? null : 2 * tellings.Count(x => x.HeldBack > 0) > tellings.Count;
    }
}
