namespace ProtocolAdvisor.Web.Startup;

/// <summary>Whether the process is warm: storage migrated, code paths compiled.</summary>
internal sealed class Readiness
{
    private volatile bool _ready;

    /// <summary>Whether assessments may be sent here.</summary>
    public bool IsReady => _ready;

    /// <summary>From now on they may.</summary>
    public void Declare() => _ready = true;
}
