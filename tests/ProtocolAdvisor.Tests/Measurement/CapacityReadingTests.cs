using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Measurement;

namespace ProtocolAdvisor.Tests.Measurement;

public class CapacityReadingTests
{
    private const int Segment = 1448;
    private const double BitsOnTheWire = 1500 * 8;

    [Theory]
    [InlineData(2, 50, 300_000)]
    [InlineData(5, 100, 500_000)]
    [InlineData(20, 200, 4_000_000)]
    [InlineData(100, 20, 2_000_000)]
    public void A_line_that_was_filled_is_read_to_the_percent(double mbit, double roundTripMs, int bytes)
    {
        var reading = CapacityReading.Of(SlowStart(mbit, roundTripMs, bytes), roundTripMs)!.Value;
        Assert.Equal(CapacityKind.Reached, reading.Kind);
        Assert.Equal(mbit, reading.Mbit, 0.03 * mbit);
    }

    [Theory]
    [InlineData(20, 50, 70)]
    [InlineData(20, 50, 3_000)]
    [InlineData(20, 100, 50_000)]
    [InlineData(100, 200, 500_000)]
    [InlineData(1000, 20, 700_000)]
    public void What_came_before_the_line_was_full_is_a_lower_bound(double mbit, double roundTripMs, int bytes)
    {
        var reading = CapacityReading.Of(SlowStart(mbit, roundTripMs, bytes), roundTripMs);
        Assert.True(reading is null or { Kind: CapacityKind.AtLeast }, $"{reading}");
        Assert.True(reading is null || reading.Value.Mbit <= 1.01 * mbit, $"{reading}");
    }

    // 5 Mbit/s at 100 ms: the line's queue is full after 200 ms and drops a segment; what came behind it is held back for a round trip, and so once more at the end.
    [Fact]
    public void A_line_that_was_full_until_a_segment_was_lost_is_read_before_that()
    {
        const double pace = 2.4;
        var even = Enumerable.Range(0, 83).Select(i => new Arrival(105 + (pace * i), Segment * (i + 1)));
        var behind = Enumerable.Range(0, 70).Select(i => new Arrival(410 + (pace * i), Segment * (i + 84)));
        List<Arrival> arrivals = [.. even, .. behind, new(620, Segment * 180)];
        var reading = CapacityReading.Of(arrivals, 100)!.Value;
        Assert.Equal(CapacityKind.Reached, reading.Kind);
        Assert.Equal(BitsOnTheWire / pace / 1000, reading.Mbit, 0.1);
    }

    // Seen at 2 Mbit/s and 50 ms, once in twenty runs: the queue drops every other segment. Then each that comes again brings the one behind it along, as evenly as a line of twice the width.
    [Fact]
    public void Holes_that_are_filled_two_segments_at_a_time_are_no_wider_line()
    {
        var full = Enumerable.Range(0, 35).Select(i => new Arrival(58 + (6 * i), Segment * (i + 1)));
        var again = Enumerable.Range(0, 16).Select(i => new Arrival(478 + (6 * i), Segment * (i + 36)));
        var filled = Enumerable.Range(0, 33).Select(i => new Arrival(574 + (6 * i), Segment * ((2 * i) + 54)));
        AssertTwoMbit([.. full, .. again, .. filled]);
    }

    [Fact]
    public void The_last_bytes_that_are_lost_make_no_narrower_line() =>
        AssertTwoMbit([.. Enumerable.Range(0, 130).Select(i => new Arrival(58 + (6 * i), Segment * (i + 1))), new(1_330, (Segment * 130) + 3)]);

    private static void AssertTwoMbit(IReadOnlyList<Arrival> arrivals)
    {
        var reading = CapacityReading.Of(arrivals, 50)!.Value;
        Assert.Equal((CapacityKind.Reached, 2), (reading.Kind, Math.Round(reading.Mbit, 1)));
        Assert.Equal(reading, CapacityReading.Undisturbed(arrivals, 50));
    }

    // While losses are made up for, one segment comes with each acknowledgement: as even as a full line, and far slower.
    [Fact]
    public void What_trickles_while_losses_are_made_up_for_is_not_the_line()
    {
        var flow = Enumerable.Range(0, 60).Select(i => new Arrival(100 + (2.4 * i), Segment * (i + 1)));
        var trickle = Enumerable.Range(0, 14).Select(i => new Arrival(260 + (16 * i), Segment * (i + 61)));
        var reading = CapacityReading.Of([.. flow, .. trickle, new(500, Segment * 120)], 100)!.Value;
        Assert.True(reading.Kind == CapacityKind.AtLeast || Math.Abs(reading.Mbit - 5) < 0.4, $"{reading}");
    }

    // Flights that double, each shorter than a round trip: however even each is, none of them fills the line.
    [Fact]
    public void A_window_that_still_opens_is_not_taken_for_a_full_line()
    {
        var flights = new[] { 10, 20, 39 }.SelectMany((segments, flight) => Enumerable.Range(0, segments).Select(i => 100 + (100 * flight) + (2.4 * i))).ToList();
        Assert.Equal(CapacityKind.AtLeast, CapacityReading.Of([.. flights.Select((ms, i) => new Arrival(ms, Segment * (i + 1)))], 100)!.Value.Kind);
    }

    // Five flights of the same size, each a round trip behind the last: the sender's buffer, not the line.
    [Fact]
    public void Flights_with_a_pause_behind_each_do_not_fill_a_line() => Assert.Equal(
        CapacityKind.AtLeast,
        CapacityReading.Of([.. Enumerable.Range(0, 200).Select(i => new Arrival(50 + (50 * (i / 40)) + (0.1 * (i % 40)), Segment * (i + 1)))], 50)!.Value.Kind);

    [Fact]
    public void A_reader_that_comes_late_once_still_sees_the_lines_pace()
    {
        List<Arrival> arrivals = [.. SlowStart(20, 50, 800_000)];
        var stalled = arrivals.Count / 2;
        for (var i = stalled; i < arrivals.Count && arrivals[i].Ms < arrivals[stalled].Ms + 30; i++) arrivals[i] = arrivals[i] with { Ms = arrivals[stalled].Ms + 30 };
        var reading = CapacityReading.Of(arrivals, 50)!.Value;
        Assert.Equal((CapacityKind.Reached, 20), (reading.Kind, Math.Round(reading.Mbit)));
    }

    [Fact]
    public void What_comes_unevenly_for_long_is_all_that_comes()
    {
        var (ms, bytes, arrivals) = (50.0, 0L, new List<Arrival>());
        for (var i = 0; i < 400; i++) arrivals.Add(new(ms += i / 20 % 2 == 0 ? 2 : 8, bytes += Segment));
        Assert.Equal(CapacityKind.Reached, CapacityReading.Of(arrivals, 50)!.Value.Kind);
    }

    [Fact]
    public void What_was_reached_beats_any_bound()
    {
        CapacityReading reached = new(5, CapacityKind.Reached), bound = new(9, CapacityKind.AtLeast), lower = new(2, CapacityKind.AtLeast);
        Assert.Equal((reached, bound, reached), (CapacityReading.Better(bound, reached), CapacityReading.Better(lower, bound), CapacityReading.Better(null, reached)));
    }

    // Segment by segment: the window doubles every round trip, and the line carries one segment after the other.
    private static List<Arrival> SlowStart(double mbit, double roundTripMs, int bytes)
    {
        var (perSegment, window, free, arrivals) = (BitsOnTheWire / (mbit * 1000), 10, 0.0, new List<Arrival>());
        var acknowledged = new Queue<double>(Enumerable.Repeat(0.0, window));
        for (long sent = 0; sent < bytes;)
        {
            var start = acknowledged.Dequeue();
            free = Math.Max(free, start) + perSegment;
            sent = Math.Min(bytes, sent + Segment);
            arrivals.Add(new(roundTripMs + free, sent));
            acknowledged.Enqueue(free + roundTripMs);
            acknowledged.Enqueue(free + roundTripMs);
        }

        return arrivals;
    }
}
