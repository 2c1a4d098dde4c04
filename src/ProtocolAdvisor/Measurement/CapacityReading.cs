using System.Text.Json.Serialization;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Measurement;

/// <summary>What one long answer told of the line towards us.</summary>
/// <param name="Mbit">Mbit/s, packet headers included.</param>
/// <param name="Kind">Whether the line was full, or was only seen to carry as much.</param>
internal readonly record struct CapacityReading(double Mbit, CapacityKind Kind)
{
    private const double BitsPerMsPerMbit = 1000;

    // A stretch must be long enough for what a busy machine adds at its ends to be small.
    private const double ShortestStretchMs = 25;

    // A window that still opens doubles from one round trip to the next; on a full line one stretch is like the other.
    private const double Alike = 0.15;

    // A window that is not open yet sends a flight and then rests, once in a round trip: what comes evenly for half as long again is no flight.
    private const double FlightShare = 0.75;
    private const int StepsInStretch = 4;
    private const int FewestReads = 10;
    private const double LongestRest = 0.1;
    private const int FewSegments = 3;

    // Nearer than this, a lost segment is made up for in no time, and more bytes cost less than a reading amid them is worth.
    private const double FarMs = 25;

    // Under so many stretches, their middle says no more than their mean.
    private const int FewStretches = 4;
    private const double LongStretchMs = 50;

    // Bytes that come in flights, with a rest behind each, stray from an even pace by half the rest.
    private const double EvenShare = 0.02;
    private const double EvenMs = 0.5;

    // After so many round trips the window of every mail server is open, and so long a time is not an accident. So the rate at the end
    // is all that comes, whether it was even or not.
    private const double ManyRoundTrips = 10;
    private const double LongMs = 500;
    private const long ManyBytes = 64 << 10;

    // A window that still opens rests for a round trip at most. Longer is a lost segment, a server that looks for something, or a reader that had no turn.
    private const double LongestFlightPause = 1.5;

    internal bool IsReached => Kind == CapacityKind.Reached;

    /// <summary>Reads it; null where nothing came.</summary>
    /// <param name="arrivals">How the bytes came.</param>
    /// <param name="roundTripMs">The line's round-trip time.</param>
    internal static CapacityReading? Of(IReadOnlyList<Arrival> arrivals, double roundTripMs)
    {
        if (arrivals.Count < 2) return null;
        var whole = Whole(arrivals, roundTripMs);
        return Undisturbed(arrivals, roundTripMs) is { IsReached: true } before && !(whole is { } all && AreAlike(before.Mbit, all.Mbit)) ? before : whole;
    }

    /// <summary>
    /// Reads what came before the first long rest. Behind one, the line is caught up with: where a lost segment arrives, all that waited for it is there at once, and holes that are filled
    /// one after the other bring two segments each, evenly, twice as fast as any line.
    /// </summary>
    /// <param name="arrivals">How the bytes came.</param>
    /// <param name="roundTripMs">The line's round-trip time.</param>
    internal static CapacityReading? Undisturbed(IReadOnlyList<Arrival> arrivals, double roundTripMs)
    {
        var (longest, until) = (LongestFlightPause * Math.Max(roundTripMs, ShortestStretchMs), 1);
        while (until < arrivals.Count && arrivals[until].Ms - arrivals[until - 1].Ms <= longest) until++;
        return Whole([.. arrivals.Take(until)], roundTripMs);
    }

    private static CapacityReading? Whole(IReadOnlyList<Arrival> arrivals, double roundTripMs)
    {
        if (arrivals.Count < 2) return null;
        var (stretch, end) = (Math.Max(roundTripMs, ShortestStretchMs), arrivals.Count - 1);

        // The first byte cannot have come before one round trip was over: so this much the line carries at least, and no stretch that is much slower was full.
        var least = (arrivals[end].Bytes - arrivals[0].Bytes) / Math.Max(1, arrivals[end].Ms - roundTripMs);
        if (Even(arrivals, end, stretch) is { } rate && rate >= (1 - Alike) * least) return new(Mbits(Usual(arrivals, rate, Math.Max(stretch, LongStretchMs))), CapacityKind.Reached);
        if (LongLasting(arrivals, roundTripMs) is { } half) return new(Mbits(Rate(arrivals, half, end)), CapacityKind.Reached);
        return roundTripMs >= FarMs && FullAmid(arrivals, Math.Max(FlightShare * roundTripMs, LongStretchMs), least) is { } amid
            ? new(Mbits(amid), CapacityKind.Reached) : new(Mbits(least), CapacityKind.AtLeast);
    }

    /// <summary>The one that tells more: what was reached, else the higher bound.</summary>
    internal static CapacityReading? Better(CapacityReading? one, CapacityReading? other) =>
        one is not { } x ? other : other is not { } y ? one : x.IsReached != y.IsReached ? (x.IsReached ? x : y) : x.Mbit >= y.Mbit ? x : y;

    // The rate up to a read where the two stretches before it are alike; null where they are not.
    private static double? Even(IReadOnlyList<Arrival> arrivals, int end, double stretch) =>
        Before(arrivals, end, stretch) is { } middle && Before(arrivals, middle, stretch) is { } start
            && AreAlike(Rate(arrivals, start, middle), Rate(arrivals, middle, end)) && IsEven(arrivals, start, end)
            ? Rate(arrivals, start, end) : null;

    // A segment that was lost holds back all that came behind it, and then everything comes at once: where it came evenly, the line was full all the same. While losses are made up
    // for, bytes may trickle as evenly, so it is the fastest stretches that count, by their middle; and none that is slower than the whole.
    private static double? FullAmid(IReadOnlyList<Arrival> arrivals, double stretch, double least)
    {
        var rates = new List<double>();
        for (int? place = arrivals.Count - 1; place is { } last; place = Before(arrivals, last, stretch / StepsInStretch))
            if (Even(arrivals, last, stretch) is { } even && IsWithoutRest(arrivals, last, stretch)) rates.Add(even);
        if (rates.Count == 0) return null;
        rates.Sort();
        var usual = LatencySummary.Percentile([.. rates.Where(x => x >= (1 - Alike) * rates[^1])], 0.5);
        return usual >= least ? usual : null;
    }

    // A line that is full pauses no longer than from one segment to the next, or a few of them.
    private static bool IsWithoutRest(IReadOnlyList<Arrival> arrivals, int end, double stretch)
    {
        var (reads, longest, beginning) = (0, 0.0, arrivals[end].Ms - (2 * stretch));
        for (var i = end; i > 0 && arrivals[i].Ms > beginning; i--)
        {
            longest = Math.Max(longest, arrivals[i].Ms - arrivals[i - 1].Ms);
            reads++;
        }

        return reads >= FewestReads && longest <= Math.Max(LongestRest * stretch, FewSegments * 2 * stretch / reads);
    }

    // The last read that lies at least a stretch before another; null where that would be before the first.
    private static int? Before(IReadOnlyList<Arrival> arrivals, int place, double stretch)
    {
        for (var i = place - 1; i >= 0; i--)
            if (arrivals[i].Ms <= arrivals[place].Ms - stretch) return i;
        return null;
    }

    // The line was full before, too: the middle of all stretches that were about as fast is hardly changed by one stretch during which a
    // busy machine was slow.
    private static double Usual(IReadOnlyList<Arrival> arrivals, double rate, double stretch)
    {
        var rates = new List<double>();
        for (var to = arrivals.Count - 1; Before(arrivals, to, stretch) is { } from; to = from)
            if (Rate(arrivals, from, to) >= (1 - Alike) * rate) rates.Add(Rate(arrivals, from, to));
        rates.Sort();
        return rates.Count < FewStretches ? rate : LatencySummary.Percentile(rates, 0.5);
    }

    private static int? LongLasting(IReadOnlyList<Arrival> arrivals, double roundTripMs)
    {
        var (first, last) = (arrivals[0], arrivals[^1]);
        var (lasted, half) = (last.Ms - first.Ms, first.Bytes + ((last.Bytes - first.Bytes) / 2));
        if (lasted < LongMs || lasted < ManyRoundTrips * roundTripMs || last.Bytes - half < ManyBytes) return null;
        return arrivals.Index().First(x => x.Item.Bytes >= half).Index is var place && place < arrivals.Count - 1 ? place : null;
    }

    private static bool AreAlike(double one, double other) => Math.Abs(one - other) <= Alike * Math.Max(one, other);

    private static bool IsEven(IReadOnlyList<Arrival> arrivals, int start, int end)
    {
        var rate = Rate(arrivals, start, end);
        var strays = new List<double>();
        for (var i = start; i <= end; i++) strays.Add(Math.Abs(arrivals[i].Ms - arrivals[start].Ms - ((arrivals[i].Bytes - arrivals[start].Bytes) / rate)));
        strays.Sort();
        return LatencySummary.Percentile(strays, 0.5) <= Math.Max(EvenMs, EvenShare * (arrivals[end].Ms - arrivals[start].Ms));
    }

    // Bytes a millisecond from behind one read to another.
    private static double Rate(IReadOnlyList<Arrival> arrivals, int from, int to) =>
        (arrivals[to].Bytes - arrivals[from].Bytes) / Math.Max(0.001, arrivals[to].Ms - arrivals[from].Ms);

    private static double Mbits(double bytesPerMs) => TcpSender.OnTheWire(bytesPerMs) * 8 / BitsPerMsPerMbit;
}

/// <summary>What a capacity is worth.</summary>
[JsonConverter(typeof(CamelCase<CapacityKind>))]
public enum CapacityKind
{
    /// <summary>The line was only seen to carry as much: it may be far wider. No decision rests on it.</summary>
    AtLeast,

    /// <summary>The line was full: it does not carry more.</summary>
    Reached,
}
