using ProtocolAdvisor.Web.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Runs an order to its stored report.</summary>
internal sealed class AssessmentRunner(MailboxAssessor assessor, ReportArchive archive, StorageOptions storage, AssessmentRecorder recorder)
{
    /// <summary>Assesses, judges, shapes, stores; puts the run on the record.</summary>
    public async Task<AssessmentReport> RunAsync(AssessmentOrder order, IProgress<AssessmentEvent>? progress, CancellationToken cancellationToken)
    {
        using var run = recorder.Begin(order);
        var report = await RunUnrecordedAsync(assessor, order, progress, cancellationToken);
        run.Finished(report);
        return report;
    }

    /// <summary>The same by another assessor and off the record: for the warm-up, whose assessor may dial only ourselves.</summary>
    public async Task<AssessmentReport> RunUnrecordedAsync(
        MailboxAssessor by, AssessmentOrder order, IProgress<AssessmentEvent>? progress, CancellationToken cancellationToken)
    {
        var facts = await by.AssessAsync(order.Subject, progress, cancellationToken);
        var heading = new ReportHeading(ReportId.New(), storage.Retention, order.Email, order.Server, order.Subject);
        var report = AssessmentReport.From(heading, facts, Judgement.Of(facts, order.Usage));
        await archive.StoreAsync(report, cancellationToken);
        return report;
    }
}
