using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

public sealed class ProbesInFlightTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly MailEndpoint Endpoint = Loopback.Endpoint(MailProtocol.Imap, 143, ConnectionSecurity.StartTls);
    private static readonly Probed Cut = Failed(FailureKind.DeadlineReached);

    private static readonly TimeSpan Keep = TimeSpan.FromSeconds(5);
    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<Begun> _begun = Channel.CreateUnbounded<Begun>();
    private readonly ProbesInFlight _inFlight;

    public ProbesInFlightTests() => _inFlight = new ProbesInFlight(
        (_, _, _, deadline) =>
        {
            var run = new Begun(deadline.After, new TaskCompletionSource<Probed>(TaskCreationOptions.RunContinuationsAsynchronously));
            _begun.Writer.TryWrite(run);
            return run.End.Task;
        },
        ProbeKeep.ForPeople(Keep),
        _clock);

    private sealed record Begun(TimeSpan Limit, TaskCompletionSource<Probed> End);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_joined_late_is_not_cut_by_the_clock_of_the_first(bool whileWaitingForItsTurn)
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        var one = _inFlight.JoinAsync(Endpoint, false, first);
        var shared = await _begun.Reader.ReadAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(2));
        using var second = new Deadline(Limit, _clock, Cancel);
        var two = _inFlight.JoinAsync(Endpoint, false, second);
        _clock.Advance(TimeSpan.FromSeconds(1));
        if (whileWaitingForItsTurn) shared.End.SetCanceled(Cancel);
        else shared.End.SetResult(Cut);

        if (whileWaitingForItsTurn) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        else Assert.Same(Cut, await one);
        var another = await _begun.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.Equal(TimeSpan.FromSeconds(2), another.Limit);
        another.End.SetResult(Greeted);
        Assert.Same(Greeted, await two);
    }

    [Fact]
    public async Task Who_joined_at_the_same_moment_keeps_the_step_that_was_cut()
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        var one = _inFlight.JoinAsync(Endpoint, false, first);
        var shared = await _begun.Reader.ReadAsync(Cancel);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        using var second = new Deadline(Limit, _clock, Cancel);
        var two = _inFlight.JoinAsync(Endpoint, false, second);
        _clock.Advance(Limit - TimeSpan.FromMilliseconds(5));
        shared.End.SetResult(Cut);

        Assert.Same(Cut, await one);
        Assert.Same(Cut, await two);
    }

    [Fact]
    public async Task Whatever_the_callers_time_equal_probes_are_one()
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        using var second = new Deadline(Limit / 2, _clock, Cancel);
        var (one, two) = (_inFlight.JoinAsync(Endpoint, false, first), _inFlight.JoinAsync(Endpoint, false, second));
        (await _begun.Reader.ReadAsync(Cancel)).End.SetResult(Greeted);

        Assert.Same(Greeted, await one);
        Assert.Same(Greeted, await two);
        Assert.False(_begun.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Who_has_less_time_leaves_and_the_run_goes_on()
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        using var second = new Deadline(TimeSpan.FromSeconds(1), _clock, Cancel);
        var (one, two) = (_inFlight.JoinAsync(Endpoint, false, first), _inFlight.JoinAsync(Endpoint, false, second));
        var shared = await _begun.Reader.ReadAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(1));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => two);
        shared.End.SetResult(Greeted);
        Assert.Same(Greeted, await one);
    }

    [Fact]
    public async Task A_result_serves_who_asks_soon_after_and_no_longer()
    {
        Assert.Same(Greeted, await JoinAsync(Greeted));
        _clock.Advance(Keep - TimeSpan.FromMilliseconds(1));
        Assert.Same(Greeted, await JoinAsync(null));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        var refused = Failed(FailureKind.ConnectionRefused);
        Assert.Same(refused, await JoinAsync(refused));
    }

    [Fact]
    public async Task A_failure_is_kept_for_a_moment_only_because_it_may_have_passed()
    {
        var refused = Failed(FailureKind.ConnectionRefused);
        Assert.Same(refused, await JoinAsync(refused));
        _clock.Advance(Keep / 5 - TimeSpan.FromMilliseconds(1));
        Assert.Same(refused, await JoinAsync(null));
        _clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Same(Greeted, await JoinAsync(Greeted));
    }

    [Theory]
    [InlineData(FailureKind.DeadlineReached)]
    [InlineData(FailureKind.TargetBusy)]
    [InlineData(FailureKind.Unexpected)]
    public async Task What_only_we_kept_from_being_learned_is_not_kept(FailureKind kind)
    {
        await JoinAsync(Failed(kind));
        Assert.Equal(0, _inFlight.Count);
        Assert.Same(Greeted, await JoinAsync(Greeted));
    }

    [Fact]
    public async Task The_second_try_of_an_endpoint_that_turned_us_away_is_a_run_of_its_own()
    {
        var turnedAway = Failed(FailureKind.GreetingRejected);
        Assert.Same(turnedAway, await JoinAsync(turnedAway));
        Assert.Same(Greeted, await JoinAsync(Greeted, again: true));
        Assert.Same(turnedAway, await JoinAsync(null));
    }

    [Fact]
    public async Task No_more_is_remembered_than_the_bound()
    {
        for (var port = 1; port <= ProbeKeep.MostForPeople + 50; port++) await JoinAsync(Greeted, port: port);
        Assert.InRange(_inFlight.Count, 1, ProbeKeep.MostForPeople);
    }

    private async Task<Probed> JoinAsync(Probed? result, bool again = false, int port = 143)
    {
        using var deadline = new Deadline(Limit, _clock, Cancel);
        var joined = _inFlight.JoinAsync(Endpoint with { Port = port }, again, deadline);
        if (result is not null) (await _begun.Reader.ReadAsync(Cancel)).End.SetResult(result);
        return await joined.WaitAsync(TimeSpan.FromSeconds(10), Cancel);
    }

    private static Probed Greeted { get; } = new(new ProbeResult { Endpoint = Endpoint, Steps = [] }, null, null);

    private static Probed Failed(FailureKind kind) => new(
        new ProbeResult { Endpoint = Endpoint, Steps = [new(MailStep.Greeting, StepOutcome.Failed, 3_000, null, new Failure(MailStep.Greeting, kind, null, 3_000))] }, null, null);
}
