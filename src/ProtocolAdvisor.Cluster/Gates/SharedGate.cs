using ProtocolAdvisor.Cluster.Hosting;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Cluster.Gates;

/// <summary>
/// The gate that all nodes share: each target's stands on one of them. Where that cannot be reached, the turn is waited for as long as the caller can: a limit that nobody keeps
/// is not taken for none.
/// </summary>
/// <param name="use">What it is for.</param>
/// <param name="limits">How much one target may be asked.</param>
/// <param name="link">The way to the cluster.</param>
/// <param name="memory">What this node holds.</param>
/// <param name="clock">Measures.</param>
internal sealed class SharedGate(string use, GateLimits limits, ClusterLink link, PermitMemory memory, TimeProvider clock) : TargetGate
{
    private static readonly TimeSpan TryAgain = TimeSpan.FromMilliseconds(100);
    private readonly GateBounds _bounds = GateBounds.Of(limits);

    /// <inheritdoc/>
    internal override async Task<GatePermit?> AcquireAsync(string target, CancellationToken token)
    {
        var (gate, permit) = (Gate(target), Guid.NewGuid());
        while (true)
        {
            token.ThrowIfCancellationRequested();
            if (await TryAsync(gate, permit, token) is { } reply)
            {
                if (!reply.Granted) return null;
                memory.Given(gate, permit, limits, reply.Left);
                return new SharedPermit(this, gate, permit);
            }

            await AwhileAsync(gate, permit, token);
        }
    }

    // What no answer has come from may have given the permit: whoever leaves meanwhile brings it back.
    private async Task AwhileAsync(string gate, Guid permit, CancellationToken token)
    {
        try
        {
            await Task.Delay(TryAgain, clock, token);
        }
        catch (OperationCanceledException)
        {
            Return(gate, permit, null);
            throw;
        }
    }

    /// <inheritdoc/>
    internal override bool HasPlenty(HostName host) => memory.HasPlenty(Gate(host.Value));

    private string Gate(string target) => $"{use}|{target}";

    // Null where the gate cannot be reached now.
    private async Task<GateReply?> TryAsync(string gate, Guid permit, CancellationToken token)
    {
        if (link.Node is not { } node) return null;
        try
        {
            return await node.Grain<IGateGrain>(gate).AcquireAsync(permit, node.Address, _bounds, token);
        }
        catch (OperationCanceledException) when (token.IsCancellationRequested)
        {
            Return(gate, permit, null);
            throw;
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
            return null;
        }
    }

    // Nobody waits for it: where it does not arrive, the lease ends by itself.
    private void Return(string gate, Guid permit, bool? answered)
    {
        memory.Returned(gate, permit);
        try
        {
            link.Node?.Grain<IGateGrain>(gate).ReturnAsync(permit, answered).Ignore();
        }
        catch (Exception fault) when (ClusterTrouble.Is(fault))
        {
        }
    }

    private sealed class SharedPermit(SharedGate gates, string gate, Guid permit) : GatePermit
    {
        private bool? _answered;

        internal override void Report(bool answered) => _answered = answered;

        protected override void Release() => gates.Return(gate, permit, _answered);
    }
}
