using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>The first request under an <see cref="IdempotencyKey"/>, as long as it runs. It is disposed with its answer: what has no
/// report by then frees the key.</summary>
/// <param name="key">The hash of the name that the caller gave it.</param>
/// <param name="stored">What is stored with the report; null where it cannot be sealed now: then the name holds as long as this process runs.</param>
/// <param name="mark">The request.</param>
/// <param name="ended">Told of the end, and of the report where there is one.</param>
internal sealed class RetryClaim(string key, RetryMark? stored, RequestMark mark, Action<RetryClaim, AssessedRun?, bool> ended) : IDisposable
{
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The hash of the name that the caller gave it.</summary>
    public string Key => key;

    /// <summary>What is stored with the report; null for nothing.</summary>
    public RetryMark? Stored => stored;

    /// <summary>The request.</summary>
    public RequestMark Mark => mark;

    /// <summary>What keeps other nodes from running the same meanwhile; null where there are none.</summary>
    public IDisposable? Turn { get; set; }

    /// <summary>Whoever asks the same waits for this.</summary>
    public Task Ended => _ended.Task;

    /// <summary>The run has come to its end; from now on its report is the answer.</summary>
    /// <param name="run">The run.</param>
    /// <param name="isStored">Whether it can be opened; otherwise it is kept in memory for whoever asks again.</param>
    public void Keep(AssessedRun run, bool isStored) => End(run, isStored);

    /// <inheritdoc/>
    public void Dispose() => End(null, false);

    private void End(AssessedRun? run, bool isStored)
    {
        if (_ended.Task.IsCompleted) return;
        ended(this, run, isStored);
        Turn?.Dispose();
        _ended.TrySetResult();
    }
}
