using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// Some subjects of one audit, worked on until each is finished and written. It holds nothing that the tables do not have but what it has
/// not written yet, so it may be dropped at any moment. Our own faults and limits are no results: then a subject waits, and is looked at
/// again.
/// </summary>
/// <param name="work">The audit.</param>
/// <param name="subjects">The subjects that wait.</param>
/// <param name="tools">What every shard needs.</param>
internal sealed class AuditShard(AuditWork work, IReadOnlyList<WaitingSubject> subjects, ShardTools tools)
{
    private readonly ShardQueue _queue = new(subjects, tools.Clock);
    private readonly FinishedSubjects _finished = new(work, tools);

    /// <summary>
    /// Works on it to the end. Cancelled, it drops what is under way, writes what is finished, and throws
    /// <see cref="OperationCanceledException"/>.
    /// </summary>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        using var whole = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var writing = _finished.WriteAsync(whole.Token);
        try
        {
            await Task.WhenAll(subjects.Select(_ => WorkAsync(whole)));
        }
        finally
        {
            _finished.Close();
            await writing;
        }
    }

    // One that fails ends the others: the shard is begun anew.
    private async Task WorkAsync(CancellationTokenSource whole)
    {
        try
        {
            while (await _queue.NextAsync(whole.Token) is { } turn)
            {
                using var place = await PlaceAsync(whole.Token);
                await LookAtAsync(turn, whole.Token);
            }
        }
        catch
        {
            await whole.CancelAsync();
            throw;
        }
    }

    // Most wait for one: whoever cannot look up names when it is his turn takes none from people.
    private async Task<IDisposable> PlaceAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            await tools.Waiting.WaitAsync(work.Id, cancellationToken);
            var place = await tools.Places.EnterAsync(work.Id, cancellationToken);
            if (!tools.Resolver.IsShut) return place;
            place.Dispose();
        }
    }

    private async Task LookAtAsync(ShardQueue.Try turn, CancellationToken cancellationToken)
    {
        var facts = await AssessedAsync(turn.Subject, cancellationToken);
        var hindrance = facts is null ? Hindrance.OwnLimits : RunHindrance.Of(facts);
        tools.Telemetry.Tried(hindrance);
        tools.Places.Note(work.Id, hindrance is Hindrance.OwnLimits or Hindrance.Deadline);
        if (hindrance == Hindrance.Resolver && await tools.Resolver.ShutAsync()) _queue.Again(turn, counts: false);
        else if (hindrance == Hindrance.None || turn.Number >= MostTriesAt(hindrance)) _finished.Add(Finished(turn.Subject, facts));
        else _queue.Again(turn, counts: true);
    }

    // What stays in the way for so long is told as what it is: then the subject's state is "could not find out".
    private static int MostTriesAt(Hindrance hindrance) => hindrance == Hindrance.Deadline ? 3 : 5;

    // Our own fault at one subject shall not keep the others from their end.
    private async Task<AssessmentFacts?> AssessedAsync(WaitingSubject subject, CancellationToken cancellationToken)
    {
        try
        {
            return await tools.Run.AssessAsync(work, subject, cancellationToken);
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            tools.Log.OwnFault(exception);
            return null;
        }
    }

    private FinishedSubject Finished(WaitingSubject subject, AssessmentFacts? facts)
    {
        try
        {
            if (facts is not null) return tools.Run.Finished(work, subject, facts);
        }
        catch (Exception exception)
        {
            tools.Log.OwnFault(exception);
        }

        return new(subject.Number, AuditRow.OfOwnFault, null);
    }
}
