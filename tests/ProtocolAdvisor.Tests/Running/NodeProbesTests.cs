using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;
using ProtocolAdvisor.Tests.Fixtures;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>
/// Probes of audits are made at one node for all, and kept by all for as long as that one keeps them; where it cannot be asked, whoever asks probes himself. In virtual time.
/// </summary>
public sealed class NodeProbesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly MailEndpoint Endpoint = new(MailProtocol.Pop3, HostName.Parse("mail.provider.example"), 995, ConnectionSecurity.ImplicitTls);
    private readonly FakeTimeProvider _clock = new();
    private readonly FakeTimeProvider _itsClock = new();
    private readonly ProbesInFlight _there;
    private readonly List<ProbesInFlight> _nodes = [];
    private readonly List<CountedLook> _looks = [];
    private Failure? _failure;
    private Func<string, string?> _way = x => x;
    private int _madeThere;
    private int _madeHere;

    public NodeProbesTests()
    {
        _there = Probes(_itsClock, () => _madeThere++);
        for (var node = 0; node < 3; node++)
            _nodes.Add(new ProbesInFlight(new ProbeElsewhere(AskAsync, null, Probes(_clock, () => _madeHere++)).ProbeAsync, ProbeKeep.ForAudits, _clock));
    }

    [Fact]
    public async Task Each_endpoint_is_probed_once_in_ten_minutes_whichever_node_asks_and_whenever_it_does()
    {
        await JoinAsync(0);
        Advance(TimeSpan.FromMinutes(9));
        await Task.WhenAll(JoinAsync(1), JoinAsync(2));
        Assert.Equal((1, 0), (_madeThere, _madeHere));
        Advance(TimeSpan.FromMinutes(1));
        for (var node = 0; node < 3; node++) await JoinAsync(node);
        Assert.Equal((2, 0), (_madeThere, _madeHere));
    }

    [Fact]
    public async Task A_failure_is_asked_about_once_more_after_a_minute_and_then_believed_by_all()
    {
        _failure = new Failure(MailStep.Connect, FailureKind.ConnectionRefused, null, 1);
        for (var node = 0; node < 3; node++) await JoinAsync(node);
        Assert.Equal(1, _madeThere);
        Advance(TimeSpan.FromMinutes(1));
        for (var node = 0; node < 3; node++) await JoinAsync(node);
        Assert.Equal(2, _madeThere);
        Advance(TimeSpan.FromMinutes(9));
        for (var node = 0; node < 3; node++) await JoinAsync(node);
        Assert.Equal((2, 0), (_madeThere, _madeHere));
    }

    // Nodes' clocks differ: what was begun for an audit is newer than it.
    [Theory]
    [InlineData(0)]
    [InlineData(-30)]
    [InlineData(30)]
    public async Task An_audit_believes_nothing_that_was_seen_before_it_began_and_asks_once_for_all(int otherClock)
    {
        _itsClock.SetUtcNow(_clock.GetUtcNow().AddMinutes(10));
        _clock.SetUtcNow(_itsClock.GetUtcNow().AddSeconds(-otherClock));
        for (var node = 0; node < 3; node++) await JoinAsync(node);
        Advance(TimeSpan.FromMinutes(2));
        var since = _clock.GetUtcNow();
        for (var times = 0; times < 2; times++)
        {
            for (var node = 0; node < 3; node++) await JoinAsync(node, since);
        }

        Assert.Equal((2, 0), (_madeThere, _madeHere));
    }

    public static TheoryData<string?> NoAnswers => [(string?)null, "", "nonsense", "{}", "null", """{"probe":{"endpoint":1}}"""];

    [Theory]
    [MemberData(nameof(NoAnswers))]
    public async Task Who_is_answered_nothing_probes_himself(string? answer)
    {
        _way = _ => answer;
        Assert.Null((await JoinAsync(0)).Result.Failure);
        await JoinAsync(0);
        Assert.Equal(1, _madeHere);
    }

    [Theory]
    [InlineData(FailureKind.LocalFault)]
    [InlineData(FailureKind.LookupImpossible)]
    [InlineData(FailureKind.Unexpected)]
    public async Task What_is_the_other_nodes_own_trouble_is_none_of_the_server(FailureKind kind)
    {
        _failure = new Failure(MailStep.Resolve, kind, null, 1);
        _way = reply =>
        {
            _failure = null;
            return reply;
        };
        Assert.Null((await JoinAsync(0)).Result.Failure);
        Assert.Equal((1, 1), (_madeThere, _madeHere));
    }

    [Fact]
    public async Task What_is_looked_at_behind_a_probe_is_looked_at_once_for_all()
    {
        for (var node = 0; node < 3; node++)
        {
            var later = (await JoinAsync(node)).Later!;
            Assert.Equal("192.0.2.1", Assert.Single(await later.Dialled).Address);
            Assert.Equal("192.0.2.1", Assert.Single(await later.AddressesAsync()).Address);
            Assert.True((await later.TakesOldTlsAsync()).Taken);
            Assert.Equal("+OK go on", await later.UserInClearAsync());
            await later.Left;
        }

        Assert.Equal(1, _madeThere);
        Assert.Equal(["addresses", "oldTls", "user"], Assert.Single(_looks).Asked);
    }

    [Fact]
    public async Task A_look_of_which_nothing_is_told_is_not_known_and_asked_for_again()
    {
        var later = (await JoinAsync(0)).Later!;
        var way = _way;
        _way = _ => null;
        Assert.Equal(((bool?)null, (string?)null, 0), ((await later.TakesOldTlsAsync()).Taken, await later.UserInClearAsync(), (await later.AddressesAsync()).Count));
        _way = way;
        Assert.Equal((true, "+OK go on", 1), ((await later.TakesOldTlsAsync()).Taken, await later.UserInClearAsync(), (await later.AddressesAsync()).Count));
    }

    [Fact]
    public void Facts_arrive_as_they_were_learned() => RunGen.Run.Sample(run =>
    {
        foreach (var probe in run.Facts.Endpoints.Select(x => x.Probe))
        {
            var arrived = NodeReply.Parse(new NodeReply { Probe = probe, AgeMs = 1 }.ToJson()).Probe;
            Assert.Equal(JsonSerializer.Serialize(probe), JsonSerializer.Serialize(arrived));
        }
    }, iter: 50);

    private void Advance(TimeSpan time)
    {
        _clock.Advance(time);
        _itsClock.Advance(time);
    }

    private async Task<string?> AskAsync(HostName host, string order, CancellationToken token)
    {
        Assert.Equal(Endpoint.Host, host);
        var asked = NodeOrder.Parse(order);
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(asked.LeftMs), _itsClock, token);
        return _way((await NodeReply.ToAsync(asked, _there, deadline)).ToJson());
    }

    private async Task<Probed> JoinAsync(int node, DateTimeOffset? since = null)
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), _clock, Cancel);
        return await _nodes[node].JoinAsync(Endpoint, false, deadline, since);
    }

    private ProbesInFlight Probes(TimeProvider clock, Action made) => new(
        (endpoint, _, _, _) =>
        {
            made();
            var probe = new ProbeResult { Endpoint = endpoint, Steps = _failure is { } failure ? [new(failure.Step, StepOutcome.Failed, 1, null, failure)] : [] };
            _looks.Add(new CountedLook(probe));
            return Task.FromResult(new Probed(probe, null, _looks[^1]));
        },
        ProbeKeep.ForAudits,
        clock);

    private sealed class CountedLook(ProbeResult probe) : SecondLook(probe)
    {
        internal static readonly IReadOnlyList<AddressResult> Seen = [new("192.0.2.1", AddressFamilyName.Ipv4, StepOutcome.Completed, 1, null)];

        internal List<string> Asked { get; } = [];

        internal override Task<IReadOnlyList<AddressResult>> Dialled => Task.FromResult(Seen);

        internal override Task Left => Task.CompletedTask;

        internal override bool KnowsOldTls => false;

        internal override Task<(bool? Taken, Task Left)> TakesOldTlsAsync() => Note("oldTls", ((bool?)true, Task.CompletedTask));

        internal override Task<string?> UserInClearAsync() => Note<string?>("user", "+OK go on");

        internal override Task<IReadOnlyList<AddressResult>> AddressesAsync() => Note("addresses", Seen);

        internal override Task<IReadOnlyList<AddressResult>> AddressesAloneAsync() => Note("alone", Seen);

        private Task<T> Note<T>(string asked, T answer)
        {
            if (!Asked.Contains(asked)) Asked.Add(asked);
            return Task.FromResult(answer);
        }
    }
}
