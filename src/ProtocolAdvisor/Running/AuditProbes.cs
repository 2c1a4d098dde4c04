using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>
/// The probes of audits, by the pace at which they go: those that keep to the same pace share their results and their part of each target's
/// limits, in front of the limits that hold
/// for everybody. A slow audit's queue holds nobody up but that audit.
/// </summary>
/// <param name="options">The limits that hold for everybody.</param>
/// <param name="make">Makes what probes through gates for hosts and addresses.</param>
/// <param name="gates">Makes the gates of audits.</param>
/// <param name="host">The gate of mail hosts that everybody passes.</param>
/// <param name="address">The same of addresses.</param>
/// <param name="nodes">Asks the node to which a mail host belongs; null where this process is alone.</param>
/// <param name="clock">Measures.</param>
internal sealed class AuditProbes(
    TargetOptions options, Func<TargetGate, TargetGate, PoliteProbe> make, GateSource gates, TargetGate host, TargetGate address, AskNode? nodes, TimeProvider clock) : IDisposable
{
    // A pace that nobody has gone at for so long has no audit under way, and what it has learned is old.
    private static readonly TimeSpan Forgotten = 2 * AuditPoliteness.ProbeKeep;

    private readonly Lock _lock = new();
    private readonly List<Pace> _paces = [];

    // What is made here serves all who ask here, be it another node; what this node's own runs ask goes to the host's node, where there are
    // several.
    private sealed record Pace(GateLimits Host, GateLimits Address, PoliteProbe Probe, ProbesInFlight Here, ProbesInFlight Shared)
    {
        public long UsedAt { get; set; }
    }

    /// <summary>Joins the probe of an endpoint, or begins it.</summary>
    /// <param name="politeness">The audit's.</param>
    /// <param name="endpoint">What is probed.</param>
    /// <param name="again">As in <see cref="ProbesInFlight.JoinAsync"/>.</param>
    /// <param name="deadline">The run's time.</param>
    internal Task<Probed> JoinAsync(AuditPoliteness politeness, MailEndpoint endpoint, bool again, Deadline deadline) =>
        At(politeness.PerHostPerMinute).Shared.JoinAsync(endpoint, again, deadline, politeness.Since);

    /// <summary>Answers another node, or this one, for which the host is this node's: what is probed here serves all.</summary>
    /// <param name="order">A <see cref="NodeOrder"/>.</param>
    /// <param name="cancellationToken">Nobody waits any more.</param>
    /// <returns>A <see cref="NodeReply"/>.</returns>
    internal async Task<string> AnswerAsync(string order, CancellationToken cancellationToken)
    {
        var asked = NodeOrder.Parse(order);
        using var deadline = new Deadline(TimeSpan.FromMilliseconds(asked.LeftMs), clock, cancellationToken);
        return (await NodeReply.ToAsync(asked, At(asked.PerHostPerMinute).Here, deadline)).ToJson();
    }

    private Pace At(int? perMinute)
    {
        var (ofHost, ofAddress) = (TargetOptions.ForAudit(options.PerHost, perMinute), TargetOptions.ForAudit(options.PerAddress, perMinute));
        lock (_lock)
        {
            if (_paces.Find(x => x.Host == ofHost && x.Address == ofAddress) is not { } pace)
            {
                foreach (var old in _paces.Where(x => clock.GetElapsedTime(x.UsedAt) > Forgotten).ToList()) Forget(old);
                _paces.Add(pace = Begin(perMinute, ofHost, ofAddress));
            }

            pace.UsedAt = clock.GetTimestamp();
            return pace;
        }
    }

    private void Forget(Pace pace)
    {
        _paces.Remove(pace);
        pace.Probe.Dispose();
    }

    private Pace Begin(int? perMinute, GateLimits ofHost, GateLimits ofAddress)
    {
        var probe = make(new GateInFront(gates(GateUse.AuditedHost, ofHost), host), new GateInFront(gates(GateUse.AuditedAddress, ofAddress), address));
        var here = new ProbesInFlight((endpoint, _, _, deadline) => probe.ProbeAsync(endpoint, keepOpen: false, deadline), ProbeKeep.ForAudits, clock);
        var shared = nodes is null ? here : new ProbesInFlight(new ProbeElsewhere(nodes, perMinute, here).ProbeAsync, ProbeKeep.ForAudits, clock);
        return new Pace(ofHost, ofAddress, probe, here, shared);
    }

    /// <summary>Frees what was kept of addresses.</summary>
    public void Dispose()
    {
        lock (_lock) _paces.ToList().ForEach(Forget);
    }
}
