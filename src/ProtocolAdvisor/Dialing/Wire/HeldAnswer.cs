namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// Detects Nagle's algorithm: the server holds back the last, short piece of an answer until we have acknowledged the pieces before it. So
/// that piece comes one round trip later (RFC 896; Cyrus does so with its greeting behind the TLS session tickets and with the end of long
/// answers, Courier with its reply to LOGOUT or QUIT).
/// </summary>
internal static class HeldAnswer
{
    // A first window of ten segments: behind more, the sender may have waited for its window instead.
    private const long MostBefore = 10 * 1448;
    private const double LeastRoundTripMs = 2;

    // We acknowledge at once, so the pause is one round trip and what the peer and the machines add.
    private const double Least = 0.97;
    private const double Most = 1.12;
    private const double MostMore = 1.5;

    /// <summary>How many pieces of one answer came a round trip behind the piece before them.</summary>
    internal static int Count(IReadOnlyList<Arrival> arrivals, double? roundTripMs)
    {
        if (roundTripMs is not { } shortest || shortest < LeastRoundTripMs) return 0;
        var held = 0;
        for (var i = 1; i < arrivals.Count && arrivals[i - 1].Bytes - arrivals[0].Bytes < MostBefore; i++)
        {
            var pause = arrivals[i].Ms - arrivals[i - 1].Ms;
            if (pause >= Least * shortest && pause <= (Most * shortest) + MostMore) held++;
        }

        return held;
    }
}

/// <summary>One read of a connection.</summary>
/// <param name="Ms">Milliseconds since bytes last went out.</param>
/// <param name="Bytes">Bytes received on the connection by then, what encryption adds included.</param>
internal readonly record struct Arrival(double Ms, long Bytes);
