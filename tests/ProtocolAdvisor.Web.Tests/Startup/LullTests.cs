using ProtocolAdvisor.Web.Startup;

namespace ProtocolAdvisor.Web.Tests.Startup;

/// <summary>When memory is given back.</summary>
public class LullTests
{
    private readonly Lull _lull = new();
    private long _allocated;

    [Fact]
    public void Begins_once_after_work_has_stopped_for_a_while()
    {
        Assert.False(After(Lull.Work));
        Assert.Equal([false, false, true, false, false, false], Enumerable.Range(0, 6).Select(_ => After(Lull.Quiet - 1)));
    }

    [Fact]
    public void Does_not_begin_while_somebody_works_or_pauses()
    {
        for (var look = 0; look < 12; look++) Assert.False(After(look % Lull.Looks == 0 ? Lull.Work : 0));
        Assert.True(After(0));
    }

    [Fact]
    public void Questions_after_health_are_work_only_after_a_long_time()
    {
        var looks = 0;
        while (!After(Lull.Quiet / 8)) looks++;
        Assert.Equal(Lull.Work / (Lull.Quiet / 8) - 1, looks);
    }

    [Theory]
    [InlineData(Lull.Much, true)]
    [InlineData(Lull.Much - 1, false)]
    public void Much_work_is_told_by_what_was_allocated_since_the_last_look(long bytes, bool isBusy)
    {
        After(Lull.Much);
        Assert.False(After(bytes));
        Assert.Equal(isBusy, _lull.IsBusy);
        After(0);
        Assert.False(_lull.IsBusy);
    }

    private bool After(long bytes) => _lull.Begins(_allocated += bytes);
}
