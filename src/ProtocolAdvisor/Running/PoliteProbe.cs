using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Running;

/// <summary>Probes an endpoint when its host's turn has come, and within the policy on targets.</summary>
/// <param name="resolver">Looks up the host, and refuses addresses that may not be dialled.</param>
/// <param name="gate">How often a host may be asked.</param>
/// <param name="probe">The probe.</param>
/// <param name="dialer">What the probe dials with; ends with this.</param>
internal sealed class PoliteProbe(HostResolver resolver, TargetGate gate, EndpointProbe probe, MailDialer dialer) : IDisposable
{
    // That it was our own queue in which the time went must still be told.
    private static readonly TimeSpan TurnMargin = TimeSpan.FromMilliseconds(100);

    /// <summary>Probes it; an endpoint whose turn did not come in time is told as one that we left alone.</summary>
    /// <param name="endpoint">What to probe.</param>
    /// <param name="keepOpen">Whether the connection of a usable endpoint stays open for a sign-in.</param>
    /// <param name="deadline">The run's time.</param>
    internal async Task<Probed> ProbeAsync(MailEndpoint endpoint, bool keepOpen, Deadline deadline)
    {
        var host = await resolver.ResolveAsync(endpoint.Host, deadline);
        using var turn = new Deadline(deadline.Left is var left && left > TurnMargin ? left - TurnMargin : left, deadline.Clock, deadline.Token);
        Probed Busy() => EndpointProbe.NotDialled(endpoint, host, FailureKind.TargetBusy);
        try
        {
            return await gate.RunAsync(endpoint.Host, _ => probe.ProbeAsync(endpoint, host, keepOpen, deadline), WasSilent, Busy, turn.Token);
        }
        catch (OperationCanceledException) when (turn.Token.IsCancellationRequested && !deadline.Token.IsCancellationRequested)
        {
            return Busy();
        }
    }

    private static bool WasSilent(Probed probed) =>
        probed.Result.Failure is { Step: MailStep.Connect, Kind: FailureKind.TimedOut or FailureKind.HostUnreachable };

    public void Dispose() => dialer.Dispose();
}
