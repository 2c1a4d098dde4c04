using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// The sample fetches of one session: the same messages one by one, for latency, until they tell enough, and together, for throughput; but where the largest of them filled the line by
/// itself, all of them together would only fill it again. Where the line was not full yet, more is fetched, four times as much each time, until it was, or the budget is used up.
/// </summary>
internal sealed class SampleSeries(SampleLimits limits)
{
    /// <summary>Largest message fetched as a sample.</summary>
    internal const long MaxSampleMessage = 4 << 20;

    private const long FirstBulk = 64 << 10;
    private const int Growth = 4;

    // What is over sooner is read a tenth too high or too low by a machine whose clock ticks in milliseconds: then all of them together tell it better.
    private const double ShortestFilledMs = 250;

    // Nobody wants to wait longer for one figure about his line: on a narrow one, less is fetched.
    private const double LongestMs = 2500;

    /// <summary>Fetches the samples; null where there is nothing to fetch, or nothing came. A message that the server does not hand out is passed over.</summary>
    /// <param name="session">The session.</param>
    /// <param name="messages">The Inbox's messages.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task<LatencySummary?> TakeAsync(MailSession session, IReadOnlyList<MessageSize> messages, CancellationToken token)
    {
        // The same messages go twice: one by one for latency, together for throughput. Sequential first: a warm cache then favours neither protocol.
        var chosen = SampleChoice.Of([.. messages.Select(x => x.Bytes > MaxSampleMessage ? -1 : x.Bytes)], limits.Samples, limits.MaxBytes / 2);
        if (chosen.Count == 0) return await TakePartAsync(session, messages, token);
        var singles = new List<SampleFetch>();
        List<int> readable = [];
        var (first, rest) = SampleChoice.Halves([.. chosen.OrderBy(i => messages[i].Bytes).Select(i => messages[i])]);
        var arrivals = await FetchAsync(session, first, singles, readable, token);
        var (roundTripMs, largest) = (session.RoundTripMs, singles.LastOrDefault());
        var (seen, isFilled) = roundTripMs is { } ms ? (CapacityReading.Of(arrivals, ms), IsFilled(arrivals, ms)) : default;
        if (!SampleSpread.IsEnough(singles, rest, seen, roundTripMs)) await FetchAsync(session, rest, singles, readable, token);
        if (readable.Count == 0) return null;
        return largest.Bytes > 0 && isFilled
            ? LatencySummary.Of(singles, largest, roundTripMs, seen, DeflateRatio.Of(singles, messages), isBatch: false)
            : await SumUpAsync(session, messages, singles, await session.FetchTogetherAsync(Batch(singles, readable), token), token);
    }

    private static bool IsFilled(IReadOnlyList<Arrival> arrivals, double roundTripMs) =>
        arrivals.Count > 0 && arrivals[^1].Ms - arrivals[0].Ms >= ShortestFilledMs && CapacityReading.Undisturbed(arrivals, roundTripMs) is { IsReached: true };

    // The smallest first: where the line is narrow, the largest are left out. How the bytes of the last came that was handed out: a refusal behind it tells nothing of the line.
    private static async Task<IReadOnlyList<Arrival>> FetchAsync(
        MailSession session, IReadOnlyList<MessageSize> messages, List<SampleFetch> singles, List<int> readable, CancellationToken token)
    {
        IReadOnlyList<Arrival> arrivals = [];
        foreach (var place in messages.Select(x => x.Index))
        {
            if (singles.Sum(x => x.ElapsedMs) > LongestMs) break;
            var held = session.HeldBack;
            if (await session.FetchAsync(place, token) is not { } single) continue;
            singles.Add(single with { HeldBack = session.HeldBack - held });
            readable.Add(place);
            arrivals = [.. session.Arrivals];
        }

        return arrivals;
    }

    // As many as come in time at the pace of the largest, the smallest first.
    private static List<int> Batch(List<SampleFetch> singles, List<int> places)
    {
        var bySize = singles.Zip(places).OrderBy(x => x.First.Bytes).ToList();
        var (pace, sum) = (bySize[^1].First.Bytes / Math.Max(1, bySize[^1].First.ElapsedMs), 0L);
        var fitting = bySize.TakeWhile(x => (sum += x.First.Bytes) <= pace * LongestMs).Count();
        return [.. bySize.Take(Math.Max(1, fitting)).Select(x => x.Second).Order()];
    }

    // Nothing but large messages: the beginning of one stands for all.
    private async Task<LatencySummary?> TakePartAsync(MailSession session, IReadOnlyList<MessageSize> messages, CancellationToken token)
    {
        var bytes = Math.Min(FirstBulk, limits.MaxBytes / 2);
        if (messages.Count == 0 || limits.Samples == 0 || bytes < BulkFetches.LeastBytes) return null;
        return await session.FetchPartAsync(messages.MaxBy(x => x.Bytes).Index, (int)bytes, token) is { } part ? await SumUpAsync(session, messages, [part], null, token) : null;
    }

    private async Task<LatencySummary?> SumUpAsync(
        MailSession session, IReadOnlyList<MessageSize> messages, List<SampleFetch> singles, SampleFetch? together, CancellationToken token)
    {
        if (session.RoundTripMs is not { } roundTripMs) return LatencySummary.Of(singles, together);
        var line = new BulkFetches(session, messages, roundTripMs);
        if (together is { Bytes: >= BulkFetches.LeastBytes }) line.Read();
        for (var bytes = Next(together); line.IsOpen && line.ExpectedMs(bytes) <= LongestMs; bytes *= Growth)
        {
            var left = limits.MaxBytes - (2 * singles.Sum(x => x.Bytes)) - line.Fetched;
            if (!await line.FetchAsync(Math.Min(bytes, left), token)) break;
        }

        return LatencySummary.Of(singles, together, roundTripMs, line.Capacity, DeflateRatio.Of(singles, messages));
    }

    // A few tiny messages tell how long the server thinks, and nothing of the line: then it is felt for with little.
    private static long Next(SampleFetch? together) =>
        together is { Bytes: < BulkFetches.LeastBytes } ? BulkFetches.LeastBytes : Math.Max(FirstBulk, Growth * (together?.Bytes ?? 0));
}

/// <summary>How much may be fetched in one session.</summary>
/// <param name="Samples">Messages; 0 fetches nothing.</param>
/// <param name="MaxBytes">Their bytes, over all fetches.</param>
internal sealed record SampleLimits(int Samples, long MaxBytes);
