using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Tests.Dialing;

public sealed class TimeLimitTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_step_ends_by_the_clock_of_its_run()
    {
        using var deadline = new Deadline(TimeSpan.FromMinutes(1), _clock, CancellationToken.None);
        using var step = deadline.Step(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(4));
        Assert.False(step.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(step.IsCancellationRequested);
        Assert.False(deadline.Reached);
    }

    [Fact]
    public void A_step_ends_with_its_run()
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(2), _clock, CancellationToken.None);
        using var step = deadline.Step(TimeSpan.FromSeconds(5));
        _clock.Advance(TimeSpan.FromSeconds(2));
        Assert.True(step.IsCancellationRequested);
        using var late = deadline.Step(TimeSpan.FromSeconds(5));
        Assert.True(late.IsCancellationRequested);
    }

    [Fact]
    public void A_limit_that_is_shortened_counts_from_then_on_by_the_same_clock()
    {
        using var limit = new TimeLimit(TimeSpan.FromSeconds(30), _clock, CancellationToken.None);
        _clock.Advance(TimeSpan.FromSeconds(10));
        limit.Shorten(TimeSpan.FromSeconds(2));
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.False(limit.IsCancellationRequested);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(limit.IsCancellationRequested);
    }

    [Fact]
    public void A_limit_that_is_disposed_lets_go_of_its_parent()
    {
        using var parent = new CancellationTokenSource();
        var limit = new TimeLimit(TimeSpan.FromSeconds(30), _clock, parent.Token);
        limit.Dispose();
        parent.Cancel();
        Assert.False(limit.IsCancellationRequested);
    }
}
