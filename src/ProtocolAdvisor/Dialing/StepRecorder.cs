using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>Runs the steps of one endpoint in turn, each under its own limit, and writes down what each took or why it failed.</summary>
/// <param name="deadline">The run's time.</param>
/// <param name="unexpected">Told of exceptions that are our own fault.</param>
/// <param name="budget">Time for all steps together; null for no limit but the run's.</param>
/// <param name="clean">Takes secrets out of a server's words; null before any were sent.</param>
/// <param name="silence">How long the server has kept us waiting by now. Where it is told, one that still answers when the time of a step behind the sign-in is up
/// has not fallen silent: we asked for more than our time allowed. Null where no answer is as long as a mailbox is large.</param>
internal sealed class StepRecorder(
    Deadline deadline, Action<Exception>? unexpected, Func<string, string>? clean = null, TimeSpan? budget = null, Func<TimeSpan>? silence = null)
{
    // Of the run's time so much is left to tell what a server did not do. With less than this to do it in, it was our time that was short.
    private static readonly TimeSpan ToTell = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(2);

    private readonly List<StepResult> _steps = [];
    private readonly long _begun = deadline.Clock.GetTimestamp();
    private (long Start, TimeSpan Time) _current;

    /// <summary>What was taken so far.</summary>
    internal IReadOnlyList<StepResult> Steps => _steps;

    /// <summary>Time of the run that these steps must leave to what comes behind them.</summary>
    internal TimeSpan Reserve { get; set; }

    /// <summary>Whether half of the time that the step now running was given is gone: then nothing more is begun that can be done without.</summary>
    internal bool IsHalfUsed => deadline.Clock.GetElapsedTime(_current.Start) >= _current.Time / 2;

    /// <summary>Notes a step that was done elsewhere.</summary>
    internal void Add(StepResult step) => _steps.Add(step);

    /// <summary>Notes that the last step was done after so many milliseconds, and that what failed had begun the next one.</summary>
    internal void EndedBehind(double doneMs, MailStep next)
    {
        if (_steps[^1] is not { Failure: { } failure } last) return;
        var restMs = Math.Max(0, failure.ElapsedMs - doneMs);
        _steps[^1] = new StepResult(last.Step, StepOutcome.Completed, doneMs, 1) { StartedMs = last.StartedMs };
        var kind = failure.Kind == FailureKind.TimedOut && restMs < LongEnough.TotalMilliseconds ? FailureKind.DeadlineReached : failure.Kind;
        _steps.Add(new StepResult(next, StepOutcome.Failed, restMs, null, failure with { Step = next, Kind = kind, ElapsedMs = restMs }) { StartedMs = last.StartedMs + doneMs });
    }

    /// <summary>Runs one step.</summary>
    /// <param name="step">Which.</param>
    /// <param name="limit">Its own time.</param>
    /// <param name="body">Its work; yields the round trips it had to wait for.</param>
    /// <returns>False when it failed: the failure is noted.</returns>
    internal async Task<bool> RunAsync(MailStep step, TimeSpan limit, Func<CancellationToken, Task<int>> body)
    {
        var (start, startedMs) = (deadline.Clock.GetTimestamp(), deadline.GoneMs);
        double Elapsed() => deadline.Clock.GetElapsedTime(start).TotalMilliseconds;
        var (within, isOurs) = Within(limit);
        _current = (start, within);
        using var token = deadline.Step(within);
        try
        {
            var roundTrips = await body(token.Token);
            _steps.Add(new StepResult(step, StepOutcome.Completed, Elapsed(), roundTrips) { StartedMs = startedMs });
            return true;
        }
        catch (Exception e)
        {
            var kind = FailureClassifier.KindOf(e, deadline) ?? throw new OperationCanceledException(deadline.Caller);
            if (kind == FailureKind.Unexpected) unexpected?.Invoke(e);
            var silent = kind == FailureKind.TimedOut && step > MailStep.SignIn ? silence?.Invoke() : null;
            if (kind == FailureKind.TimedOut && (isOurs || silent < Least(LongEnough, within / 2))) kind = FailureKind.DeadlineReached;
            var failure = new Failure(step, kind, CleanReplyIn(e), Elapsed()) { Remark = FailureClassifier.RemarkOf(e), SilentMs = kind == FailureKind.TimedOut ? silent?.TotalMilliseconds : null };
            _steps.Add(new StepResult(step, StepOutcome.Failed, failure.ElapsedMs, null, failure) { StartedMs = startedMs });
            return false;
        }
    }

    /// <summary>Notes those of the <paramref name="planned"/> steps that were never reached.</summary>
    internal void Close(IEnumerable<MailStep> planned) =>
        _steps.AddRange(planned.Skip(_steps.Count).Select(step => new StepResult(step, StepOutcome.NotAttempted)));

    // A server that stalls is to be named, and not our deadline: so steps end before it.
    private (TimeSpan Limit, bool IsOurs) Within(TimeSpan limit)
    {
        var rest = (budget ?? TimeSpan.MaxValue) - deadline.Clock.GetElapsedTime(_begun);
        if (rest < limit && rest < LongEnough) return (Least(rest, limit), true); // what was waited for before has used it up
        limit = Least(limit, rest);
        var left = deadline.Left - (Reserve > ToTell ? Reserve : ToTell);
        return left >= limit || (left < LongEnough && Reserve == TimeSpan.Zero) ? (limit, false) : (Least(left, limit), left < LongEnough);
    }

    private static TimeSpan Least(TimeSpan one, TimeSpan other) => (one < other ? one : other) is var least && least > TimeSpan.Zero ? least : TimeSpan.Zero;

    private string? CleanReplyIn(Exception e) => FailureClassifier.DetailOf(e) is { } reply ? (clean ?? ServerText.Of)(reply) : null;
}
