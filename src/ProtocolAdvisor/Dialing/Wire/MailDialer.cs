using System.Net;
using System.Net.Sockets;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>How dialling a host's port went.</summary>
/// <param name="Connection">The first connection established; null when none was.</param>
/// <param name="Address">The address that it leads to.</param>
/// <param name="Failure">Why there is none: the failure of the first address that was really tried.</param>
/// <param name="ElapsedMs">Milliseconds to the first connection, or to the last failure.</param>
/// <param name="Addresses">Every address with its outcome; ready at most two seconds after the first connection.</param>
internal sealed record DialResult(MailConnection? Connection, IPAddress? Address, Failure? Failure, double ElapsedMs, Task<IReadOnlyList<AddressResult>> Addresses);

/// <summary>
/// Dials all addresses of a host as RFC 8305 §5 says: in order, the next 250 ms after the last or as soon as it fails. The first to answer
/// is used; the others are dialled too and then closed, because an address that does not answer is a finding. Callers that only want one
/// answer can leave this out.
/// </summary>
internal sealed class MailDialer(AddressPolicy policy, TimeProvider clock)
{
    private static readonly TimeSpan AttemptDelay = TimeSpan.FromMilliseconds(250);

    // A lost SYN is sent again after a second: an address that lost one may still answer.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LocalAnswer = TimeSpan.FromMilliseconds(2);

    /// <summary>How long one address may take to answer.</summary>
    internal static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    private sealed record Attempt(IPAddress Address, Socket? Socket, StepOutcome Outcome, double ElapsedMs, Failure? Failure);

    /// <summary>
    /// Dials <paramref name="port"/> at <paramref name="addresses"/>, which the resolver has judged, for at most <paramref name="limit"/>:
    /// at all of them, or where <paramref name="dialsAll"/> is false until one answers.
    /// </summary>
    internal async Task<DialResult> DialAsync(IReadOnlyList<IPAddress> addresses, int port, TimeSpan limit, Deadline deadline, bool dialsAll = true)
    {
        var start = clock.GetTimestamp();
        var others = deadline.Step(limit); // disposed by the report, which outlives this call
        var race = new List<Task<Attempt>>();
        Attempt? winner = null;
        foreach (var address in addresses)
        {
            race.Add(TryAsync(new IPEndPoint(address, port), deadline, others.Token));
            winner = await FirstConnectedAsync(race, race.Count < addresses.Count ? AttemptDelay : Timeout.InfiniteTimeSpan);
            if (winner is not null) break;
        }

        var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
        if (dialsAll) race.AddRange(addresses.Skip(race.Count).Select(address => TryAsync(new IPEndPoint(address, port), deadline, others.Token)));
        others.Shorten(dialsAll ? Grace : TimeSpan.Zero);
        var all = ReportAsync(race, winner, others);
        if (deadline.Caller.IsCancellationRequested)
        {
            winner?.Socket!.Dispose();
            await all;
            throw new OperationCanceledException(deadline.Caller);
        }

        var connection = winner is null ? null : new MailConnection(new MeteredStream(winner.Socket!, clock), clock);
        return new DialResult(connection, winner?.Address, winner is null ? Decisive(await Task.WhenAll(race)).Failure : null, elapsed, all);
    }

    // What our own machine cannot reach must not hide what the server said to the address that was reached.
    private static Attempt Decisive(Attempt[] race) => race.FirstOrDefault(attempt => attempt.Outcome == StepOutcome.Failed) ?? race[0];

    // Never throws: an attempt that threw would leave those beside it unclosed. The caller's cancellation is thrown when all are closed.

    private async Task<Attempt> TryAsync(IPEndPoint target, Deadline deadline, CancellationToken token)
    {
        var start = clock.GetTimestamp();
        Attempt Failed(FailureKind kind, StepOutcome outcome = StepOutcome.Failed)
        {
            var elapsed = clock.GetElapsedTime(start).TotalMilliseconds;
            return new(target.Address, null, outcome, elapsed, new Failure(MailStep.Connect, kind, null, elapsed));
        }

        if (!policy.Allows(target.Address) || !policy.AllowsPort(target.Port)) return Failed(FailureKind.AddressBlocked, StepOutcome.NotAttempted);
        Socket? socket = null;
        try
        {
            socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(target, token);
            return new Attempt(target.Address, socket, StepOutcome.Completed, clock.GetElapsedTime(start).TotalMilliseconds, null);
        }
        catch (Exception e)
        {
            socket?.Dispose();
            var kind = FailureClassifier.KindOf(e, deadline) ?? FailureKind.TimedOut; // cancelled: nobody will read it
            // Our own machine has no way to this family: that says nothing of the server.
            var ours = kind == FailureKind.HostUnreachable && clock.GetElapsedTime(start) < LocalAnswer;
            return Failed(kind, ours ? StepOutcome.NotAttempted : StepOutcome.Failed);
        }
    }

    private async Task<Attempt?> FirstConnectedAsync(IEnumerable<Task<Attempt>> race, TimeSpan patience)
    {
        var pending = race.ToList();
        var delay = Task.Delay(patience, clock);
        while (pending.Count > 0)
        {
            var done = await Task.WhenAny([.. pending, delay]);
            if (done == delay) return null;
            var attempt = await (Task<Attempt>)done;
            if (attempt.Socket is not null) return attempt;
            pending.Remove((Task<Attempt>)done);
        }

        return null;
    }

    private static async Task<IReadOnlyList<AddressResult>> ReportAsync(List<Task<Attempt>> race, Attempt? winner, CancellationTokenSource limit)
    {
        using var _ = limit;
        var results = new List<AddressResult>();
        foreach (var task in race)
        {
            var attempt = await task;
            if (!ReferenceEquals(attempt, winner)) attempt.Socket?.Dispose();
            results.Add(new AddressResult(
                attempt.Address.ToString(),
                attempt.Address.AddressFamily == AddressFamily.InterNetwork ? AddressFamilyName.Ipv4 : AddressFamilyName.Ipv6,
                attempt.Outcome, attempt.Outcome == StepOutcome.Completed ? attempt.ElapsedMs : null, attempt.Failure));
        }

        return results;
    }
}
