namespace ProtocolAdvisor.Dialing;

/// <summary>How much one target may be asked.</summary>
/// <param name="Concurrency">Permits at the same time, 1 or more.</param>
/// <param name="PerMinute">New permits in a minute, 1 or more. They come back one by one, not all at the minute's end.</param>
internal sealed record GateLimits(int Concurrency, int PerMinute)
{
    /// <summary>Permits that may be given at once after a quiet time, 1 or more: a minute's. In any minute there are never more than these and <see cref="PerMinute"/> together.</summary>
    internal int Burst { get; init; } = PerMinute;

    /// <summary>Callers that wait for one target; the next is refused.</summary>
    internal int Waiting { get; init; } = 1_000;

    /// <summary>Times in a row that a target does not answer, until it is left alone.</summary>
    internal int SilencesToPause { get; init; } = 20;

    /// <summary>How long it is then left alone.</summary>
    internal TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(5);
}
