using ProtocolAdvisor.Web.Assessments;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Records each assessment in traces, metrics and one log line: its domain and outcome, never a name or secret.</summary>
internal sealed class AssessmentRecorder(AdvisorTelemetry telemetry, TimeProvider clock, ILogger<AssessmentRecorder> log)
{
    /// <summary>A run begins.</summary>
    public RecordedRun Begin(AssessmentOrder order)
    {
        telemetry.Running.Add(1);
        return new RecordedRun(telemetry, clock, log, order);
    }
}
