using Microsoft.Extensions.Time.Testing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.ScriptedServers;

namespace ProtocolAdvisor.Tests.Dialing.Names;

/// <summary>A question is asked once while its answer is good, or on its way.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime
{
    private const string Service = "_imaps._tcp.example.com";
    private static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    private readonly ScriptedDnsServer _server = ScriptedDnsServer.Start();
    private readonly FakeTimeProvider _clock = new(DateTimeOffset.UnixEpoch.AddYears(56));
    private DnsLookup _lookup = null!;

    public ValueTask InitializeAsync()
    {
        _lookup = new DnsLookup([_server.EndPoint], TimeSpan.FromSeconds(5), _clock);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        _lookup.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task An_answer_is_kept_for_its_time_and_then_asked_again()
    {
        _server.Answer(Service, DnsAnswer.Of(DnsRecord.Srv(0, 0, 993, "imap.example.com") with { TimeToLive = 30 }));
        for (var i = 0; i < 3; i++) Assert.Single((await _lookup.ServicesAsync(Service, Cancel)).Records);
        Assert.Single(_server.Queries);

        _clock.Advance(TimeSpan.FromSeconds(31));
        await _lookup.ServicesAsync(Service, Cancel);
        Assert.Equal(2, _server.Queries.Count);
    }

    [Theory]
    [InlineData(86_400, 59, 1)]
    [InlineData(86_400, 61, 2)]
    [InlineData(0, 0, 2)]
    public async Task No_answer_is_kept_for_more_than_a_minute_or_against_its_will(int timeToLive, int later, int questions)
    {
        _server.Answer(Service, DnsAnswer.Of(DnsRecord.Srv(0, 0, 993, "imap.example.com") with { TimeToLive = timeToLive }));
        await AssertAskedAsync(later, questions);
    }

    [Theory]
    [InlineData(DnsResponse.NonexistentDomain, 3600, 9, 1)]
    [InlineData(DnsResponse.NonexistentDomain, 3600, 11, 2)]
    [InlineData(DnsResponse.NonexistentDomain, 2, 3, 2)]
    [InlineData(DnsResponse.NonexistentDomain, null, 9, 1)]
    [InlineData(DnsResponse.Answer, 3600, 9, 1)]
    [InlineData(DnsResponse.Answer, 3600, 11, 2)]
    [InlineData(DnsResponse.Refused, 3600, 0, 4)]
    public async Task That_there_is_nothing_is_kept_for_seconds_and_a_failure_never(DnsResponse response, int? zoneSays, int later, int questions)
    {
        _server.Answer(Service, new DnsAnswer(response, []) { Zone = zoneSays is { } seconds ? DnsRecord.Soa((ushort)seconds) : null });
        await AssertAskedAsync(later, questions);
    }

    [Fact]
    public async Task Identical_questions_in_flight_share_one_that_no_callers_cancellation_ends()
    {
        _server.Answer("example.com", DnsAnswer.None, DnsAnswer.Of(DnsRecord.Mx(10, "mx.example.com")));
        using var lookup = new DnsLookup([_server.EndPoint], TimeSpan.FromSeconds(1), _clock);
        var domain = HostName.Parse("example.com");
        using var impatient = new CancellationTokenSource();
        var left = lookup.MailExchangersAsync(domain, impatient.Token);
        var stayed = lookup.MailExchangersAsync(domain, Cancel);
        await _server.NextQueryAsync(Cancel);
        await impatient.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => left);
        Assert.Single((await stayed).Records);
        Assert.Equal(2, _server.Queries.Count); // the lost one and its repetition
    }

    [Fact]
    public void What_is_kept_is_bounded_and_long_answers_count_for_several()
    {
        using var kept = new AnswerCache(_clock, limit: 10);
        var answer = new ResolverAnswer([], false, null, TimeSpan.FromMinutes(1), Bytes: 100);
        for (var i = 0; i < 100; i++) kept.Keep(new ResolverQuestion($"d{i}.example.com", DnsClient.QueryType.MX), answer);
        Assert.InRange(kept.Count, 1, 10);

        using var other = new AnswerCache(_clock, limit: 10);
        for (var i = 0; i < 100; i++) other.Keep(new ResolverQuestion($"d{i}.example.com", DnsClient.QueryType.TXT), answer with { Bytes = 4_000 });
        Assert.InRange(other.Count, 0, 1);
    }

    private async Task AssertAskedAsync(int later, int questions)
    {
        await _lookup.ServicesAsync(Service, Cancel);
        _clock.Advance(TimeSpan.FromSeconds(later));
        await _lookup.ServicesAsync(Service, Cancel);
        Assert.Equal(questions, _server.Queries.Count(x => x.Name == Service));
    }
}
