using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>Fetches that serve to fill the line, and what they told of it.</summary>
/// <param name="session">The session.</param>
/// <param name="messages">The Inbox's messages.</param>
/// <param name="roundTripMs">The line's round-trip time.</param>
internal sealed class BulkFetches(MailSession session, IReadOnlyList<MessageSize> messages, double roundTripMs)
{
    /// <summary>Less is over before it tells anything more than the samples did.</summary>
    internal const long LeastBytes = 16 << 10;

    // A server that waits for its answers to be read must not be waited for by our own write.
    private const int MostTogether = 1_000;
    private const double BytesPerMsPerMbit = 125;

    private readonly List<MessageSize> _bySize = [.. messages.Where(x => x.Bytes > 0).OrderByDescending(x => x.Bytes)];

    /// <summary>What is known of the line so far.</summary>
    internal CapacityReading? Capacity { get; private set; }

    /// <summary>Bytes of messages fetched here so far.</summary>
    internal long Fetched { get; private set; }

    /// <summary>Whether the line was not yet seen to be full.</summary>
    internal bool IsOpen => Capacity is not { IsReached: true };

    /// <summary>How long so many bytes take at most, by what is known of the line.</summary>
    internal double ExpectedMs(long bytes) => Capacity is { Mbit: > 0 } known ? bytes / (known.Mbit * BytesPerMsPerMbit) : 0;

    /// <summary>Reads the line off the last answer.</summary>
    internal void Read() => Capacity = CapacityReading.Better(Capacity, CapacityReading.Of(session.Arrivals, roundTripMs));

    /// <summary>Fetches at most so many bytes in one go: the beginning of a large message, or several messages together.</summary>
    /// <returns>False where there is nothing of that kind.</returns>
    internal async Task<bool> FetchAsync(long bytes, CancellationToken token)
    {
        if (bytes < LeastBytes || _bySize.Count == 0) return false;
        var fetch = _bySize[0].Bytes >= bytes ? await session.FetchPartAsync(_bySize[0].Index, (int)bytes, token) : await TogetherAsync(bytes, token);
        if (fetch is not { } some) return false;
        Fetched += some.Bytes;
        Read();
        return true;
    }

    private async Task<SampleFetch?> TogetherAsync(long bytes, CancellationToken token)
    {
        var (places, sum) = (new List<int>(), 0L);
        foreach (var message in _bySize.Where(x => x.Bytes <= SampleSeries.MaxSampleMessage))
        {
            if (places.Count == MostTogether) break;
            if (sum + message.Bytes > bytes) continue;
            places.Add(message.Index);
            sum += message.Bytes;
        }

        if (sum < LeastBytes) return null;
        places.Sort();
        return await session.FetchTogetherAsync(places, token);
    }
}
