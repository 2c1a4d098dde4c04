using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>
/// Has an audit say that it waits for our name servers, and that it goes on: once for all of its subjects that wait. As long as they do it
/// says so again and again, for whoever takes an audit up, on whichever node, begins with saying that it goes on.
/// </summary>
internal sealed class ResolverHolds
{
    private static readonly TimeSpan Again = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);
    private readonly ResolverGate _resolver;
    private readonly SharedWork<string, bool> _waits;
    private readonly SharedWork<string, bool> _ends;

    /// <summary>Of all audits of this process.</summary>
    /// <param name="store">Where an audit says so.</param>
    /// <param name="resolver">What it waits for.</param>
    /// <param name="lifetime">Ends the waiting.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="log">Told when an audit begins to wait.</param>
    public ResolverHolds(AuditWorkStore store, ResolverGate resolver, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<AuditShard> log)
    {
        var stopping = lifetime.ApplicationStopping;
        (_resolver, _waits, _ends) = (resolver, new(WaitAsync), new(EndAsync));

        async Task<bool> WaitAsync(string auditId)
        {
            if (await TryAsync(auditId, StoredAuditHold.Resolver) is true) log.AuditHeld();
            await resolver.OpenAsync(stopping).WaitAsync(Again, clock, stopping).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            stopping.ThrowIfCancellationRequested();
            return true;
        }

        // Who cannot write that he goes on cannot write results either: so he may as well wait, and never says for ever what was true once.
        async Task<bool> EndAsync(string auditId)
        {
            while (await TryAsync(auditId, null) is null) await Task.Delay(TryAgain, clock, stopping);
            return true;
        }

        async Task<bool?> TryAsync(string auditId, StoredAuditHold? hold)
        {
            try
            {
                return await store.HoldAsync(auditId, hold, stopping);
            }
            catch (StorageUnavailableException)
            {
                // It says so by itself.
                return null;
            }
        }
    }

    /// <summary>Waits with the others of the audit until names can be looked up. The <paramref name="cancellationToken"/> ends this caller's waiting only.</summary>
    public async Task WaitAsync(string auditId, CancellationToken cancellationToken)
    {
        if (!_resolver.IsShut) return;
        while (_resolver.IsShut) await _waits.JoinAsync(auditId, cancellationToken);
        await _ends.JoinAsync(auditId, cancellationToken);
    }
}
