using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Runs an order to its stored report.</summary>
internal sealed class AssessmentRunner(MailboxAssessor assessor, ReportArchive archive, StorageOptions storage, AssessmentRecorder recorder, TimeProvider clock, ILogger<AssessmentRunner> log)
{
    // A disk that is busy shall not keep the report from its caller, who waits by a deadline. Longer than SQLite waits for a lock: then it is known
    // whether the report can be written.
    private static readonly TimeSpan LongestStoring = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan ShortestStoring = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan LongestWithoutLookups = TimeSpan.FromHours(1);

    /// <summary>Assesses, judges, shapes, stores; puts the run on the record. A report that could not be stored is told nevertheless.</summary>
    public async Task<(AssessmentReport Report, bool Stored)> RunAsync(
        AssessmentOrder order, Language language, IProgress<AssessmentEvent>? progress, MaySignIn maySignIn, CancellationToken cancellationToken)
    {
        var start = clock.GetTimestamp();
        using var record = recorder.Begin(order);
        var run = await AssessAsync(assessor, order, progress, maySignIn, cancellationToken);
        var report = run.Report(language);
        record.Finished(report);

        // An invited person's run is its maker's from here on, whoever has left: his password was tried, and what became of it is to be seen.
        var stays = order.Ended is null ? cancellationToken : CancellationToken.None;
        var origin = new ReportOrigin(order.Owner, order.Retry?.Stored, order.Note);
        var stored = await TryStoreAsync(run, origin, StoringTime(order.Subject.Limits.Deadline - clock.GetElapsedTime(start)), stays);
        order.Retry?.Keep(run, stored);
        if (stored && order.Ended is { } ended) await ended(report.Id);
        return (report, stored);
    }

    /// <summary>The same by another assessor and off the record: for the warm-up, whose assessor may dial only ourselves.</summary>
    public async Task<AssessedRun> RunUnrecordedAsync(
        MailboxAssessor by, AssessmentOrder order, IProgress<AssessmentEvent>? progress, MaySignIn maySignIn, CancellationToken cancellationToken)
    {
        var run = await AssessAsync(by, order, progress, maySignIn, cancellationToken);
        await archive.StoreAsync(run, order.Owner, cancellationToken);
        return run;
    }

    private async Task<AssessedRun> AssessAsync(
        MailboxAssessor by, AssessmentOrder order, IProgress<AssessmentEvent>? progress, MaySignIn maySignIn, CancellationToken cancellationToken)
    {
        var facts = await by.AssessAsync(order.Subject, progress, maySignIn, cancellationToken);
        return new(order.Heading(ReportId.New(), RetentionOf(facts)), facts, order.Usage);
    }

    // Our own name servers' fault is not worth keeping for days as if it were an answer.
    private TimeSpan RetentionOf(AssessmentFacts facts) => facts.LookupWasImpossible && storage.Retention > LongestWithoutLookups ? LongestWithoutLookups : storage.Retention;

    private static TimeSpan StoringTime(TimeSpan left) => left < ShortestStoring ? ShortestStoring : left > LongestStoring ? LongestStoring : left;

    private async Task<bool> TryStoreAsync(AssessedRun run, ReportOrigin origin, TimeSpan time, CancellationToken cancellationToken)
    {
        try
        {
            await archive.StoreAsync(run, origin, time, cancellationToken);
            return true;
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            log.ReportNotStored(exception.GetBaseException().Message.ReplaceLineEndings(" "));
            return false;
        }
    }
}
