using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Names;

/// <summary>The addresses of a host, or why there are none.</summary>
/// <param name="Addresses">In dialling order (RFC 8305 §4: families alternate, IPv6 first); at most eight.</param>
/// <param name="Failure">Why nothing may be dialled.</param>
/// <param name="ElapsedMs">Milliseconds that the lookup took.</param>
internal sealed record ResolvedHost(IReadOnlyList<IPAddress> Addresses, Failure? Failure, double ElapsedMs);

/// <summary>
/// Looks a host up, once, and judges every answer: one forbidden address refuses the whole host, so that no rebinding and no mixed answer
/// is a way in. What comes out is dialled as it is; nothing is looked up again.
/// </summary>
internal sealed class HostResolver(AddressPolicy policy, DnsLookup dns, TimeProvider clock)
{
    private const int MaxAddresses = 8;
    private const int AnyPort = 1;

    /// <summary>Resolves <paramref name="host"/>; a literal is judged without any lookup.</summary>
    internal async Task<ResolvedHost> ResolveAsync(HostName host, Deadline deadline)
    {
        if (!policy.Allows(host)) return Failed(FailureKind.AddressBlocked, 0, host.Value);
        if (host.Address is not null) return new ResolvedHost([host.Address], null, 0);
        var start = clock.GetTimestamp();
        double Elapsed() => clock.GetElapsedTime(start).TotalMilliseconds;
        try
        {
            return Judge(await dns.AddressesAsync(host, deadline.Token), Elapsed());
        }
        catch (OperationCanceledException) when (!deadline.Caller.IsCancellationRequested)
        {
            return Failed(FailureKind.DeadlineReached, Elapsed());
        }
    }

    private ResolvedHost Judge(DnsReply<IPAddress> reply, double elapsedMs)
    {
        if (reply.Failure is { } failure) return Failed(failure, elapsedMs);
        if (reply.Records.Count == 0) return Failed(FailureKind.NoAddress, elapsedMs);
        var forbidden = reply.Records.FirstOrDefault(address => !policy.AllowsResolved(address));
        return forbidden is null
            ? new ResolvedHost(Interleave(TranslatedAddress.Resolved(reply.Records, policy, HasRoute)), null, elapsedMs) : Failed(FailureKind.AddressBlocked, elapsedMs, forbidden.ToString());
    }

    private static bool HasRoute(IPAddress address) => LocalRoute.Exists(new IPEndPoint(address, AnyPort));

    private static ResolvedHost Failed(FailureKind kind, double elapsedMs, string? reply = null) =>
        new([], new Failure(MailStep.Resolve, kind, reply, elapsedMs), elapsedMs);

    private static List<IPAddress> Interleave(IReadOnlyList<IPAddress> addresses)
    {
        var six = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetworkV6).ToList();
        var four = addresses.Where(x => x.AddressFamily == AddressFamily.InterNetwork).ToList();
        return [.. Enumerable.Range(0, Math.Max(six.Count, four.Count)).SelectMany(i => six.Skip(i).Take(1).Concat(four.Skip(i).Take(1))).Take(MaxAddresses)];
    }
}
