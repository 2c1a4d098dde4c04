namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>The system's clock, which a test can put forward: slow servers without waiting for them. Timers keep to real time.</summary>
internal sealed class SteppedClock : TimeProvider
{
    private long _ahead;

    public override long GetTimestamp() => base.GetTimestamp() + (long)(Volatile.Read(ref _ahead) / (double)TimeSpan.TicksPerSecond * TimestampFrequency);

    internal void PutForward(TimeSpan time) => Interlocked.Add(ref _ahead, time.Ticks);
}
