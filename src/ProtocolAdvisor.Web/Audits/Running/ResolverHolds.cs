using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Web.Audits.Tables;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Audits.Running;

/// <summary>Has an audit say that it waits for our name servers, and that it goes on: once for all of its subjects that wait.</summary>
internal sealed class ResolverHolds
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromSeconds(1);
    private readonly SharedWork<string, bool> _waits;

    /// <summary>Of all audits of this process.</summary>
    /// <param name="store">Where an audit says so.</param>
    /// <param name="resolver">What it waits for.</param>
    /// <param name="lifetime">Ends the waiting.</param>
    /// <param name="clock">Tells the time.</param>
    /// <param name="log">Told when an audit begins to wait.</param>
    public ResolverHolds(AuditWorkStore store, ResolverGate resolver, IHostApplicationLifetime lifetime, TimeProvider clock, ILogger<AuditShard> log)
    {
        _waits = new(WaitAsync);

        async Task<bool> WaitAsync(string auditId)
        {
            if (await TryAsync(auditId, StoredAuditHold.Resolver) is true) log.AuditHeld();
            await resolver.OpenAsync(lifetime.ApplicationStopping);

            // Who cannot write that he goes on cannot write results either: so he may as well wait, and never says for ever what was true once.
            while (await TryAsync(auditId, null) is null) await Task.Delay(TryAgain, clock, lifetime.ApplicationStopping);
            return true;
        }

        async Task<bool?> TryAsync(string auditId, StoredAuditHold? hold)
        {
            try
            {
                return await store.HoldAsync(auditId, hold, lifetime.ApplicationStopping);
            }
            catch (StorageUnavailableException)
            {
                // It says so by itself.
                return null;
            }
        }
    }

    /// <summary>Waits with the others of the audit. The <paramref name="cancellationToken"/> ends this caller's waiting only.</summary>
    public Task WaitAsync(string auditId, CancellationToken cancellationToken) => _waits.JoinAsync(auditId, cancellationToken);
}
