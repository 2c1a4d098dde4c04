namespace ProtocolAdvisor.Cluster.Limits;

/// <summary>One key's requests of the running minute. Used under its owner's lock.</summary>
internal sealed class RequestMinute(TimeProvider clock)
{
    /// <summary>How long it is.</summary>
    internal static readonly TimeSpan Length = TimeSpan.FromMinutes(1);

    private long _began = clock.GetTimestamp();
    private int _requests;

    /// <summary>Takes one, where one is left.</summary>
    internal QuotaAnswer Take(int limit)
    {
        if (clock.GetElapsedTime(_began) >= Length) (_began, _requests) = (clock.GetTimestamp(), 0);
        var taken = _requests < limit;
        if (taken) _requests++;
        return new(taken, Math.Max(0, limit - _requests), Length - clock.GetElapsedTime(_began));
    }
}
