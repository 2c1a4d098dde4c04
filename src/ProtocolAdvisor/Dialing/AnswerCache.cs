using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Internal;

namespace ProtocolAdvisor.Dialing;

/// <summary>Keeps answers of name servers for their lifetime, within a bound: what does not fit is asked again.</summary>
/// <param name="clock">Tells when an answer is too old.</param>
/// <param name="limit">How many answers of the usual size are kept; a longer one takes the place of several.</param>
internal sealed class AnswerCache(TimeProvider clock, int limit = AnswerCache.MaxAnswers) : IDisposable
{
    private const int MaxAnswers = 10_000;
    private const int UsualBytes = 512;
    private readonly MemoryCache _answers = new(new MemoryCacheOptions { SizeLimit = limit, Clock = new WallClock(clock) });

    private sealed class WallClock(TimeProvider clock) : ISystemClock
    {
        public DateTimeOffset UtcNow => clock.GetUtcNow();
    }

    /// <summary>How many answers are kept.</summary>
    internal int Count => _answers.Count;

    /// <summary>The answer kept for the question, if it is still good.</summary>
    internal ResolverAnswer? Find(ResolverQuestion question) => _answers.Get<ResolverAnswer>(question);

    /// <summary>Keeps the answer for its lifetime; one without is not kept.</summary>
    internal void Keep(ResolverQuestion question, ResolverAnswer answer)
    {
        if (answer.Lifetime <= TimeSpan.Zero) return;
        _answers.Set(question, answer, new MemoryCacheEntryOptions { AbsoluteExpirationRelativeToNow = answer.Lifetime, Size = 1 + (answer.Bytes / UsualBytes) });
    }

    public void Dispose() => _answers.Dispose();
}
