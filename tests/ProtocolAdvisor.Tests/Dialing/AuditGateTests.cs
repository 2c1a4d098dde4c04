using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Dialing;

/// <summary>An audit's part of a target's limits, in front of those that hold for everybody.</summary>
public sealed class AuditGateTests
{
    private const string Address = "192.0.2.1";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly GateLimits Whole = new TargetOptions().PerAddress;
    private readonly FakeTimeProvider _clock = new();

    [Theory]
    [InlineData(null, 450, 8)]
    [InlineData(30, 30, 8)]
    [InlineData(1, 2, 8)]
    [InlineData(100_000, 450, 8)]
    public void An_audit_takes_a_part_and_never_more_than_it_wants(int? perMinute, int most, int atOnce)
    {
        var part = TargetOptions.ForAudit(Whole, perMinute);
        Assert.Equal((most, atOnce), (part.PerMinute + part.Burst, part.Concurrency));
    }

    // mail.customer1 … mail.customer40000: one address, whatever names lead to it.
    [Theory]
    [InlineData(null, 450)]
    [InlineData(60, 60)]
    public async Task Forty_thousand_names_on_one_address_are_one_target(int? perMinute, int most)
    {
        var part = TargetOptions.ForAudit(Whole, perMinute);
        var audit = new GateInFront(new LocalGate(part, _clock), new LocalGate(Whole, _clock));
        var names = Enumerable.Range(0, 40_000).Select(_ => audit.AcquireAsync(Address, Cancel)).ToList();
        Assert.InRange(names.Count(x => x is { IsCompleted: true, Result: null }), 40_000 - part.Waiting - part.Concurrency, 40_000 - part.Waiting); // told as our own limit
        names.RemoveAll(x => x is { IsCompleted: true, Result: null });

        var (granted, permits) = (new Queue<DateTimeOffset>(), (double)part.Burst);
        for (var second = 0; second < 300; second++)
        {
            while (names.Count < part.Waiting) names.Add(audit.AcquireAsync(Address, Cancel));
            var due = Math.Min((int)permits, part.Concurrency) - 1; // the last may be a millisecond late
            await Eventually(() => names.Count(x => x.IsCompleted) >= due);
            var connected = names.Where(x => x.IsCompleted).ToList();
            names.RemoveAll(connected.Contains);
            Assert.InRange(connected.Count, 0, part.Concurrency);
            connected.ForEach(_ => granted.Enqueue(_clock.GetUtcNow()));
            while (granted.Count > 0 && _clock.GetUtcNow() - granted.Peek() >= TimeSpan.FromMinutes(1)) granted.Dequeue();
            Assert.InRange(granted.Count, 0, most);
            permits = Math.Min(part.Burst, permits - connected.Count + (part.PerMinute / 60.0));
            foreach (var one in connected) (await one)!.Dispose();
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.InRange(granted.Count, part.PerMinute * 9 / 10, most); // and it is used
    }

    [Fact]
    public async Task Whoever_asks_for_himself_does_not_wait_behind_an_audits_queue()
    {
        var all = new LocalGate(Whole, _clock);
        var audit = new GateInFront(new LocalGate(TargetOptions.ForAudit(Whole, null), _clock), all);
        var queue = Enumerable.Range(0, 900).Select(_ => audit.AcquireAsync(Address, Cancel)).ToList();
        await Eventually(() => queue.Count(x => x.IsCompleted) == Whole.Concurrency / 2);
        var people = await Task.WhenAll(Enumerable.Range(0, Whole.Concurrency / 2).Select(_ => all.AcquireAsync(Address, Cancel))).WaitAsync(TimeSpan.FromSeconds(10), Cancel);
        Assert.All(people, Assert.NotNull);
        Assert.True(audit.HasPlenty(HostName.Parse("mail.example.com")));
    }

    [Fact]
    public async Task A_turn_that_the_gate_behind_refuses_or_does_not_give_in_time_comes_back()
    {
        var all = new LocalGate(new GateLimits(1, 1_000) { Waiting = 1 }, _clock);
        var audit = new GateInFront(new LocalGate(new GateLimits(1, 1_000), _clock), all);
        using var taken = await all.AcquireAsync(Address, Cancel);
        using (var impatient = new CancellationTokenSource())
        {
            var waits = audit.AcquireAsync(Address, impatient.Token);
            await impatient.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waits);
        }

        var other = all.AcquireAsync(Address, Cancel);
        Assert.Null(await audit.AcquireAsync(Address, Cancel));
        taken!.Dispose();
        (await other)!.Dispose();
        using var own = await audit.AcquireAsync(Address, Cancel);
        Assert.NotNull(own);
    }

    private static async Task Eventually(Func<bool> isSo)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        limit.CancelAfter(TimeSpan.FromSeconds(20));
        while (!isSo())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}
