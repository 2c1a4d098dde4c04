namespace ProtocolAdvisor.Probing;

/// <summary>
/// A question that all who hold it ask once together. One to which no answer came is asked again by the next of them, and in the end left:
/// what a moment's load kept from being heard must not
/// hold for all of an audit's domains.
/// </summary>
/// <typeparam name="T">The answer.</typeparam>
/// <param name="ask">Asks; never throws.</param>
/// <param name="isAnswer">Whether what came of it is an answer.</param>
internal sealed class SharedQuestion<T>(Func<Task<T>> ask, Func<T, bool> isAnswer)
{
    private const int MostTimes = 3;

    private readonly Lock _lock = new();
    private Task<T>? _asked;
    private int _times;

    /// <summary>What came of it.</summary>
    internal Task<T> AskAsync()
    {
        lock (_lock)
        {
            if (_asked is not null && (_times == MostTimes || !_asked.IsCompletedSuccessfully || isAnswer(_asked.Result))) return _asked;
            _times++;
            return _asked = ask();
        }
    }
}
