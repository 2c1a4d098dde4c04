using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>
/// Assesses a list, a few subjects at a time, each without signing in: what several of them share is looked up and tried once. What fails
/// because of us is tried again, and left for another run where that does not help.
/// </summary>
/// <param name="assessor">Assesses; it holds what the subjects share, and spares the servers.</param>
/// <param name="usage">How the mailboxes are used.</param>
/// <param name="deadline">When one subject's answer must be there.</param>
/// <param name="language">The language of the outcomes.</param>
internal sealed class BatchRun(MailboxAssessor assessor, Usage usage, TimeSpan deadline, Language language)
{
    private const int AtOnce = 16;
    private const int MostTries = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    /// <summary>Assesses all; tells each as soon as it is finished, one at a time, null for one that has to be left.</summary>
    public async Task RunAsync(IEnumerable<ListedSubject> subjects, Action<ListedSubject, BatchRow?> finished, CancellationToken cancellationToken)
    {
        var telling = new Lock();
        await Parallel.ForEachAsync(subjects.GroupBy(x => x.Asked), new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken }, async (same, token) =>
        {
            var asked = Asked(same.First());
            var facts = await FactsAsync(asked, token);
            var report = facts is null ? null : new AssessedRun(ReportHeading.Of(ReportId.New(), TimeSpan.Zero, null, asked), facts, usage).Report(language);
            lock (telling)
            {
                foreach (var subject in same) finished(subject, report is null ? null : BatchRow.Of(subject, report));
            }
        });
    }

    private AssessmentSubject Asked(ListedSubject subject) => subject.ToAssess(AssessmentLimits.Default with { Deadline = deadline, Samples = 0 });

    private async Task<AssessmentFacts?> FactsAsync(AssessmentSubject subject, CancellationToken cancellationToken)
    {
        for (var tried = 1; ; tried++)
        {
            var facts = await assessor.AssessAsync(subject, null, cancellationToken);
            var hindrance = RunHindrance.Of(facts);
            if (hindrance is not (Hindrance.Resolver or Hindrance.OwnLimits)) return facts;
            if (tried == MostTries) return hindrance == Hindrance.Resolver && !await assessor.CanLookUpAsync() ? null : facts;
            await Task.Delay(Pause * tried, TimeProvider.System, cancellationToken);
        }
    }
}
