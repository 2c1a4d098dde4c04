namespace ProtocolAdvisor.Cluster.Audits;

/// <summary>The shards that this node works on, so that they can be halted without asking around where they are.</summary>
internal sealed class RunningShards
{
    private readonly Lock _lock = new();
    private readonly Dictionary<(string Audit, int Shard), CancellationTokenSource> _running = [];

    /// <summary>How many there are.</summary>
    internal int Count
    {
        get { lock (_lock) return _running.Count; }
    }

    /// <summary>Works on one: not on the thread of a grain, which has one alone.</summary>
    internal async Task RunAsync(AuditParts parts, string audit, int shard, CancellationToken cancellationToken)
    {
        using var halt = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, parts.Stopping);
        lock (_lock) _running[(audit, shard)] = halt;
        try
        {
            await Task.Run(() => parts.RunShard(audit, shard, halt.Token), CancellationToken.None);
        }
        finally
        {
            lock (_lock)
            {
                if (_running.GetValueOrDefault((audit, shard)) == halt) _running.Remove((audit, shard));
            }
        }
    }

    /// <summary>Halts those of audits that are not to be worked on any more.</summary>
    /// <param name="unfinished">The audits that are.</param>
    internal void HaltAllBut(IReadOnlyCollection<string> unfinished)
    {
        lock (_lock)
        {
            foreach (var (key, halt) in _running)
            {
                // What goes on after the halt does so elsewhere, not under our lock.
                if (!unfinished.Contains(key.Audit)) _ = halt.CancelAsync();
            }
        }
    }
}
