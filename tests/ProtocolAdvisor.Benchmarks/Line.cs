using System.Globalization;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>How the lab's line is to be set.</summary>
/// <param name="RoundTripMs">Round-trip time.</param>
/// <param name="Mbit">Capacity each way; 0 for no limit.</param>
internal sealed record Line(int RoundTripMs, int Mbit = 0)
{
    /// <summary>Whether it is one of those that the command line names: <c>100/20</c>, <c>*/20</c>, <c>100/*</c>.</summary>
    internal bool IsIn(string pattern) => pattern.Split('/') is [var roundTripMs, var mbit] && IsIn(RoundTripMs, roundTripMs) && IsIn(Mbit, mbit);

    private static bool IsIn(int figure, string pattern) => pattern == "*" || pattern == figure.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public override string ToString() => (RoundTripMs, Mbit) switch
    {
        (0, 0) => "no delay",
        (_, 0) => $"{RoundTripMs} ms",
        _ => $"{RoundTripMs} ms, {Mbit} Mbit/s",
    };
}
