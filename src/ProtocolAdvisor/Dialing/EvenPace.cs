namespace ProtocolAdvisor.Dialing;

/// <summary>Turns at even distances, however many wait: no burst after a quiet time. Whoever gives up has had his turn.</summary>
/// <param name="between">From one turn to the next.</param>
/// <param name="clock">Measures.</param>
internal sealed class EvenPace(TimeSpan between, TimeProvider clock)
{
    private readonly Lock _lock = new();
    private readonly long _began = clock.GetTimestamp();
    private TimeSpan _next = TimeSpan.Zero;

    /// <summary>Waits for the next turn that nobody has.</summary>
    /// <param name="token">Ends the waiting.</param>
    internal Task TurnAsync(CancellationToken token)
    {
        TimeSpan wait;
        lock (_lock)
        {
            var now = clock.GetElapsedTime(_began);
            var turn = _next > now ? _next : now;
            (_next, wait) = (turn + between, turn - now);
        }

        return wait > TimeSpan.Zero ? Task.Delay(wait, clock, token) : Task.CompletedTask;
    }
}
