using System.Diagnostics;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>One assessment on the record, from its beginning to its disposal.</summary>
internal sealed class RecordedRun(AdvisorTelemetry telemetry, TimeProvider clock, ILogger log, AssessmentOrder order) : IDisposable
{
    private readonly long _began = clock.GetTimestamp();
    private readonly Activity? _activity = telemetry.Activities.StartActivity("assessment");
    private string _outcome = "broken-off";
    private int _endpoints;

    /// <summary>The run came to a report.</summary>
    public void Finished(AssessmentReport report)
    {
        _outcome = report.Complete ? "complete" : "cut";
        _endpoints = report.Endpoints.Count;
        _activity?.SetTag("advisor.protocol", report.Recommendation.Protocol.ToString());
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        var elapsed = clock.GetElapsedTime(_began);
        _activity?.SetTag("advisor.outcome", _outcome).SetTag("advisor.endpoints", _endpoints).Dispose();
        telemetry.Running.Add(-1);
        telemetry.Duration.Record(elapsed.TotalSeconds, new KeyValuePair<string, object?>("outcome", _outcome));
        log.AssessmentEnded(_outcome, order.Subject.Domain?.Value, _endpoints, order.Subject.Credentials is not null, elapsed.TotalMilliseconds);
    }
}
