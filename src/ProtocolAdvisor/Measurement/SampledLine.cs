using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>What the sample fetches tell of the line and of the server: the TCP model, read backwards.</summary>
internal sealed class SampledLine
{
    private const double WidestMbit = 100_000;
    private const double NarrowestMbit = 0.01;
    private const int Halvings = 40;

    // Below so many milliseconds, or so small a part of the batch, what the line's width adds drowns in noise.
    private const double TellingMs = 5;
    private const double TellingShare = 0.2;

    private readonly IReadOnlyCollection<SampleFetch> _singles;
    private readonly double _roundTripMs;
    private readonly double _serverMs;
    private readonly double? _downMbit;

    private SampledLine(IReadOnlyCollection<SampleFetch> singles, SampleFetch? together, double roundTripMs)
    {
        (_singles, _roundTripMs) = (singles, roundTripMs);
        _serverMs = Math.Max(0, singles.Min(x => x.ElapsedMs) - roundTripMs);
        _downMbit = together is { } batch ? Capacity(batch) : null;
    }

    /// <summary>Reads the samples.</summary>
    internal static SampledLine Of(IReadOnlyCollection<SampleFetch> singles, SampleFetch? together, double roundTripMs) => new(singles, together, roundTripMs);

    /// <summary>Adds what was read to the summary.</summary>
    internal LatencySummary Tell(LatencySummary summary) => summary with { ServerMs = _serverMs, JitterMs = Jitter(), DownMbit = _downMbit };

    // By halving: the batch comes the sooner, the wider the line. Where no line, however wide, would have been noticeably faster, the narrowest of those is told.
    private double Capacity(SampleFetch batch)
    {
        var noise = Math.Max(TellingMs, TellingShare * batch.ElapsedMs);
        var told = Math.Max(batch.ElapsedMs, Expected(batch, WidestMbit) + noise);
        var (low, high) = (Math.Log(NarrowestMbit), Math.Log(WidestMbit));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            if (Expected(batch, Math.Exp(middle)) > told) low = middle;
            else high = middle;
        }

        return Math.Exp(high);
    }

    // The singles came first, and have opened the window.
    private double Expected(SampleFetch batch, double downMbit)
    {
        var sender = new TcpSender(_roundTripMs, downMbit);
        foreach (var single in _singles) sender.Transfer(single.Bytes);
        return _roundTripMs + _serverMs + sender.Transfer(batch.Bytes);
    }

    private double Jitter()
    {
        var sender = new TcpSender(_roundTripMs, _downMbit ?? WidestMbit);
        var strays = new List<double>();
        foreach (var single in _singles) strays.Add(Math.Abs(single.ElapsedMs - _roundTripMs - _serverMs - sender.Transfer(single.Bytes)));
        strays.Sort();
        return LatencySummary.Percentile(strays, 0.5);
    }
}
