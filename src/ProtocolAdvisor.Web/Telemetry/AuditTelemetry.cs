namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Counts what this node does for audits.</summary>
internal sealed class AuditTelemetry(AdvisorTelemetry telemetry)
{
    /// <summary>A subject was looked at.</summary>
    public void Tried(Hindrance hindrance) => telemetry.AuditSubjects.Add(1, new KeyValuePair<string, object?>("outcome", hindrance switch
    {
        Hindrance.None => "finished",
        Hindrance.Resolver => "no-resolver",
        Hindrance.OwnLimits => "own-limit",
        Hindrance.Deadline => "deadline",
    }));

    /// <summary>A shard is begun (1), or ended (-1).</summary>
    public void Shards(int change) => telemetry.AuditShards.Add(change);
}
