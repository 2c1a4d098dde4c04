using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Dialing;

/// <summary>Two gates that have to be passed: those who wait for the limits of the first do it there, and stand in nobody's way at the second.</summary>
/// <param name="front">Some callers' own.</param>
/// <param name="behind">Everybody's.</param>
internal sealed class GateInFront(TargetGate front, TargetGate behind) : TargetGate
{
    /// <inheritdoc/>
    internal override async Task<GatePermit?> AcquireAsync(string target, CancellationToken token)
    {
        if (await front.AcquireAsync(target, token) is not { } first) return null;
        GatePermit? second = null;
        try
        {
            second = await behind.AcquireAsync(target, token);
        }
        finally
        {
            if (second is null) first.Dispose();
        }

        return second is null ? null : new BothPermits(first, second);
    }

    // It is asked of the gate that is everybody's.
    /// <inheritdoc/>
    internal override bool HasPlenty(HostName host) => behind.HasPlenty(host);

    private sealed class BothPermits(GatePermit first, GatePermit second) : GatePermit
    {
        internal override void Report(bool answered)
        {
            first.Report(answered);
            second.Report(answered);
        }

        protected override void Release()
        {
            first.Dispose();
            second.Dispose();
        }
    }
}
