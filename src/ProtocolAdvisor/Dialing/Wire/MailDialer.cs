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
internal sealed class MailDialer : IDisposable
{
    private static readonly TimeSpan AttemptDelay = TimeSpan.FromMilliseconds(250);

    // A lost SYN is sent again after a second: an address that lost one may still answer.
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    // That it was our own queue in which the time went must still be told.
    private static readonly TimeSpan LastWords = TimeSpan.FromMilliseconds(200);

    /// <summary>How long one address may take to answer.</summary>
    internal static readonly TimeSpan ConnectLimit = TimeSpan.FromSeconds(5);

    private readonly AddressPolicy _policy;
    private readonly TimeProvider _clock;
    private readonly TargetGate _perAddress;
    private readonly TargetGate _dials;
    private readonly AliveAddresses _alive;

    /// <summary>A dialler.</summary>
    /// <param name="policy">What may be dialled.</param>
    /// <param name="clock">Measures.</param>
    /// <param name="perAddress">Politeness towards one address, whatever names lead to it.</param>
    /// <param name="dials">How many are dialled at once, over all addresses: each holds a file, and a silent one does so for seconds.</param>
    internal MailDialer(AddressPolicy policy, TimeProvider clock, TargetGate perAddress, TargetGate dials)
    {
        (_policy, _clock, _perAddress, _dials) = (policy, clock, perAddress, dials);
        _alive = new AliveAddresses(LookAsync, clock);
    }

    private sealed record Attempt(IPAddress Address, Socket? Socket, StepOutcome Outcome, double ElapsedMs, Failure? Failure)
    {
        /// <summary>The leave to be connected; goes with the socket.</summary>
        internal GatePermit? Permit { get; init; }

        /// <summary>How long our own politeness kept it waiting: no part of any server's time.</summary>
        internal double WaitedMs { get; init; }

        internal AddressResult Told => new(
            Address.ToString(),
            Address.AddressFamily == AddressFamily.InterNetwork ? AddressFamilyName.Ipv4 : AddressFamilyName.Ipv6,
            Outcome,
            Outcome == StepOutcome.Completed ? ElapsedMs : null,
            Failure);

        internal void Close()
        {
            Socket?.Dispose();
            Permit?.Dispose();
        }
    }

    /// <summary>
    /// Dials <paramref name="port"/> at <paramref name="addresses"/>, which the resolver has judged, for at most <paramref name="limit"/>:
    /// at all of them, or where <paramref name="dialsAll"/> is false until one answers.
    /// </summary>
    internal async Task<DialResult> DialAsync(IReadOnlyList<IPAddress> addresses, int port, TimeSpan limit, Deadline deadline, bool dialsAll = true)
    {
        var start = _clock.GetTimestamp();

        // Waiting for a turn is no part of what an address may take: that begins with the first turn. Disposed by the report, which outlives this call.
        var others = deadline.Step(deadline.Left - LastWords is var left && left > limit ? left : limit);
        var begun = 0;
        void Begin()
        {
            if (Interlocked.Exchange(ref begun, 1) == 0) others.Shorten(limit);
        }

        var race = new List<Task<Attempt>>();
        Attempt? winner = null;
        foreach (var address in addresses)
        {
            race.Add(TryAsync(new IPEndPoint(address, port), deadline, others.Token, Begin));
            winner = await FirstConnectedAsync(race, race.Count < addresses.Count ? AttemptDelay : Timeout.InfiniteTimeSpan);
            if (winner is not null) break;
        }

        var elapsed = _clock.GetElapsedTime(start).TotalMilliseconds - (winner?.WaitedMs ?? 0);
        var rest = dialsAll ? addresses.Skip(race.Count).Select(address => IsAliveAsync(new IPEndPoint(address, port), deadline, others.Token)).ToList() : [];
        others.Shorten(dialsAll ? Grace : TimeSpan.Zero);
        var all = ReportAsync(race, winner, rest, others);
        if (deadline.Caller.IsCancellationRequested)
        {
            winner?.Close();
            await all;
            throw new OperationCanceledException(deadline.Caller);
        }

        var connection = winner is null ? null : new MailConnection(new MeteredStream(winner.Socket!, winner.Address, _clock), _clock, winner.Permit);
        return new DialResult(connection, winner?.Address, winner is null ? Decisive(await Task.WhenAll(race)).Failure : null, elapsed, all);
    }

    // What our own machine cannot reach must not hide what the server said to the address that was reached.
    private static Attempt Decisive(Attempt[] race) => race.FirstOrDefault(attempt => attempt.Outcome == StepOutcome.Failed) ?? race[0];

    // Never throws: an attempt that threw would leave those beside it unclosed. The caller's cancellation is thrown when all are closed.
    private async Task<Attempt> TryAsync(IPEndPoint target, Deadline deadline, CancellationToken token, Action? began = null)
    {
        var start = _clock.GetTimestamp();
        Attempt Failed(FailureKind kind, StepOutcome outcome = StepOutcome.Failed)
        {
            var elapsed = _clock.GetElapsedTime(start).TotalMilliseconds;
            return new(target.Address, null, outcome, elapsed, new Failure(MailStep.Connect, kind, null, elapsed));
        }

        if (!_policy.AllowsResolved(target.Address) || !_policy.AllowsPort(target.Port)) return Failed(FailureKind.AddressBlocked, StepOutcome.NotAttempted);
        if (await PermitAsync(_perAddress, target.Address.ToString(), token) is not { } permit) return Failed(FailureKind.TargetBusy, StepOutcome.NotAttempted);
        using var turn = await PermitAsync(_dials, "all", token);
        if (turn is null)
        {
            permit.Dispose();
            return Failed(FailureKind.TargetBusy, StepOutcome.NotAttempted);
        }

        began?.Invoke();
        var waited = _clock.GetElapsedTime(start).TotalMilliseconds;
        start = _clock.GetTimestamp();
        Socket? socket = null;
        try
        {
            socket = new Socket(target.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            await socket.ConnectAsync(target, token);
            permit.Report(answered: true);
            return new Attempt(target.Address, socket, StepOutcome.Completed, _clock.GetElapsedTime(start).TotalMilliseconds, null) { Permit = permit, WaitedMs = waited };
        }
        catch (Exception e)
        {
            socket?.Dispose();
            permit.Dispose();
            var kind = FailureClassifier.KindOf(e, deadline) ?? FailureKind.TimedOut; // cancelled: nobody will read it
            if (kind == FailureKind.HostUnreachable && !LocalRoute.Exists(target)) kind = FailureKind.LocalFault;
            return Failed(kind, kind == FailureKind.LocalFault ? StepOutcome.NotAttempted : StepOutcome.Failed);
        }
    }

    private static async Task<GatePermit?> PermitAsync(TargetGate gate, string target, CancellationToken token)
    {
        try
        {
            return await gate.AcquireAsync(target, token);
        }
        catch (OperationCanceledException)
        {
            return null; // the turn did not come in time
        }
    }

    // Nobody wants to talk to it: whether it answers is a fact about the host.
    private async Task<AddressResult> IsAliveAsync(IPEndPoint target, Deadline deadline, CancellationToken token)
    {
        var start = _clock.GetTimestamp();
        try
        {
            return await _alive.LookAsync(target, token);
        }
        catch (OperationCanceledException e)
        {
            var elapsed = _clock.GetElapsedTime(start).TotalMilliseconds;
            var kind = FailureClassifier.KindOf(e, deadline) ?? FailureKind.TimedOut;
            return new Attempt(target.Address, null, StepOutcome.Failed, elapsed, new Failure(MailStep.Connect, kind, null, elapsed)).Told;
        }
    }

    private async Task<AddressResult> LookAsync(IPEndPoint target)
    {
        using var deadline = new Deadline(ConnectLimit, _clock, CancellationToken.None);
        using var limit = deadline.Step(Grace);
        var attempt = await TryAsync(target, deadline, limit.Token);
        attempt.Close();
        return attempt.Told;
    }

    private async Task<Attempt?> FirstConnectedAsync(IEnumerable<Task<Attempt>> race, TimeSpan patience)
    {
        var pending = race.ToList();
        var delay = Task.Delay(patience, _clock);
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

    private static async Task<IReadOnlyList<AddressResult>> ReportAsync(
        List<Task<Attempt>> race, Attempt? winner, List<Task<AddressResult>> rest, CancellationTokenSource limit)
    {
        using var _ = limit;
        var results = new List<AddressResult>();
        foreach (var task in race)
        {
            var attempt = await task;
            if (!ReferenceEquals(attempt, winner)) attempt.Close();
            results.Add(attempt.Told);
        }

        return [.. results, .. await Task.WhenAll(rest)];
    }

    public void Dispose() => _alive.Dispose();
}
