using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>How audits run (configuration section <c>Audit</c>).</summary>
/// <param name="ShardSize">How many subjects are handed out at once.</param>
/// <param name="Deadline">How long one subject may take.</param>
/// <param name="Retention">After it an audit is purged.</param>
internal sealed record AuditOptions(int ShardSize, TimeSpan Deadline, TimeSpan Retention)
{
    /// <summary>Reads the section.</summary>
    public static AuditOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        return new(
            settings.Value(KnownSettings.AuditShardSize),
            settings.Value(KnownSettings.AuditDeadline),
            settings.Value(KnownSettings.AuditRetention));
    }
}
