namespace ProtocolAdvisor.Web.Startup;

/// <summary>Whether the process is warm, storage migrated, code paths compiled, a member of its cluster where it is one of several, and not about to stop.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;
    private volatile bool _joining;
    private volatile bool _stopping;

    /// <summary>Whether assessments may be sent here.</summary>
    public bool IsReady => _ready && !_joining && !_stopping;

    /// <summary>Whether it has been warm; what is said before, is said by a start.</summary>
    public bool WasReady => _ready;

    /// <summary>Whether it is warm, and waits for its cluster.</summary>
    public bool IsJoining => _ready && _joining;

    /// <summary>Whether the process is stopping.</summary>
    public bool IsStopping => _stopping;

    /// <summary>Of one of several nodes: it must join the others, too.</summary>
    public static Readiness OfNode() => new() { _joining = true };

    /// <summary>It has joined them.</summary>
    public void Joined() => _joining = false;

    /// <summary>It is warm: from now on they may.</summary>
    public void Declare() => _ready = true;

    /// <summary>From now on they may not any more.</summary>
    public void Withdraw() => _stopping = true;
}
