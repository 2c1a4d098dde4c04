using System.Diagnostics;
using System.Net;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Every line that we log.</summary>
internal static partial class LogLines
{
    /// <summary>The one line of an assessment.</summary>
    [LoggerMessage(1, LogLevel.Information, "Assessment {Outcome}: domain {Domain}, {Endpoints} endpoints, credentials {Credentials}, {ElapsedMs:F0} ms")]
    public static partial void AssessmentEnded(this ILogger log, string outcome, string? domain, int endpoints, bool credentials, double elapsedMs);

    /// <summary>Expired reports were removed.</summary>
    [LoggerMessage(2, LogLevel.Information, "{Reports} expired reports removed")]
    public static partial void ReportsPurged(this ILogger log, int reports);

    /// <summary>Expired reports could not be removed.</summary>
    [LoggerMessage(3, LogLevel.Error, "Expired reports could not be removed, tried again at the next interval: {Reason}")]
    public static partial void PurgeFailed(this ILogger log, string reason);

    /// <summary>An audit whose time has come could not be made again.</summary>
    [LoggerMessage(34, LogLevel.Error, "An audit could not be made again, tried again in a few minutes: {Reason}")]
    public static partial void AuditNotRepeated(this ILogger log, string reason);

    /// <summary>The service is warm.</summary>
    [LoggerMessage(4, LogLevel.Information, "Warm and ready after {ElapsedMs:F0} ms")]
    public static partial void Ready(this ILogger log, double elapsedMs);

    /// <summary>A part of the warm-up failed.</summary>
    [LoggerMessage(5, LogLevel.Warning, "The warm-up's part '{Part}' failed; the first assessment will be slower")]
    public static partial void WarmUpFailed(this ILogger log, Exception exception, string part);

    /// <summary>Our own bug.</summary>
    [LoggerMessage(6, LogLevel.Error, "A request failed by our own fault, trace {TraceId}")]
    public static partial void RequestFailed(this ILogger log, Exception exception, string traceId);

    /// <summary>Nothing can be sealed: the folder of the keys cannot be used.</summary>
    [LoggerMessage(64, LogLevel.Error, "The keys of seals cannot be used: {Reason}")]
    public static partial void SealsUnavailable(this ILogger log, string reason);

    /// <summary>A report could not be stored.</summary>
    [LoggerMessage(8, LogLevel.Error, "A report could not be stored by our own fault; its caller got it without a Location: {Reason}")]
    public static partial void ReportNotStored(this ILogger log, string reason);

    /// <summary>A report cannot be opened any more.</summary>
    [LoggerMessage(9, LogLevel.Warning, "A stored report was written by another version and cannot be read by this one: {Path}")]
    public static partial void ReportUnreadable(this ILogger log, string? path);

    /// <summary>Reports whose callers have a link could not be written yet.</summary>
    [LoggerMessage(10, LogLevel.Error, "{Reports} reports wait to be written, tried again every second: {Reason}")]
    public static partial void ReportsWait(this ILogger log, int reports, string reason);

    /// <summary>Reports were lost at the stop.</summary>
    [LoggerMessage(11, LogLevel.Error, "{Reports} reports could not be written before the stop and are lost")]
    public static partial void ReportsLost(this ILogger log, int reports);

    /// <summary>The log was not read for a while.</summary>
    [LoggerMessage(12, LogLevel.Warning, "{Lines} log lines were dropped: nobody read them in time")]
    public static partial void LinesDropped(this ILogger log, long lines);

    /// <summary>The database cannot be used.</summary>
    [LoggerMessage(13, LogLevel.Error, "Reports cannot be {Done}: {Reason}")]
    public static partial void StorageFails(this ILogger log, string done, string reason);

    /// <summary>It can be used again.</summary>
    [LoggerMessage(14, LogLevel.Information, "Reports can be {Done} again")]
    public static partial void StorageWorks(this ILogger log, string done);

    /// <summary>The process is stopping.</summary>
    [LoggerMessage(15, LogLevel.Information, "Stopping: {Runs} runs under way have {Seconds} s to end")]
    public static partial void Draining(this ILogger log, int runs, double seconds);

    /// <summary>The time for runs under way is over.</summary>
    [LoggerMessage(16, LogLevel.Warning, "{Runs} runs were broken off by the stop")]
    public static partial void RunsBrokenOff(this ILogger log, int runs);

    /// <summary>The process may open so few files that it does less than it was told.</summary>
    [LoggerMessage(17, LogLevel.Warning, "The process may open too few files (ulimit -n) for {Wanted} runs at once; {Runs} run, and {Connections} connections are held")]
    public static partial void FewFiles(this ILogger log, int wanted, int runs, int connections);

    /// <summary>There were too many connections to the service.</summary>
    [LoggerMessage(18, LogLevel.Warning, "{Ended} connections were ended: no more than {Held} are held. Further ones are told once a minute")]
    public static partial void ConnectionsEnded(this ILogger log, int ended, int held);

    /// <summary>A probe or session failed by our own fault. The message may hold a server's words, so only the type and the stack are logged.</summary>
    public static void OwnFault(this ILogger log, Exception exception) =>
        log.ProbeFailed(exception.GetType().FullName ?? "", new StackTrace(exception).ToString());

    /// <summary>A file of the operator's catalogue cannot be read; the others serve.</summary>
    public static void CatalogueUnreadable(this ILogger log, string path, Exception fault) => log.CatalogueFileUnreadable(path, fault.GetType().Name);

    [LoggerMessage(20, LogLevel.Warning, "{Path} of the catalogue folder cannot be read ({Fault}); what else is there serves")]
    private static partial void CatalogueFileUnreadable(this ILogger log, string path, string fault);

    [LoggerMessage(7, LogLevel.Error, "A probe or session failed by our own fault: {Type}\n{Stack}")]
    private static partial void ProbeFailed(this ILogger log, string type, string stack);

    /// <summary>The certificate that signs profiles has expired.</summary>
    [LoggerMessage(21, LogLevel.Warning, "The certificate that signs Apple profiles has expired on {Expired:yyyy-MM-dd}: they go out unsigned")]
    public static partial void SigningCertificateExpired(this ILogger log, DateTime expired);

    /// <summary>This process is a member of the cluster.</summary>
    [LoggerMessage(60, LogLevel.Information, "Joined the cluster as {Address}:{Port} after {ElapsedMs:F0} ms")]
    public static partial void ClusterJoined(this ILogger log, IPAddress address, int port, double elapsedMs);

    /// <summary>The cluster cannot be joined yet.</summary>
    [LoggerMessage(61, LogLevel.Error, "The cluster cannot be joined, tried again every 2 s: {Reason}")]
    public static partial void ClusterNotJoined(this ILogger log, string reason);

    /// <summary>This process is a member no more.</summary>
    [LoggerMessage(62, LogLevel.Information, "Left the cluster within {ElapsedMs:F0} ms")]
    public static partial void ClusterLeft(this ILogger log, double elapsedMs);

    /// <summary>Nodes have come or gone.</summary>
    [LoggerMessage(63, LogLevel.Information, "The cluster has {Nodes} working nodes")]
    public static partial void ClusterChanged(this ILogger log, int nodes);

    /// <summary>What lists say of reports of before has been found out.</summary>
    [LoggerMessage(41, LogLevel.Information, "{Reports} reports of another version were judged for the lists")]
    public static partial void RowsJudged(this ILogger log, int reports);

    /// <summary>It could not be found out.</summary>
    [LoggerMessage(42, LogLevel.Error, "Reports of another version could not all be judged for the lists, tried again at the next start: {Reason}")]
    public static partial void RowsNotJudged(this ILogger log, string reason);

    /// <summary>Every subject of an audit is finished.</summary>
    [LoggerMessage(30, LogLevel.Information, "Audit done: {Subjects} subjects")]
    public static partial void AuditDone(this ILogger log, int subjects);

    /// <summary>An audit waits for the name servers.</summary>
    [LoggerMessage(31, LogLevel.Warning, "An audit waits: our name servers do not answer. It goes on when they do")]
    public static partial void AuditHeld(this ILogger log);

    /// <summary>An audit's engine failed by our own fault.</summary>
    public static void AuditFailed(this ILogger log, Exception exception) =>
        log.AuditBroken(exception.GetType().FullName ?? "", new StackTrace(exception).ToString());

    [LoggerMessage(32, LogLevel.Error, "An audit was broken off by our own fault and is begun anew: {Type}\n{Stack}")]
    private static partial void AuditBroken(this ILogger log, string type, string stack);

    /// <summary>Expired or removed audits were purged.</summary>
    [LoggerMessage(33, LogLevel.Information, "{Audits} audits removed")]
    public static partial void AuditsPurged(this ILogger log, int audits);
}
