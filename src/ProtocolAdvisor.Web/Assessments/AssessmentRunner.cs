using ProtocolAdvisor.Web.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Runs an order to its stored report.</summary>
internal sealed class AssessmentRunner(MailboxAssessor assessor, ReportArchive archive, StorageOptions storage, AssessmentRecorder recorder)
{
    /// <summary>Assesses, judges, shapes, stores.</summary>
    public Task<AssessmentReport> RunAsync(AssessmentOrder order, IProgress<AssessmentEvent>? progress, CancellationToken cancellationToken) =>
        RunAsync(assessor, order, progress, cancellationToken);

    /// <summary>The same with another assessor: the warm-up's, which may dial only itself.</summary>
    public async Task<AssessmentReport> RunAsync(
        MailboxAssessor by, AssessmentOrder order, IProgress<AssessmentEvent>? progress, CancellationToken cancellationToken)
    {
        using var run = recorder.Begin(order);
        var facts = await by.AssessAsync(order.Subject, progress, cancellationToken);
        var heading = new ReportHeading(ReportId.New(), storage.Retention, order.Email, order.Server, order.Subject);
        var report = AssessmentReport.From(heading, facts, Judgement.Of(facts, order.Usage));
        await archive.StoreAsync(report, cancellationToken);
        run.Finished(report);
        return report;
    }
}
