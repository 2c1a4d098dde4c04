namespace ProtocolAdvisor.Benchmarks;

/// <summary>How the lab's line is to be set.</summary>
/// <param name="RoundTripMs">Round-trip time.</param>
/// <param name="Mbit">Capacity each way; 0 for no limit.</param>
internal sealed record Line(int RoundTripMs, int Mbit = 0)
{
    /// <inheritdoc/>
    public override string ToString() => (RoundTripMs, Mbit) switch
    {
        (0, 0) => "no delay",
        (_, 0) => $"{RoundTripMs} ms",
        _ => $"{RoundTripMs} ms, {Mbit} Mbit/s",
    };
}
