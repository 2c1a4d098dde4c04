using ProtocolAdvisor.Web.Startup.Configured;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>How audits run (configuration section <c>Audit</c>).</summary>
/// <param name="ShardSize">How many subjects are handed out at once.</param>
/// <param name="Deadline">How long one subject may take.</param>
/// <param name="Retention">After it an audit is purged.</param>
internal sealed record AuditOptions(int ShardSize, TimeSpan Deadline, TimeSpan Retention)
{
    // The next one takes its time, and is looked at when somebody has the time.
    private const int MostDaysToCompare = 10;

    /// <summary>Reads the section.</summary>
    public static AuditOptions From(IConfiguration configuration)
    {
        var settings = new OperatorSettings(configuration);
        return new(
            settings.Value(KnownSettings.AuditShardSize),
            settings.Value(KnownSettings.AuditDeadline),
            settings.Value(KnownSettings.AuditRetention));
    }

    /// <summary>
    /// When an audit expires: after the retention; where it is made again, not before the next one of its row can have been told against it.
    /// </summary>
    /// <param name="from">When it is made.</param>
    /// <param name="repeatEveryDays">After how many days it is made again; null for never.</param>
    /// <param name="nextAt">When it is made again first, Unix time in milliseconds; null for never.</param>
    /// <returns>Unix time in milliseconds.</returns>
    public long ExpiresAt(DateTimeOffset from, int? repeatEveryDays, long? nextAt)
    {
        var expires = (from + Retention).ToUnixTimeMilliseconds();
        if ((repeatEveryDays, nextAt) is not ({ } days, { } next)) return expires;
        return Math.Max(expires, next + (long)TimeSpan.FromDays(Math.Min(days, MostDaysToCompare)).TotalMilliseconds);
    }
}
