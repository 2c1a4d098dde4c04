namespace ProtocolAdvisor.Discovery;

/// <summary>How long sources are waited for once others have named servers.</summary>
/// <param name="ForWorse">What a source that ranks below the best answer may take beyond it.</param>
/// <param name="ForBetter">What a source that ranks above all answers may take beyond the first.</param>
internal sealed record Patience(TimeSpan ForWorse, TimeSpan ForBetter)
{
    /// <summary>
    /// What a question beside mail servers may take when all others are done. It is asked at the same time as they, so that only the slow and the silent are cut.
    /// </summary>
    internal TimeSpan ForAsides { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// Half a second and two seconds: a source that does not answer must not delay the run noticeably, but a better source may be waited
    /// for while the candidates at hand are probed.
    /// </summary>
    internal static Patience Usual { get; } = new(TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(2));

    /// <summary>In an audit nobody waits, and the same domain is to be told the same whatever the hour: sources have all the time that a search may take.</summary>
    internal static Patience OfAudits { get; } = new(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(5)) { ForAsides = TimeSpan.FromSeconds(1) };
}
