using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Warming;

namespace ProtocolAdvisor.Tests.Warming;

public sealed class RehearsalTests
{
    [Fact]
    public async Task The_rehearsal_goes_the_whole_way_over_every_protocol()
    {
        using var certificate = CannedCertificate.Create(TimeProvider.System.GetUtcNow());
        using var server = new CannedMailServer(certificate);
        using var assessor = new MailboxAssessor(server.Options, TimeProvider.System);
        var facts = await assessor.AssessAsync(server.Subject, null, TestContext.Current.CancellationToken);
        Assert.All(facts.Endpoints, x => Assert.True(x.Probe.Usable));
        Assert.Equal(3, facts.Endpoints.Count(x => x.SignIn.Outcome == SignInOutcome.Accepted));
        Assert.Equal((2, 2), (facts.Imap!.Fetch!.Samples, facts.Pop3!.Fetch!.Samples));
    }

    [Fact]
    public async Task It_takes_a_moment_at_most()
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        var rehearsal = Rehearsal.RunBrieflyAsync(true, clock, TestContext.Current.CancellationToken);
        while (!rehearsal.IsCompleted)
        {
            clock.Advance(TimeSpan.FromSeconds(3));
            await Task.Yield();
        }

        await rehearsal;
    }

    [Fact]
    public async Task Who_leaves_meanwhile_has_left()
    {
        using var leaving = new CancellationTokenSource();
        var rehearsal = Rehearsal.RunBrieflyAsync(true, TimeProvider.System, leaving.Token);
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => rehearsal);
    }
}
