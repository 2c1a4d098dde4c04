namespace ProtocolAdvisor.Web.Assessments;

/// <summary>How fast turns become free, by those that were: what is under way, and how long one has lasted of late. Used under its owner's lock.</summary>
internal sealed class Pace(int atOnce, TimeProvider clock)
{
    // The last ten or so decide.
    private const double Weight = 0.1;
    private readonly List<long> _underWay = [];
    private TimeSpan? _usual;

    /// <summary>How many are under way.</summary>
    public int UnderWay => _underWay.Count;

    /// <summary>One begins.</summary>
    public long Begin()
    {
        var began = clock.GetTimestamp();
        _underWay.Add(began);
        return began;
    }

    /// <summary>The one that began then has ended.</summary>
    public void End(long began)
    {
        _underWay.Remove(began);
        var lasted = clock.GetElapsedTime(began);
        _usual = _usual is { } usual ? usual + ((lasted - usual) * Weight) : lasted;
    }

    /// <summary>
    /// When the turn of whoever waits in this place will come, the first one being 1: those who began first end first, each after the usual time, round after round.
    /// While none has ended, a round lasts at least as long as those under way have lasted.
    /// </summary>
    public TimeSpan Wait(int place)
    {
        if (_underWay.Count < atOnce) return TimeSpan.Zero;
        var (round, ahead) = Math.DivRem(place - 1, atOnce);
        var left = (_usual ?? TimeSpan.Zero) - clock.GetElapsedTime(_underWay[ahead]);
        return (left > TimeSpan.Zero ? left : TimeSpan.Zero) + (round * Round());
    }

    private TimeSpan Round()
    {
        var soFar = clock.GetElapsedTime(_underWay[_underWay.Count / 2]);
        return _usual is { } usual && usual > soFar ? usual : soFar;
    }
}
