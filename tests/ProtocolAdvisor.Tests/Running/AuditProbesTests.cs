using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Tests.Running;

/// <summary>How long an audit's probes serve its other domains, and how much is kept of them.</summary>
public sealed class AuditProbesTests
{
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;
    private static readonly TimeSpan AMoment = TimeSpan.FromMilliseconds(1);
    private readonly FakeTimeProvider _clock = new();
    private readonly ProbesInFlight _probes;
    private FailureKind? _failure;
    private int _made;

    public AuditProbesTests() => _probes = new ProbesInFlight(
        (endpoint, _, _, _) =>
        {
            Interlocked.Increment(ref _made);
            return Task.FromResult(Probe(endpoint, _failure));
        },
        ProbeKeep.ForAudits,
        _clock);

    [Fact]
    public async Task Every_domain_within_ten_minutes_shares_one_probe()
    {
        await JoinAsync("mail.provider.example", 143);
        _clock.Advance(TimeSpan.FromMinutes(10) - AMoment);
        for (var domain = 0; domain < 100; domain++) await JoinAsync("mail.provider.example", 143);
        Assert.Equal(1, _made);
        _clock.Advance(AMoment);
        await JoinAsync("mail.provider.example", 143);
        Assert.Equal(2, _made);
    }

    // One may have been an accident, and is told to all of a host's domains.
    [Fact]
    public async Task A_failure_is_asked_about_once_more_after_a_minute_and_then_believed()
    {
        _failure = FailureKind.ConnectionRefused;
        await JoinAsync("mail.provider.example", 143);
        _clock.Advance(TimeSpan.FromMinutes(1) - AMoment);
        await JoinAsync("mail.provider.example", 143);
        Assert.Equal(1, _made);
        _clock.Advance(AMoment);
        await JoinAsync("mail.provider.example", 143);
        Assert.Equal(2, _made);
        _clock.Advance(TimeSpan.FromMinutes(10) - AMoment);
        await JoinAsync("mail.provider.example", 143);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task What_was_mended_shows_when_the_failure_is_asked_about_again()
    {
        _failure = FailureKind.ConnectionRefused;
        await JoinAsync("mail.provider.example", 143);
        (_failure, _) = (null, 0);
        _clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await JoinAsync("mail.provider.example", 143)).Result.Failure);
        _clock.Advance(TimeSpan.FromMinutes(9));
        Assert.Null((await JoinAsync("mail.provider.example", 143)).Result.Failure);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task An_audit_believes_nothing_that_was_seen_before_it_began()
    {
        await JoinAsync("mail.provider.example", 143);
        _clock.Advance(TimeSpan.FromSeconds(1));
        var since = _clock.GetUtcNow();
        await JoinAsync("mail.provider.example", 143, since);
        await JoinAsync("mail.provider.example", 143, since);
        Assert.Equal(2, _made);
    }

    [Fact]
    public async Task Names_that_are_asked_for_once_push_out_none_that_all_ask_for_and_the_memory_is_bounded()
    {
        int[] ports = [110, 143, 465, 587, 993, 995];
        for (var own = 0; own < 20_000; own++)
        {
            await JoinAsync($"mail.customer{own}.example", 993);
            await JoinAsync($"mail{own % 50}.provider.example", ports[own / 50 % 6]);
        }

        Assert.Equal(20_000 + 300, _made);
        Assert.InRange(_probes.Count, 300, ProbeKeep.MostForAudits);
    }

    private async Task<Probed> JoinAsync(string host, int port, DateTimeOffset? since = null)
    {
        using var deadline = new Deadline(TimeSpan.FromSeconds(15), _clock, Cancel);
        return await _probes.JoinAsync(new MailEndpoint(MailProtocol.Imap, HostName.Parse(host), port, ConnectionSecurity.StartTls), false, deadline, since);
    }

    private static Probed Probe(MailEndpoint endpoint, FailureKind? failure) => new(
        new ProbeResult
        {
            Endpoint = endpoint,
            Steps = failure is { } kind ? [new(MailStep.Connect, StepOutcome.Failed, 1, null, new Failure(MailStep.Connect, kind, null, 1))] : [],
        },
        null, null);
}
