using System.Net;
using DnsClient;
using DnsClient.Protocol;
using Polly;
using Polly.Retry;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// Asks the name servers, each question at most twice: a second time after a lost datagram or a passing fault of the resolver, but not
/// after "no such name". A failure is a result and not an exception. Where a question fails, another one tells whether the servers answer
/// at all.
/// </summary>
/// <param name="servers">Whom to ask; empty asks the system's.</param>
/// <param name="timeout">Time for one question; the second one included, it is twice that.</param>
/// <param name="clock">Tells the time.</param>
/// <param name="wantsDnssec">Whether to ask for the proofs of DNSSEC (the DO bit, RFC 3225): only then does a resolver say whether it has
/// checked them.</param>
internal sealed class NameServers(IReadOnlyList<IPEndPoint> servers, TimeSpan timeout, TimeProvider clock, bool wantsDnssec)
{
    private const int LongestSeconds = 60;
    private const int LongestNegativeSeconds = 10;

    // The size that passes everywhere without fragmentation (DNS Flag Day 2020): fragments can be forged. Longer answers come over TCP.
    private const int DatagramBytes = 1232;

    /// <summary>Every working resolver knows of this name that it does not exist, whatever else it can reach (RFC 6761 §6.4).</summary>
    private static readonly ResolverQuestion Control = new("protocol-advisor.invalid", QueryType.A);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(100);

    private readonly ResiliencePipeline<ResolverAnswer> _twice = new ResiliencePipelineBuilder<ResolverAnswer> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<ResolverAnswer>
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            // Once the time is up the retry would throw, and the failure be lost.
            ShouldHandle = outcome => ValueTask.FromResult(
                !outcome.Context.CancellationToken.IsCancellationRequested && outcome.Outcome.Result is { Failure: FailureKind.LookupFailed }),
        })
        .Build();

    // A search asks some thirty questions at once, and an audit runs a hundred searches: a small resolver drops what comes in such bursts.
    private const int MostAtOnce = 256;

    private static readonly SemaphoreSlim Turns = new(MostAtOnce);

    private readonly Lock _lock = new();
    private Task<bool>? _answers;

    private readonly ResolverRace _race = new(servers, server => new LookupClient(Options(server, timeout, wantsDnssec)), clock);

    /// <summary>Asks the name servers.</summary>
    internal async Task<ResolverAnswer> AskAsync(ResolverQuestion question)
    {
        var answer = await AskTwiceAsync(question);
        return answer.Failure == FailureKind.LookupFailed && !await AnswersAsync() ? ResolverAnswer.Impossible : answer;
    }

    /// <summary>A host's addresses, both families, without asking whether the servers answer at all.</summary>
    internal async Task<DnsReply<IPAddress>> AddressesAsync(string host)
    {
        var answers = await Task.WhenAll(AskTwiceAsync(new ResolverQuestion(host, QueryType.AAAA)), AskTwiceAsync(new ResolverQuestion(host, QueryType.A)));
        List<IPAddress> found = [.. answers.SelectMany(x => x.Records).OfType<AddressRecord>().Select(x => x.Address).Take(ResolverAnswer.MaxRecords)];
        FailureKind? failure = found.Count > 0 || Array.TrueForAll(answers, x => x.Failure is null) ? null
            : Array.TrueForAll(answers, x => x.Failure == FailureKind.HostNotFound) ? FailureKind.HostNotFound : FailureKind.LookupFailed;
        return new DnsReply<IPAddress>(found, false, failure);
    }

    private async Task<ResolverAnswer> AskTwiceAsync(ResolverQuestion question)
    {
        if (!await HasTurnAsync()) return ResolverAnswer.Impossible;
        try
        {
            using var limit = new CancellationTokenSource((2 * timeout) + Slack, clock);
            return await _twice.ExecuteAsync(async token => await AskOnceAsync(question, token), limit.Token);
        }
        finally
        {
            Turns.Release();
        }
    }

    // Whose turn does not come in the time that an answer may take, is behind so many that get none.
    private async Task<bool> HasTurnAsync()
    {
        if (Turns.CurrentCount > 0)
        {
            await Turns.WaitAsync(CancellationToken.None); // at once, or behind the few who saw the same
            return true;
        }

        using var limit = new CancellationTokenSource((2 * timeout) + Slack, clock);
        try
        {
            await Turns.WaitAsync(limit.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    /// <summary>
    /// Whether they answer a question whose answer every working resolver knows. Shared by all who ask at the same time, and asked once: questions that failed have been
    /// asked twice already.
    /// </summary>
    internal Task<bool> AnswersAsync()
    {
        lock (_lock) return _answers is { IsCompleted: false } asking ? asking : _answers = AskControlAsync();
    }

    private async Task<bool> AskControlAsync()
    {
        using var limit = new CancellationTokenSource(timeout + Slack, clock);
        return (await AskOnceAsync(Control, limit.Token)).Failure is not (FailureKind.LookupFailed or FailureKind.LookupImpossible);
    }

    private async Task<ResolverAnswer> AskOnceAsync(ResolverQuestion question, CancellationToken token)
    {
        try
        {
            return await _race.AskAsync((client, race) => AskServerAsync(client, question, race), token);
        }
        catch (Exception)
        {
            return ResolverAnswer.Impossible; // the system's list of name servers cannot be read
        }
    }

    private static async Task<ResolverAnswer> AskServerAsync(LookupClient client, ResolverQuestion question, CancellationToken token)
    {
        try
        {
            var reply = await client.QueryAsync(question.Name, question.Type, cancellationToken: token);
            return reply.Header.ResponseCode switch
            {
                _ when !AnswerChain.IsTo(question, reply) => ResolverAnswer.None,
                DnsHeaderResponseCode.NoError => Answer(question, reply, null),
                DnsHeaderResponseCode.NotExistentDomain => Answer(question, reply, FailureKind.HostNotFound),
                _ => ResolverAnswer.None,
            };
        }
        catch (Exception e) when (FailureClassifier.IsLocal(e))
        {
            return ResolverAnswer.Impossible;
        }
        catch (Exception)
        {
            // Lost, late, or unreadable: for a reply that breaks the format DnsClient throws all sorts, its own hidden types among them.
            return ResolverAnswer.None;
        }
    }

    private static ResolverAnswer Answer(ResolverQuestion question, IDnsQueryResponse reply, FailureKind? failure)
    {
        var records = AnswerChain.RecordsOf(question, reply).Take(ResolverAnswer.MaxRecords).ToList();
        return new ResolverAnswer(records, reply.Header.IsAuthenticData, failure, Lifetime(reply, records.Count == 0), reply.MessageSize);
    }

    // RFC 2308 §5: how long "nothing there" may be kept, the zone's SOA record says. An answer is kept as long as its record with the
    // shortest time.
    private static TimeSpan Lifetime(IDnsQueryResponse reply, bool negative)
    {
        var soa = reply.Authorities.SoaRecords().Select(record => Math.Min(record.InitialTimeToLive, record.Minimum)).FirstOrDefault(LongestNegativeSeconds);
        var shortest = reply.Answers.Select(record => (long)record.InitialTimeToLive).Append(negative ? Math.Min(soa, LongestNegativeSeconds) : LongestSeconds).Min();
        return TimeSpan.FromSeconds(Math.Max(shortest, 0));
    }

    private static LookupClientOptions Options(NameServer server, TimeSpan timeout, bool wantsDnssec)
    {
        var options = new LookupClientOptions(server);
        options.Timeout = timeout;
        options.Retries = 0;
        options.UseCache = false;
        options.ExtendedDnsBufferSize = DatagramBytes;
        options.RequestDnsSecRecords = wantsDnssec;
        return options;
    }
}
