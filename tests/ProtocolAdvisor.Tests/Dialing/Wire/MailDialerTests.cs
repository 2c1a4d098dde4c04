using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Dialing.Wire;

public sealed class MailDialerTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly MailDialer Dialer = Loopback.Dialer;

    [Fact]
    public async Task Nothing_stays_open_when_the_caller_leaves_while_the_other_addresses_are_dialled()
    {
        using var dead = await DeadPort.SwallowingAsync();
        await using var chosen = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), IPAddress.Parse("127.0.0.2"), dead.Port);
        await using var other = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), IPAddress.Parse("127.0.0.3"), dead.Port);
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, caller.Token);
        var dial = await Dialer.DialAsync(
            [dead.EndPoint.Address, chosen.Address, other.Address], dead.Port, MailDialer.ConnectLimit, deadline);
        using var connection = dial.Connection;
        var leftOver = await other.NextConnectionAsync(Cancel);
        await caller.CancelAsync();

        Assert.Equal(3, (await dial.Addresses).Count);
        await leftOver.Finished.WaitAsync(TimeSpan.FromSeconds(5), Cancel);
    }

    [Fact]
    public async Task The_callers_cancellation_is_thrown_and_not_taken_for_a_failure()
    {
        using var dead = await DeadPort.SwallowingAsync();
        using var caller = new CancellationTokenSource();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, caller.Token);
        var dial = Dialer.DialAsync([dead.EndPoint.Address], dead.Port, MailDialer.ConnectLimit, deadline);
        await caller.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => dial);
    }

    [Fact]
    public async Task An_address_that_was_never_tried_does_not_hide_what_the_server_said()
    {
        using var refusing = DeadPort.Refusing();
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, Cancel);
        var dial = await Dialer.DialAsync(
            [IPAddress.Parse("10.0.0.1"), refusing.EndPoint.Address], refusing.Port, MailDialer.ConnectLimit, deadline);
        Assert.Equal(FailureKind.ConnectionRefused, dial.Failure!.Kind);
    }

    [Fact]
    public async Task An_address_that_lost_one_packet_still_has_the_time_to_send_it_again()
    {
        using var dead = await DeadPort.SwallowingAsync(IPAddress.Parse("127.0.0.2"));
        await using var chosen = ScriptedMailServer.Start(connection => connection.StaySilentAsync(), IPAddress.Loopback, dead.Port);
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), TimeProvider.System, Cancel);
        var dial = await Dialer.DialAsync([chosen.Address, dead.EndPoint.Address], dead.Port, MailDialer.ConnectLimit, deadline);
        using var connection = dial.Connection;
        var late = (await dial.Addresses).Single(address => address.Failure is not null);
        Assert.InRange(late.Failure!.ElapsedMs, 1_500, 3_000);
    }
}
