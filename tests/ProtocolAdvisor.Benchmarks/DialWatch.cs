using System.Diagnostics.Tracing;
using System.Net;

namespace ProtocolAdvisor.Benchmarks;

/// <summary>Notes when this process first dials one of these places, by what the runtime tells of its sockets.</summary>
internal sealed class DialWatch(IEnumerable<IPEndPoint> places) : EventListener
{
    private readonly HashSet<string> _places = [.. places.Select(x => x.Serialize().ToString())];
    private long _start;
    private long _first;

    /// <summary>Waits for the first dial from now on.</summary>
    internal void Restart() => (_start, _first) = (TimeProvider.System.GetTimestamp(), 0);

    /// <summary>Milliseconds from the start to the first dial; infinite where there was none.</summary>
    internal double FirstMs => _first == 0 ? double.PositiveInfinity : TimeProvider.System.GetElapsedTime(_start, _first).TotalMilliseconds;

    protected override void OnEventSourceCreated(EventSource eventSource)
    {
        if (eventSource.Name == "System.Net.Sockets") EnableEvents(eventSource, EventLevel.Informational);
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData is { EventName: "ConnectStart", Payload: [string address, ..] } && _places.Contains(address))
            Interlocked.CompareExchange(ref _first, TimeProvider.System.GetTimestamp(), 0);
    }
}
