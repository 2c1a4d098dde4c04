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
}
