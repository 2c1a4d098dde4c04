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
    private static readonly TimeSpan SystemTimeout = TimeSpan.FromSeconds(5);

    // A resolver's hiccup is worth one more question; "no such name" is an answer.
    private readonly ResiliencePipeline _once = new ResiliencePipelineBuilder { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions
        {
            MaxRetryAttempts = 1,
            Delay = TimeSpan.Zero,
            ShouldHandle = new PredicateBuilder().Handle<SocketException>(e => e.SocketErrorCode == SocketError.TryAgain),
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
        return await _once.ExecuteAsync(
            async token => _client is null
                ? await Dns.GetHostAddressesAsync(host.Value, token).WaitAsync(token)
                : await AskAsync(_client, host, token),
            limit.Token);
    }

    private static async Task<IReadOnlyList<IPAddress>> AskAsync(LookupClient client, HostName host, CancellationToken token)
    {
        var answers = await Task.WhenAll(
            client.QueryAsync(host.Value, QueryType.AAAA, cancellationToken: token), client.QueryAsync(host.Value, QueryType.A, cancellationToken: token));
        var addresses = answers.SelectMany(answer => answer.Answers.AddressRecords()).Select(record => record.Address).Distinct().ToList();
        if (addresses.Count > 0) return addresses;
        if (answers.Any(answer => answer.Header.ResponseCode == DnsHeaderResponseCode.NotExistentDomain)) throw new SocketException((int)SocketError.HostNotFound);
        if (answers.Any(answer => answer.HasError)) throw new SocketException((int)SocketError.TryAgain);
        return [];
    }

    private static List<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var six = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        var four = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetwork).ToList();
        return [.. Enumerable.Range(0, Math.Max(six.Count, four.Count)).SelectMany(i => six.Skip(i).Take(1).Concat(four.Skip(i).Take(1))).Take(MaxAddresses)];
    }
}
