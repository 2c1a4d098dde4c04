using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Cluster.Counting;
using ProtocolAdvisor.Cluster.Gates;
using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Cluster.Limits;
using ProtocolAdvisor.Cluster.Probes;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Tests.Cluster;

/// <summary>What a dead node held comes back, and what it began counts; and where nobody can count, no limit is opened, and nobody is locked out for long. In virtual time.</summary>
public sealed class LostNodeTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public async Task A_permit_of_a_dead_node_comes_back_and_one_that_nobody_brings_as_well()
    {
        var target = new LeasedTarget(new GateLimits(2, 1_000), _clock);
        Assert.True(await target.AcquireAsync(Guid.NewGuid(), "dead", CancellationToken.None));
        Assert.True(await target.AcquireAsync(Guid.NewGuid(), "forgetful", CancellationToken.None));
        var (first, second) = (target.AcquireAsync(Guid.NewGuid(), "a", CancellationToken.None), target.AcquireAsync(Guid.NewGuid(), "b", CancellationToken.None));
        target.Sweep(_ => false);
        Assert.False(first.IsCompleted);
        target.Sweep(x => x == "dead");
        Assert.True(await first);
        Assert.False(second.IsCompleted);
        _clock.Advance(LeasedTarget.Longest);
        target.Sweep(_ => false);
        Assert.True(await second);
    }

    [Fact]
    public async Task A_permit_that_is_asked_for_twice_is_one_and_one_that_is_given_up_is_none()
    {
        var target = new LeasedTarget(new GateLimits(1, 1_000), _clock);
        var (permit, waiting) = (Guid.NewGuid(), Guid.NewGuid());
        Assert.True(await target.AcquireAsync(permit, "a", CancellationToken.None));
        Assert.True(await target.AcquireAsync(permit, "a", CancellationToken.None));
        var given = target.AcquireAsync(waiting, "b", CancellationToken.None);
        target.Return(waiting, null);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => given);
        target.Return(permit, answered: true);
        Assert.True(await target.AcquireAsync(Guid.NewGuid(), "c", CancellationToken.None));
    }

    [Fact]
    public async Task Who_makes_a_gate_anew_goes_on_from_what_is_held_and_what_is_left()
    {
        var target = new LeasedTarget(new GateLimits(2, 60), _clock);
        target.Adopt("a", [Guid.NewGuid()], 3);
        target.Adopt("b", [], 1.5);
        Assert.True(await target.AcquireAsync(Guid.NewGuid(), "c", CancellationToken.None));
        Assert.InRange(target.Left, 0, 0.6);
        Assert.False(target.AcquireAsync(Guid.NewGuid(), "c", CancellationToken.None).IsCompleted);
    }

    [Fact]
    public void A_guess_whose_end_nobody_tells_counts_as_wrong()
    {
        var window = new FailureWindow(_clock);
        Assert.Equal(TimeSpan.Zero, window.TryBegin(Bounds(), "guess"));
        Assert.Equal(TimeSpan.FromSeconds(1), window.TryBegin(Bounds(), "other"));
        _clock.Advance(TimeSpan.FromMinutes(3));
        Assert.Equal(TimeSpan.FromMinutes(57), window.TryBegin(Bounds(), "other"));
        _clock.Advance(TimeSpan.FromMinutes(57));
        Assert.Equal(TimeSpan.Zero, window.TryBegin(Bounds(), "other"));
    }

    [Fact]
    public void What_the_database_remembers_counts_as_before()
    {
        var window = new FailureWindow(_clock);
        window.Remember(null, TimeSpan.FromMinutes(20));
        Assert.Equal(TimeSpan.FromMinutes(40), window.TryBegin(Bounds(), "guess"));
    }

    [Fact]
    public async Task Where_nobody_can_count_passwords_are_held_back_soon_and_keys_have_their_share()
    {
        var link = new ClusterLink();
        var asked = new SharedFailureCounts(link, _clock).TryBeginAsync([Bounds()], "guess", CancellationToken.None);
        for (var i = 0; i < 70 && !asked.IsCompleted; i++)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Yield();
        }

        await Assert.ThrowsAsync<CountsUnreachableException>(() => asked);
        Assert.False(new SharedGate("test", new GateLimits(1, 1), link, new PermitMemory(_clock), _clock).AcquireAsync("host", CancellationToken.None).IsCompleted);
        var quotas = new SharedKeyQuotas(link, _clock);
        var taken = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => quotas.TakeAsync("key", 2)));
        Assert.Equal(2, taken.Count(x => x.Taken));
    }

    [Fact]
    public async Task Where_no_node_can_be_asked_for_a_probe_that_is_known_after_two_seconds()
    {
        var asked = new MailHostNodes(new ClusterLink(), _clock).AskAsync(HostName.Parse("mail.example.com"), "{}", CancellationToken.None);
        var began = _clock.GetTimestamp();
        while (!asked.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromMilliseconds(100));
            await Task.Delay(1, TestContext.Current.CancellationToken);
        }

        Assert.Null(await asked);
        Assert.True(_clock.GetElapsedTime(began) >= TimeSpan.FromSeconds(2));
    }

    private static GuessBounds Bounds() => new(Guid.NewGuid(), "window", 1, null, null);
}
