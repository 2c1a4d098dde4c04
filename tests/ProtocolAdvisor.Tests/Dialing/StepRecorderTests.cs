using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Dialing;

/// <summary>What is written down of a step.</summary>
public sealed class StepRecorderTests
{
    [Fact]
    public async Task Each_step_tells_when_in_the_run_it_began_the_failed_one_too()
    {
        var clock = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), clock, TestContext.Current.CancellationToken);
        var steps = new StepRecorder(deadline, null);
        clock.Advance(TimeSpan.FromMilliseconds(100));
        await steps.RunAsync(MailStep.Greeting, TimeSpan.FromSeconds(5), Taking(30));
        clock.Advance(TimeSpan.FromMilliseconds(200));
        await steps.RunAsync(MailStep.SignIn, TimeSpan.FromSeconds(5), _ => throw new IOException("gone"));
        steps.Close([MailStep.Greeting, MailStep.SignIn, MailStep.Measure]);
        Assert.Equal([100, 330, null], steps.Steps.Select(x => x.StartedMs));

        Func<CancellationToken, Task<int>> Taking(double milliseconds) => _ =>
        {
            clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return Task.FromResult(1);
        };
    }

    [Theory]
    [InlineData(MailStep.Measure, 10, 9, FailureKind.DeadlineReached)] // it spoke a second ago
    [InlineData(MailStep.OpenMailbox, 10, 8.5, FailureKind.DeadlineReached)]
    [InlineData(MailStep.Measure, 10, 8, FailureKind.TimedOut)]
    [InlineData(MailStep.Measure, 10, 0, FailureKind.TimedOut)]
    [InlineData(MailStep.Measure, 1, 0.1, FailureKind.TimedOut)] // of a short time, more than half was silence
    [InlineData(MailStep.Measure, 1, 0.6, FailureKind.DeadlineReached)]
    [InlineData(MailStep.SignIn, 10, 9, FailureKind.TimedOut)] // whose answer is one line
    public async Task Whoever_still_spoke_when_the_time_was_up_has_not_timed_out(MailStep step, double limitSeconds, double spokeAt, FailureKind expected)
    {
        var clock = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(30), clock, TestContext.Current.CancellationToken);
        var spoke = clock.GetTimestamp();
        var steps = new StepRecorder(deadline, null, silence: () => clock.GetElapsedTime(spoke));
        await steps.RunAsync(step, TimeSpan.FromSeconds(limitSeconds), token =>
        {
            clock.Advance(TimeSpan.FromSeconds(spokeAt));
            spoke = clock.GetTimestamp();
            clock.Advance(TimeSpan.FromSeconds(limitSeconds - spokeAt));
            return Task.FromCanceled<int>(token);
        });
        var failure = steps.Steps[0].Failure!;
        Assert.Equal((expected, limitSeconds * 1000), (failure.Kind, failure.ElapsedMs));
        Assert.Equal(expected == FailureKind.TimedOut && step != MailStep.SignIn ? (limitSeconds - spokeAt) * 1000 : null, failure.SilentMs);
    }

    [Theory]
    [InlineData(14.5, FailureKind.DeadlineReached)] // half a second is no time to judge a server by
    [InlineData(12, FailureKind.TimedOut)]
    public async Task What_earlier_steps_left_of_a_common_time_is_ours_where_it_is_short(double usedSeconds, FailureKind expected)
    {
        var clock = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(60), clock, TestContext.Current.CancellationToken);
        var steps = new StepRecorder(deadline, null, budget: TimeSpan.FromSeconds(15));
        clock.Advance(TimeSpan.FromSeconds(usedSeconds));
        await steps.RunAsync(MailStep.Capability, TimeSpan.FromSeconds(5), SilentFor(15 - usedSeconds));
        Assert.Equal((expected, (15 - usedSeconds) * 1000), (steps.Steps[0].Failure!.Kind, steps.Steps[0].Failure!.ElapsedMs));

        Func<CancellationToken, Task<int>> SilentFor(double seconds) => token =>
        {
            clock.Advance(TimeSpan.FromSeconds(seconds));
            return Task.FromCanceled<int>(token);
        };
    }

    [Theory]
    [InlineData(9_500, FailureKind.DeadlineReached)]
    [InlineData(3_000, FailureKind.TimedOut)]
    public async Task What_a_late_answer_to_the_sign_in_left_is_ours_where_it_is_short(double answeredMs, FailureKind expected)
    {
        var clock = new FakeTimeProvider();
        using var deadline = new Deadline(TimeSpan.FromSeconds(60), clock, TestContext.Current.CancellationToken);
        var steps = new StepRecorder(deadline, null);
        await steps.RunAsync(MailStep.SignIn, TimeSpan.FromSeconds(10), token =>
        {
            clock.Advance(TimeSpan.FromSeconds(10));
            return Task.FromCanceled<int>(token);
        });
        steps.EndedBehind(answeredMs, MailStep.OpenMailbox);
        Assert.Equal((MailStep.OpenMailbox, expected, 10_000 - answeredMs), steps.Steps[1].Failure is { } failure ? (failure.Step, failure.Kind, failure.ElapsedMs) : default);
    }
}
