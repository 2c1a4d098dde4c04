namespace ProtocolAdvisor.Dialing.Names;

/// <summary>Keeps answers of name servers for their lifetime, within a bound: what does not fit is asked again.</summary>
/// <param name="clock">Tells when an answer is too old.</param>
/// <param name="limit">How many answers of the usual size are kept; a longer one takes the place of several.</param>
internal sealed class AnswerCache(TimeProvider clock, int limit = AnswerCache.MaxAnswers) : IDisposable
{
    private const int MaxAnswers = 10_000;
    private const int UsualBytes = 512;
    private readonly BoundedCache<ResolverQuestion, ResolverAnswer> _answers = new(clock, limit);

    /// <summary>How many answers are kept.</summary>
    internal int Count => _answers.Count;

    /// <summary>The answer kept for the question, if it is still good.</summary>
    internal ResolverAnswer? Find(ResolverQuestion question) => _answers.Find(question);

    /// <summary>Keeps the answer for its lifetime; one without is not kept.</summary>
    internal void Keep(ResolverQuestion question, ResolverAnswer answer) =>
        _answers.Keep(question, answer, answer.Lifetime, 1 + (answer.Bytes / UsualBytes));

    public void Dispose() => _answers.Dispose();
}
