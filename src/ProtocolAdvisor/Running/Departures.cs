namespace ProtocolAdvisor.Running;

/// <summary>
/// Connections of one run that are being left. Nobody waits for them but who is about to open another: a server that takes one connection of a client, or a few, must have
/// ended those before. Each ends by itself within half a second.
/// </summary>
internal sealed class Departures
{
    private readonly Lock _lock = new();
    private readonly List<Task> _leaving = [];

    /// <summary>Another one is being left.</summary>
    internal void Add(Task leaving)
    {
        lock (_lock) _leaving.Add(leaving);
    }

    /// <summary>Completes when all that are being left have been.</summary>
    internal Task AllAsync()
    {
        lock (_lock) return Task.WhenAll(_leaving);
    }
}
