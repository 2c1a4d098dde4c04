using System.Threading.Channels;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests;

public sealed class ProbesInFlightTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(3);
    private static readonly MailEndpoint Endpoint = Loopback.Endpoint(MailProtocol.Imap, 143, ConnectionSecurity.StartTls);
    private static readonly ProbeResult Cut = new()
    {
        Endpoint = Endpoint,
        Steps = [new(MailStep.Greeting, StepOutcome.Failed, 3_000, null, new Failure(MailStep.Greeting, FailureKind.DeadlineReached, null, 3_000))],
    };

    private readonly FakeTimeProvider _clock = new();
    private readonly Channel<Begun> _begun = Channel.CreateUnbounded<Begun>();
    private readonly ProbesInFlight _inFlight;

    public ProbesInFlightTests() => _inFlight = new ProbesInFlight((_, limit, _) =>
    {
        var run = new Begun(limit, new TaskCompletionSource<ProbeResult>(TaskCreationOptions.RunContinuationsAsynchronously));
        _begun.Writer.TryWrite(run);
        return run.End.Task;
    });

    private sealed record Begun(TimeSpan Limit, TaskCompletionSource<ProbeResult> End);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Who_joined_late_is_not_cut_by_the_clock_of_the_first(bool whileWaitingForItsTurn)
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        var one = _inFlight.JoinAsync(Endpoint, first);
        var shared = await _begun.Reader.ReadAsync(Cancel);
        _clock.Advance(TimeSpan.FromSeconds(2));
        using var second = new Deadline(Limit, _clock, Cancel);
        var two = _inFlight.JoinAsync(Endpoint, second);
        _clock.Advance(TimeSpan.FromSeconds(1));
        if (whileWaitingForItsTurn) shared.End.SetCanceled(Cancel);
        else shared.End.SetResult(Cut);

        if (whileWaitingForItsTurn) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => one);
        else Assert.Same(Cut, await one);
        var another = await _begun.Reader.ReadAsync(Cancel).AsTask().WaitAsync(TimeSpan.FromSeconds(5), Cancel);
        Assert.Equal(TimeSpan.FromSeconds(2), another.Limit);
        var greeted = new ProbeResult { Endpoint = Endpoint, Steps = [] };
        another.End.SetResult(greeted);
        Assert.Same(greeted, await two);
    }

    [Fact]
    public async Task Who_joined_at_the_same_moment_keeps_the_step_that_was_cut()
    {
        using var first = new Deadline(Limit, _clock, Cancel);
        var one = _inFlight.JoinAsync(Endpoint, first);
        var shared = await _begun.Reader.ReadAsync(Cancel);
        _clock.Advance(TimeSpan.FromMilliseconds(5));
        using var second = new Deadline(Limit, _clock, Cancel);
        var two = _inFlight.JoinAsync(Endpoint, second);
        _clock.Advance(Limit - TimeSpan.FromMilliseconds(5));
        shared.End.SetResult(Cut);

        Assert.Same(Cut, await one);
        Assert.Same(Cut, await two);
    }
}
