using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>
/// Asks the system for a host's addresses, as any program would: hosts file included. The system waits five seconds for a dead name server before it asks the next; where it
/// takes long or fails, the name servers are asked past it, and whoever knows something first counts.
/// </summary>
/// <param name="servers">Whom to ask past the system.</param>
/// <param name="clock">Tells the time.</param>
internal sealed class SystemResolver(NameServers servers, TimeProvider clock)
{
    // Those above wait for a turn no longer than for an answer.
    private const int MostAtOnce = 16;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan HeadStart = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan SlowFor = TimeSpan.FromMinutes(1);

    /// <summary>The process's, whose threads they hold.</summary>
    private static readonly SemaphoreSlim Turns = new(MostAtOnce);

    private long _slowAt = long.MinValue;

    // Its first name server is dead, as it seems: not every question shall wait for that anew.
    private bool IsSlow => Interlocked.Read(ref _slowAt) is var at && at != long.MinValue && clock.GetElapsedTime(at) < SlowFor;

    /// <summary>The host's addresses, or why there are none.</summary>
    internal async Task<DnsReply<IPAddress>> AskAsync(string host)
    {
        using var limit = new CancellationTokenSource(Limit, clock);
        try
        {
            var system = AskTwiceAsync(host, limit.Token);
            if (!IsSlow && await Task.WhenAny(system, Task.Delay(HeadStart, clock, limit.Token)) == system && await system is { Failure: not FailureKind.LookupFailed } soon) return soon;
            if (HostsFile.Has(host)) return await system; // the name servers may know another host of that name
            if (!system.IsCompleted && !IsSlow) Interlocked.Exchange(ref _slowAt, clock.GetTimestamp());

            var failure = FailureKind.LookupFailed;
            await foreach (var asked in Task.WhenEach(system, servers.AddressesAsync(host)))
            {
                var reply = await asked;
                if (reply.Failure is FailureKind.LookupImpossible) failure = FailureKind.LookupImpossible;
                else if (reply.Failure is not FailureKind.LookupFailed) return reply;
            }

            if (failure == FailureKind.LookupFailed && !await servers.AnswersAsync()) failure = FailureKind.LookupImpossible;
            return Failed(failure);
        }
        finally
        {
            await limit.CancelAsync(); // whoever still waits for a turn
        }
    }

    // A second time after a passing fault, but not once the time is up.
    private async Task<DnsReply<IPAddress>> AskTwiceAsync(string host, CancellationToken token)
    {
        var reply = await AskOnceAsync(host, token);
        return reply.Failure == FailureKind.LookupFailed && !token.IsCancellationRequested ? await AskOnceAsync(host, token) : reply;
    }

    private async Task<DnsReply<IPAddress>> AskOnceAsync(string host, CancellationToken token)
    {
        try
        {
            await Turns.WaitAsync(token);
            return await OnOwnThreadAsync(host).WaitAsync(token);
        }
        catch (OperationCanceledException)
        {
            return Failed(FailureKind.LookupFailed);
        }
    }

    // getaddrinfo(3) cannot be awaited, and a pool has no more threads than the machine has cores until it has waited for some: a dozen questions behind a dead name server
    // held all of them, and nothing else went on for seconds.
    private Task<DnsReply<IPAddress>> OnOwnThreadAsync(string host)
    {
        var answer = new TaskCompletionSource<DnsReply<IPAddress>>(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            new Thread(Ask) { IsBackground = true }.Start();
        }
        catch (OutOfMemoryException)
        {
            Turns.Release();
            answer.SetResult(Failed(FailureKind.LookupImpossible)); // the system gives us no thread
        }

        return answer.Task;

        void Ask()
        {
            try
            {
                answer.SetResult(SystemResolver.Ask(host));
            }
            catch (Exception e)
            {
                answer.SetException(e);
            }
            finally
            {
                Turns.Release();
            }
        }
    }

    private static DnsReply<IPAddress> Ask(string host)
    {
        try
        {
            return new DnsReply<IPAddress>([.. Dns.GetHostAddresses(HostsFile.Spelled(host)).Take(ResolverAnswer.MaxRecords)], false);
        }
        catch (SocketException e)
        {
            return e.SocketErrorCode switch
            {
                SocketError.NoData => new DnsReply<IPAddress>([], false),
                SocketError.HostNotFound => Failed(FailureKind.HostNotFound),
                _ when FailureClassifier.IsLocal(e) => Failed(FailureKind.LookupImpossible),
                _ => Failed(FailureKind.LookupFailed),
            };
        }
    }

    private static DnsReply<IPAddress> Failed(FailureKind kind) => new([], false, kind);
}
