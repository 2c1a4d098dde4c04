using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>The sample fetches of one session: the same messages one by one, for latency, and together, for throughput.</summary>
internal sealed class SampleSeries(AssessmentLimits limits)
{
    /// <summary>Largest message fetched as a sample.</summary>
    internal const long MaxSampleMessage = 4 << 20;

    /// <summary>Fetches the samples; null where there is nothing to fetch, or nothing came. A message that the server does not hand out is passed over.</summary>
    /// <param name="session">The session.</param>
    /// <param name="messages">The Inbox's messages.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task<LatencySummary?> TakeAsync(MailSession session, IReadOnlyList<MessageSize> messages, CancellationToken token)
    {
        // The same messages go twice: one by one for latency, together for throughput. Sequential first: a warm cache then favours neither protocol.
        var chosen = SampleChoice.Of([.. messages.Select(x => x.Bytes > MaxSampleMessage ? -1 : x.Bytes)], limits.Samples, limits.MaxSampleBytes / 2);
        if (chosen.Count == 0) return null;
        List<int> places = [.. chosen.Select(i => messages[i].Index).Order()];
        var singles = new List<SampleFetch>();
        List<int> readable = [];
        foreach (var place in places)
        {
            if (await session.FetchAsync(place, token) is not { } single) continue;
            singles.Add(single);
            readable.Add(place);
        }

        return readable.Count == 0 ? null : LatencySummary.Of(singles, await session.FetchTogetherAsync(readable, token), session.RoundTripMs);
    }
}
