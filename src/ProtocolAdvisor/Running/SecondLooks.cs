using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// What a run looks at behind its probes and sessions: the other addresses of each host, whether old TLS is still taken, and USER without
/// TLS. Nothing waits for it but the report, and it is left where there is no time.
/// </summary>
internal sealed class SecondLooks(RunContext run)
{
    // What must be left for it to be begun, and what is left to the report.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan ForTheReport = TimeSpan.FromMilliseconds(100);

    // Addresses of one host that are looked at, over all its endpoints: a large provider has many, and they are much alike.
    private const int MostFurther = 8;

    // The same over all hosts of a run: twenty names may lead to the same eight addresses.
    private const int MostFurtherInAll = 16;

    private readonly Lock _lock = new();
    private readonly Dictionary<HostName, Task<Task>> _oldTls = [];
    private readonly Dictionary<MailEndpoint, Task> _userInClear = [];
    private readonly HashSet<HostName> _crowded = [];

    /// <summary>
    /// An endpoint's connection is closed: it may be asked for old TLS, or about USER, while others are still being probed. For old TLS one
    /// endpoint of a host speaks for it.
    /// </summary>
    internal void Begin(SecondLook? look)
    {
        if (look is null) return;
        var host = look.Probe.Endpoint.Host;
        lock (_lock)
        {
            if (look.Probe.WasTurnedAway) _crowded.Add(host);
            if (look.MayTakeOldTls && !_crowded.Contains(host) && !_oldTls.ContainsKey(host)) _oldTls[host] = AskForOldTlsAsync(look);
            if (look.OffersUserInClear && !_crowded.Contains(host) && !_userInClear.ContainsKey(look.Probe.Endpoint))
                _userInClear[look.Probe.Endpoint] = AskForUserAsync(look);
        }
    }

    /// <summary>Looks at whatever was not looked at yet; results are on the board.</summary>
    internal async Task RunAsync(IReadOnlyList<SecondLook> looks)
    {
        if (run.Deadline.Left < Enough) return;
        using var spare = new Deadline(run.Deadline.Left - ForTheReport, run.Clock, run.Deadline.Caller);
        try
        {
            await Task.WhenAll(looks.Select(look => look.Dialled)).WaitAsync(spare.Token);
            await AddressesAsync(looks, spare);
            if (looks.Any(IsOpen)) await run.Departures.AllAsync().WaitAsync(spare.Token);
            lock (_lock) _crowded.Clear();
            foreach (var look in looks) Begin(look);
            await Task.WhenAll([.. _oldTls.Values, .. _userInClear.Values]).WaitAsync(spare.Token);
        }
        catch (OperationCanceledException) when (!run.Deadline.Caller.IsCancellationRequested)
        {
            // The report does not wait.
        }
    }

    // Whether it has a question left that opens a connection.
    private static bool IsOpen(SecondLook look) => (look.MayTakeOldTls && !look.KnowsOldTls) || look.OffersUserInClear;

    /// <summary>Waits until no question is under way any more, so that whoever comes next is alone.</summary>
    internal async Task AloneAsync()
    {
        foreach (var question in _oldTls.Values.ToList()) await await question;
        await Task.WhenAll(_userInClear.Values.ToList());
    }

    private async Task<Task> AskForOldTlsAsync(SecondLook look)
    {
        var (taken, left) = await look.TakesOldTlsAsync();
        if (taken is { } known) run.Board.LearnOldTls(look.Probe.Endpoint, known);
        return left;
    }

    private async Task AskForUserAsync(SecondLook look)
    {
        if (await look.UserInClearAsync() is { } reply) run.Board.LearnUserInClear(look.Probe.Endpoint, reply);
    }

    // All at once; and what was turned away in company, once more alone.
    private async Task AddressesAsync(IReadOnlyList<SecondLook> looks, Deadline spare)
    {
        var (several, further, inAll) = (new List<SecondLook>(), new Dictionary<HostName, int>(), 0);
        foreach (var look in looks)
        {
            var dialled = await look.Dialled;
            run.Board.LearnDialled(look.Probe.Endpoint, dialled); // the pool tells it, too, but whoever waits for the task may be there first
            var (host, others) = (look.Probe.Endpoint.Host, dialled.Count(x => x.Outcome == StepOutcome.Completed) - 1);
            if (others < 1 || further.GetValueOrDefault(host) + others > MostFurther || inAll + others > MostFurtherInAll) continue;
            inAll += others;
            further[host] = further.GetValueOrDefault(host) + others;
            several.Add(look);
        }

        var seen = await Task.WhenAll(several.Select(look => LearnAsync(look, look.AddressesAsync(), spare)));
        if (several.Count < 2) return;
        foreach (var (look, addresses) in several.Zip(seen))
        {
            if (addresses.Any(x => ProbeResult.IsTurningAway(x.Fault))) await LearnAsync(look, look.AddressesAloneAsync(), spare);
        }
    }

    private async Task<IReadOnlyList<AddressResult>> LearnAsync(SecondLook look, Task<IReadOnlyList<AddressResult>> addresses, Deadline spare)
    {
        var seen = await addresses.WaitAsync(spare.Token);
        run.Board.Learn(look.Probe.Endpoint, seen);
        return seen;
    }
}
