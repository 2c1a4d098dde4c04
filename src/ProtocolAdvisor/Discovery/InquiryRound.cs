using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// One round of inquiries, all at once. It ends when all have answered, or when those that have not are no longer worth waiting for: what ranks below the best
/// answer has a little more time, what ranks above it some more. They are then reported as timed out. What is asked beside mail servers
/// delays the end least of all.
/// </summary>
internal sealed class InquiryRound(Patience patience, Deadline deadline, Action<SourceAttempt>? told, Action<Exception>? unexpected) : IDisposable
{
    /// <summary>What is told of a source whose answer was not waited for.</summary>
    internal static readonly Remark NotAwaited = new(RemarkCode.NotAwaited);

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    // What was waited for less long is not called slow.
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(4);

    // Probing has to fit into the run, too.
    private const double LargestShare = 0.5;

    private sealed class Asked(Inquiry inquiry, long began)
    {
        public Inquiry Inquiry => inquiry;

        public long Began => began;

        public required Task<Answer> Task { get; init; }

        public SourceAttempt? Attempt { get; set; }

        public long? NamedAt { get; set; }
    }

    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
    private readonly List<Asked> _asked = [];
    private long? _othersDoneAt;
    private readonly long _began = deadline.Clock.GetTimestamp();
    private readonly TimeSpan _limit = deadline.Left * LargestShare is var share && share < Longest ? share : Longest;

    /// <summary>Runs the inquiries, which stand in the order of precedence, and those to which they lead.</summary>
    internal async Task<IReadOnlyList<SourceAttempt>> RunAsync(IReadOnlyList<Inquiry> inquiries)
    {
        _asked.AddRange(inquiries.Select(Ask));
        while (Pending().ToList() is { Count: > 0 } pending && WorthOf(pending) is var worth && worth > TimeSpan.Zero)
        {
            using var waiting = new CancellationTokenSource();
            await Task.WhenAny([.. pending.Select(x => x.Task), Task.Delay(worth, deadline.Clock, waiting.Token)]);
            await waiting.CancelAsync();
            deadline.Caller.ThrowIfCancellationRequested();
            foreach (var done in pending.Where(x => x.Task.IsCompleted)) await TakeAsync(done);
        }

        await _end.CancelAsync();
        foreach (var late in Pending()) Tell(late, Late(late));
        return [.. _asked.Select(x => x.Attempt!)];
    }

    private IEnumerable<Asked> Pending() => _asked.Where(x => x.Attempt is null);

    private Asked Ask(Inquiry inquiry) => new(inquiry, deadline.Clock.GetTimestamp()) { Task = Task.Run(() => inquiry.AskAsync(_end.Token)) };

    // The longest that any of them is still worth.
    private TimeSpan WorthOf(List<Asked> pending)
    {
        var left = _limit - deadline.Clock.GetElapsedTime(_began);
        var best = _asked.FindIndex(x => x.NamedAt is not null);
        if (pending.TrueForAll(x => x.Inquiry.IsAside)) return Shorter(left, WorthOfAsides(isAnythingNamed: best >= 0));
        if (best < 0) return left;
        var first = _asked.Min(x => x.NamedAt)!.Value;
        var longest = pending.Where(x => !x.Inquiry.IsAside).Max(x => _asked.IndexOf(x) < best
            ? patience.ForBetter - deadline.Clock.GetElapsedTime(first)
            : patience.ForWorse - deadline.Clock.GetElapsedTime(_asked[best].NamedAt!.Value));
        return Shorter(left, longest);
    }

    // Where nothing was named, another way is all that the search can come to.
    private TimeSpan WorthOfAsides(bool isAnythingNamed)
    {
        _othersDoneAt ??= deadline.Clock.GetTimestamp();
        return (isAnythingNamed ? patience.ForAsides : patience.ForWorse) - deadline.Clock.GetElapsedTime(_othersDoneAt.Value);
    }

    private static TimeSpan Shorter(TimeSpan one, TimeSpan other) => one < other ? one : other;

    private SourceAttempt Late(Asked asked)
    {
        var attempt = asked.Inquiry.Place.Failed(FailureKind.TimedOut);
        return deadline.Clock.GetElapsedTime(asked.Began) >= Slow
            ? attempt : attempt with { Failure = attempt.Failure! with { NotAwaited = true }, Oddities = [NotAwaited] };
    }

    private async Task TakeAsync(Asked done)
    {
        var answer = await HeardAsync(done);
        _asked.InsertRange(_asked.IndexOf(done) + 1, answer.Then.Select(Ask));
        Tell(done, answer.Attempt);
    }

    private async Task<Answer> HeardAsync(Asked done)
    {
        try
        {
            return await done.Task;
        }
        catch (OperationCanceledException)
        {
            deadline.Caller.ThrowIfCancellationRequested();
            return new Answer(done.Inquiry.Place.Failed(deadline.Reached ? FailureKind.DeadlineReached : FailureKind.TimedOut));
        }
        catch (Exception e)
        {
            unexpected?.Invoke(e);
            return new Answer(done.Inquiry.Place.Failed(FailureKind.Unexpected));
        }
    }

    private void Tell(Asked asked, SourceAttempt attempt)
    {
        asked.Attempt = attempt.Outcome == SourceOutcome.Skipped ? attempt : attempt with { ElapsedMs = deadline.Clock.GetElapsedTime(asked.Began).TotalMilliseconds };
        if (attempt.Incoming.Count > 0) asked.NamedAt = deadline.Clock.GetTimestamp();
        told?.Invoke(asked.Attempt);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _end.Cancel();
        _end.Dispose();
    }
}
