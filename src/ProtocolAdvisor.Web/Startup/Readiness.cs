namespace ProtocolAdvisor.Web.Startup;

/// <summary>Whether the process is warm, storage migrated, code paths compiled, and not about to stop.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;
    private volatile bool _stopping;

    /// <summary>Whether assessments may be sent here.</summary>
    public bool IsReady => _ready && !_stopping;

    /// <summary>Whether it has been warm; what is said before, is said by a start.</summary>
    public bool WasReady => _ready;

    /// <summary>Whether the process is stopping.</summary>
    public bool IsStopping => _stopping;

    /// <summary>From now on they may.</summary>
    public void Declare() => _ready = true;

    /// <summary>From now on they may not any more.</summary>
    public void Withdraw() => _stopping = true;
}
