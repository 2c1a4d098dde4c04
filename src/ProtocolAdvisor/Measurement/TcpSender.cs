namespace ProtocolAdvisor.Measurement;

/// <summary>
/// How a TCP sender's window lets replies through, as arithmetic: it starts with 10 segments (RFC 6928), doubles in every round trip that
/// it limits (slow start, RFC 5681 §3.1), and once it covers the line, only the line's capacity counts. The time is the largest over all
/// rounds k of "k round trips, and the rest at the line's rate". So more bytes, a longer round trip or a slower line never give a shorter
/// time. Losses are left out: with a queue of some 200 ms, CUBIC's window never falls below what keeps the line full, and HyStart ends slow
/// start only once the line is full (both seen in the lab).
/// </summary>
/// <param name="roundTripMs">Round-trip time of the line, ms.</param>
/// <param name="downMbit">Its capacity towards the client, Mbit/s.</param>
internal struct TcpSender(double roundTripMs, double downMbit)
{
    private const double FirstWindow = 10;

    // Of a full packet of 1500 bytes; 52 are IPv4 and TCP with timestamps.
    private const double PacketBytes = 1500;
    private const double SegmentBytes = 1448;
    private const double BitsPerMsPerMbit = 1000;

    private readonly double _msPerSegment = PacketBytes * 8 / (downMbit * BitsPerMsPerMbit);

    /// <summary>Segments that it may have under way; it never closes again.</summary>
    internal double Window { get; private set; } = FirstWindow;

    /// <summary>Bytes on the wire for so many bytes of TCP payload.</summary>
    internal static double OnTheWire(double payload) => payload * (PacketBytes / SegmentBytes);

    /// <summary>
    /// From the first byte's arrival at the client to the last one's, in milliseconds; the window stays as wide as it has grown.
    /// </summary>
    internal double Transfer(double payload)
    {
        var segments = payload / SegmentBytes;
        var (ms, sent) = (segments * _msPerSegment, 0.0);
        for (var round = 1; sent + Window < segments; round++)
        {
            sent += Window;
            Window *= 2;
            ms = Math.Max(ms, (round * roundTripMs) + ((segments - sent) * _msPerSegment));
        }

        return ms;
    }
}
