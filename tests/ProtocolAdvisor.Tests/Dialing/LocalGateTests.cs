using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Tests.Dialing;

public sealed class LocalGateTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly HostName Host = HostName.Parse("mail.example.com");

    [Fact]
    public async Task Only_so_many_connections_to_a_host_at_once_and_other_hosts_are_not_held_up()
    {
        var gate = new LocalGate(new GateLimits(2, 1_000), TimeProvider.System);
        var release = new TaskCompletionSource<string>();
        var running = Enumerable.Range(0, 3).Select(_ => Run(gate, Host, () => release.Task)).ToList();

        Assert.Equal("done", await Run(gate, HostName.Parse("other.example.com"), () => Task.FromResult("done")));
        Assert.Equal(2, Started);
        release.SetResult("done");
        Assert.All(await Task.WhenAll(running), result => Assert.Equal("done", result));
    }

    [Fact]
    public async Task Waiting_for_a_turn_ends_with_the_callers_time()
    {
        var gate = new LocalGate(new GateLimits(8, 1), TimeProvider.System);
        await Run(gate, Host, () => Task.FromResult("first"));
        using var limit = new CancellationTokenSource();
        var second = gate.RunAsync(Host, _ => Task.FromResult("second"), _ => false, () => "busy", limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_host_that_never_answers_is_left_alone_for_a_while_and_then_tried_again()
    {
        var clock = new FakeTimeProvider();
        var gate = new LocalGate(new GateLimits(8, 120), clock);
        for (var i = 0; i < 20; i++) Assert.Equal("no answer", await Run(gate, Host, () => Task.FromResult("no answer")));

        Assert.Equal("busy", await Run(gate, Host, () => Task.FromResult("back")));
        clock.Advance(TimeSpan.FromSeconds(6));
        Assert.Equal("back", await Run(gate, Host, () => Task.FromResult("back")));
    }

    [Fact]
    public async Task A_fault_in_the_work_is_not_taken_for_a_busy_target()
    {
        var gate = new LocalGate(new GateLimits(8, 120), TimeProvider.System);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => Run(gate, Host, () => throw new ObjectDisposedException("ours")));
    }

    [Fact]
    public async Task Naming_many_other_hosts_does_not_give_a_target_its_spent_turns_back()
    {
        var gate = new LocalGate(new GateLimits(8, 1), TimeProvider.System);
        await Run(gate, Host, () => Task.FromResult("first"));
        for (var i = 0; i < 100; i++) await Run(gate, HostName.Parse($"h{i}.example.com"), () => Task.FromResult("done"));

        using var limit = new CancellationTokenSource();
        var second = gate.RunAsync(Host, _ => Task.FromResult("second"), _ => false, () => "busy", limit.Token);
        await limit.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => second);
    }

    [Fact]
    public async Task A_target_in_use_is_not_forgotten()
    {
        var gate = new LocalGate(new GateLimits(1, 1_000), TimeProvider.System);
        var release = new TaskCompletionSource<string>();
        var running = Run(gate, Host, () => release.Task);
        var waiting = Run(gate, Host, () => Task.FromResult("after it"));
        for (var i = 0; i < 100; i++) await Run(gate, HostName.Parse($"h{i}.example.com"), () => Task.FromResult("done"));

        Assert.Equal(1, Started);
        release.SetResult("done");
        Assert.Equal(["done", "after it"], await Task.WhenAll(running, waiting));
    }

    private int Started { get; set; }

    private Task<string> Run(TargetGate gate, HostName host, Func<Task<string>> work) => gate.RunAsync(
        host,
        async _ =>
        {
            if (host == Host) Started++;
            return await work();
        },
        result => result == "no answer", () => "busy", Cancel);

    [Fact]
    public async Task What_can_be_done_without_leaves_half_of_a_hosts_minute_to_others()
    {
        var gate = new LocalGate(new GateLimits(8, 4), TimeProvider.System);
        var host = HostName.Parse("mail.example.com");
        Assert.True(gate.HasPlenty(host));
        await gate.RunAsync(host, _ => Task.FromResult(true), _ => false, () => false, TestContext.Current.CancellationToken);
        Assert.True(gate.HasPlenty(host));
        await gate.RunAsync(host, _ => Task.FromResult(true), _ => false, () => false, TestContext.Current.CancellationToken);
        Assert.False(gate.HasPlenty(host));
    }

    [Fact]
    public async Task A_minutes_permits_come_back_one_by_one()
    {
        var clock = new FakeTimeProvider();
        var gate = new LocalGate(new GateLimits(100, 60), clock);
        for (var i = 0; i < 60; i++) (await gate.AcquireAsync("192.0.2.1", Cancel))!.Dispose();

        var next = gate.AcquireAsync("192.0.2.1", Cancel);
        clock.Advance(TimeSpan.FromMilliseconds(900));
        Assert.False(next.IsCompleted);
        clock.Advance(TimeSpan.FromMilliseconds(200));
        Assert.NotNull(await next.WaitAsync(TimeSpan.FromSeconds(5), Cancel));
    }

    [Fact]
    public async Task A_target_that_has_nothing_to_remember_is_forgotten_and_costs_no_timer()
    {
        var clock = new TimerCountingClock();
        var gate = new LocalGate(new GateLimits(8, 120), clock);
        for (var minute = 0; minute < 10; minute++)
        {
            for (var i = 0; i < 1_000; i++) (await gate.AcquireAsync($"{minute}.{i}.example.com", Cancel))!.Dispose();
            clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal(0, clock.Timers);
        Assert.InRange(gate.Count, 1, 1_000);
    }

    [Fact]
    public async Task Callers_that_gave_up_take_nobodys_turn()
    {
        var gate = new LocalGate(new GateLimits(1, 1_000) { Waiting = 10 }, TimeProvider.System);
        var first = (await gate.AcquireAsync("192.0.2.1", Cancel))!;
        var patient = gate.AcquireAsync("192.0.2.1", Cancel);
        for (var i = 0; i < 20; i++)
        {
            using var gone = new CancellationTokenSource();
            var waiting = gate.AcquireAsync("192.0.2.1", gone.Token);
            await gone.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        var last = gate.AcquireAsync("192.0.2.1", Cancel);
        first.Dispose();
        (await patient)!.Dispose();
        Assert.NotNull(await last);
    }

    private sealed class TimerCountingClock : FakeTimeProvider
    {
        internal int Timers { get; private set; }

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Timers++;
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }
}
