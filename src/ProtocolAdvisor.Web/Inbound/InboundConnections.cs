using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Inbound;

/// <summary>
/// The connections to us, in all and for each address. One too many ends another that asks for nothing: the oldest one of whoever holds most. Only where every one is at
/// work the new one is refused. So whoever opens thousands of them takes away his own.
/// </summary>
internal sealed class InboundConnections(FileBudget budget, AdvisorTelemetry telemetry, TimeProvider clock, ILogger<InboundConnections> log)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Peer> _peers = [];
    private int _count;
    private int _ended;
    private long? _toldAt;

    /// <summary>How many one address may hold: a quarter is always left to others.</summary>
    public int PerAddress { get; } = budget.Held * 3 / 4;

    /// <summary>How many there are.</summary>
    public int Count
    {
        get { lock (_lock) return _count; }
    }

    /// <summary>Takes a connection in; ends another one where there is no room, or this one.</summary>
    public void Add(InboundConnection connection)
    {
        InboundConnection? surplus;
        lock (_lock)
        {
            var peer = PeerOf(connection);
            peer.Add(connection);
            _count++;
            surplus = Surplus(connection, peer);
            if (surplus is not null) Drop(surplus);
        }

        if (surplus is null) return;
        surplus.Abort();
        telemetry.ConnectionsRefused.Add(1);
        Tell();
    }

    /// <summary>It has ended.</summary>
    public void Remove(InboundConnection connection)
    {
        lock (_lock) Drop(connection);
    }

    /// <summary>A request of it begins, or has ended.</summary>
    public void Note(InboundConnection connection, int requests)
    {
        lock (_lock)
        {
            connection.Requests += requests;
            PeerOf(connection).Note(connection);
        }
    }

    // Whoever floods us with connections does not get to flood the log.
    private void Tell()
    {
        int ended;
        lock (_lock)
        {
            _ended++;
            if (_toldAt is { } told && clock.GetElapsedTime(told) < Pause) return;
            (ended, _ended, _toldAt) = (_ended, 0, clock.GetTimestamp());
        }

        log.ConnectionsEnded(ended, budget.Held);
    }

    private InboundConnection? Surplus(InboundConnection connection, Peer peer)
    {
        if (connection.Address is not null && peer.Count > PerAddress) return peer.OldestIdle ?? connection;
        if (_count <= budget.Held) return null;
        return _peers.Values.Where(x => x.OldestIdle is not null).MaxBy(x => x.Count)?.OldestIdle ?? connection;
    }

    private void Drop(InboundConnection connection)
    {
        if (!_peers.TryGetValue(connection.Address ?? "", out var peer) || !peer.Remove(connection)) return;
        _count--;
        if (peer.Count == 0) _peers.Remove(connection.Address ?? "");
    }

    private Peer PeerOf(InboundConnection connection)
    {
        var key = connection.Address ?? "";
        return _peers.TryGetValue(key, out var peer) ? peer : _peers[key] = new Peer();
    }

    // Those of one address; the idle ones with the oldest first.
    private sealed class Peer
    {
        private readonly HashSet<InboundConnection> _all = [];
        private readonly LinkedList<InboundConnection> _idle = [];
        private readonly Dictionary<InboundConnection, LinkedListNode<InboundConnection>> _places = [];

        public int Count => _all.Count;

        public InboundConnection? OldestIdle => _idle.First?.Value;

        public void Add(InboundConnection connection)
        {
            _all.Add(connection);
            Note(connection);
        }

        public bool Remove(InboundConnection connection)
        {
            Leave(connection);
            return _all.Remove(connection);
        }

        public void Note(InboundConnection connection)
        {
            Leave(connection);
            if (connection.Requests == 0 && _all.Contains(connection)) _places[connection] = _idle.AddLast(connection);
        }

        private void Leave(InboundConnection connection)
        {
            if (_places.Remove(connection, out var place)) _idle.Remove(place);
        }
    }
}
