using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using DnsClient;
using Polly;
using Polly.Retry;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>The addresses of a host, or why there are none.</summary>
/// <param name="Addresses">In dialling order (RFC 8305 §4: families alternate, IPv6 first); at most eight.</param>
/// <param name="Failure">Why nothing may be dialled.</param>
/// <param name="ElapsedMs">Milliseconds that the lookup took.</param>
internal sealed record ResolvedHost(IReadOnlyList<IPAddress> Addresses, Failure? Failure, double ElapsedMs);

/// <summary>
/// Looks a host up, once, and judges every answer: one forbidden address refuses the whole host, so that no rebinding and no mixed answer
/// is a way in. What comes out is dialled as it is; nothing is looked up again.
/// </summary>
internal sealed class HostResolver(AddressPolicy policy, IReadOnlyList<IPEndPoint> servers, TimeSpan timeout, TimeProvider clock)
{
    private const int MaxAddresses = 8;

    private sealed record Answer(IReadOnlyList<IPAddress> Addresses, Exception? Failure);

    private static readonly TimeSpan SystemTimeout = TimeSpan.FromSeconds(4);

    // A resolver's hiccup is worth one more question; "no such name" is an answer.
    private readonly ResiliencePipeline _once = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = new PredicateBuilder().Handle<SocketException>(e => e.SocketErrorCode == SocketError.TryAgain).Handle<DnsResponseException>(),
        })
        .Build();

    private readonly LookupClient? _client = servers.Count == 0 ? null : new LookupClient(
        new LookupClientOptions([.. servers.Select(x => new NameServer(x))]) { Timeout = timeout, Retries = 0, UseCache = false });

    // The endpoints of one host are probed at once: they share one lookup, which no caller's cancellation ends for the others.
    private readonly ConcurrentDictionary<HostName, Lazy<Task<ResolvedHost>>> _inFlight = new();

    /// <summary>Resolves <paramref name="host"/>; a literal is judged without any lookup.</summary>
    internal async Task<ResolvedHost> ResolveAsync(HostName host, Deadline deadline)
    {
        if (!policy.Allows(host)) return Failed(FailureKind.AddressBlocked, 0, host.Value);
        if (host.Address is not null) return new ResolvedHost([host.Address], null, 0);
        var start = clock.GetTimestamp();
        try
        {
            return await _inFlight.GetOrAdd(host, _ => new Lazy<Task<ResolvedHost>>(() => LookUpAsync(host))).Value.WaitAsync(deadline.Token);
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            return Failed(FailureKind.DeadlineReached, clock.GetElapsedTime(start).TotalMilliseconds);
        }
    }

    private async Task<ResolvedHost> LookUpAsync(HostName host)
    {
        var start = clock.GetTimestamp();
        double Elapsed() => clock.GetElapsedTime(start).TotalMilliseconds;
        await Task.Yield();
        try
        {
            var addresses = await AskAsync(host);
            if (addresses.Count == 0) return Failed(FailureKind.NoAddress, Elapsed());
            var forbidden = addresses.FirstOrDefault(address => !policy.Allows(address));
            return forbidden is null
                ? new ResolvedHost(Interleave(addresses), null, Elapsed()) : Failed(FailureKind.AddressBlocked, Elapsed(), forbidden.ToString());
        }
        catch (SocketException e) when (e.SocketErrorCode is SocketError.HostNotFound or SocketError.NoData)
        {
            return Failed(e.SocketErrorCode == SocketError.NoData ? FailureKind.NoAddress : FailureKind.HostNotFound, Elapsed());
        }
        catch (Exception e) when (e is SocketException or DnsResponseException or OperationCanceledException)
        {
            return Failed(FailureKind.LookupFailed, Elapsed());
        }
        finally
        {
            _inFlight.TryRemove(host, out _);
        }
    }

    private static ResolvedHost Failed(FailureKind kind, double elapsedMs, string? reply = null) =>
        new([], new Failure(MailStep.Resolve, kind, reply, elapsedMs), elapsedMs);

    private async Task<IReadOnlyList<IPAddress>> AskAsync(HostName host)
    {
        using var limit = new CancellationTokenSource(_client is null ? SystemTimeout : (2 * timeout) + TimeSpan.FromMilliseconds(100), clock);
        if (_client is null) return await _once.ExecuteAsync(async token => await Dns.GetHostAddressesAsync(host.Value, token).WaitAsync(token), limit.Token);

        // Each on its own: a resolver that drops one question must not hide its answer to the other.
        var answers = await Task.WhenAll(AskAsync(_client, host, QueryType.AAAA, limit.Token), AskAsync(_client, host, QueryType.A, limit.Token));
        var addresses = answers.SelectMany(answer => answer.Addresses).Distinct().ToList();
        if (addresses.Count > 0) return addresses;
        var failures = answers.Select(answer => answer.Failure).OfType<Exception>().OrderByDescending(IsNoSuchName).ToList();
        return failures.Count == 0 ? [] : throw failures[0];
    }

    private async Task<Answer> AskAsync(LookupClient client, HostName host, QueryType type, CancellationToken limit)
    {
        try
        {
            return await _once.ExecuteAsync(
                async token =>
                {
                    var answer = await client.QueryAsync(host.Value, type, cancellationToken: token);
                    if (answer.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain) throw new SocketException((int)SocketError.HostNotFound);
                    if (answer.HasError) throw new SocketException((int)SocketError.TryAgain);
                    return new Answer([.. answer.Answers.AddressRecords().Select(record => record.Address)], null);
                },
                limit);
        }
        catch (Exception e) when (e is SocketException or DnsResponseException or OperationCanceledException)
        {
            return new Answer([], e);
        }
    }

    private static bool IsNoSuchName(Exception e) => e is SocketException { SocketErrorCode: SocketError.HostNotFound };

    private static List<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var six = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        var four = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetwork).ToList();
        return [.. Enumerable.Range(0, Math.Max(six.Count, four.Count)).SelectMany(i => six.Skip(i).Take(1).Concat(four.Skip(i).Take(1))).Take(MaxAddresses)];
    }
}
