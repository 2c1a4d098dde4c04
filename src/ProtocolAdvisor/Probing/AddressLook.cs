using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>A short probe of one more address of a host: whether the same server stands there, with as good a certificate.</summary>
internal sealed class AddressLook(MailDialer dialer, TlsHandshake tls, TargetGate gate, TimeProvider clock, Action<Exception>? unexpected)
{
    // As long as the first address took, several times over, and something for a lost packet.
    private const int Times = 3;
    private static readonly TimeSpan AtLeast = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan AtMost = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Spare = TimeSpan.FromSeconds(5);

    /// <summary>Looks at an address that could be dialled; of any other, dialling has told everything.</summary>
    /// <param name="first">The probe at the host's first address.</param>
    /// <param name="dialled">The address.</param>
    internal async Task<AddressResult> AtAsync(ProbeResult first, AddressResult dialled)
    {
        if (dialled.Outcome != StepOutcome.Completed || !gate.HasPlenty(first.Endpoint.Host)) return dialled;
        var limit = AtLeast + (Times * TimeSpan.FromMilliseconds(first.Steps.Sum(step => step.ElapsedMs ?? 0)));
        if (limit > AtMost) limit = AtMost;
        using var deadline = new Deadline(limit + Spare, clock, CancellationToken.None);
        try
        {
            return await gate.RunAsync(
                first.Endpoint.Host, _ => ProbeAsync(first.Endpoint, dialled, new StepRecorder(deadline, unexpected, budget: limit), deadline), _ => false, () => dialled, deadline.Token);
        }
        catch (OperationCanceledException)
        {
            return dialled; // its turn did not come
        }
    }

    /// <summary>The address with what a probe there has shown.</summary>
    internal static AddressResult Told(AddressResult dialled, ProbeResult probe) => dialled with
    {
        Greeting = probe.Greeting,
        Implementation = probe.Implementation,
        CertificateStatus = probe.Tls?.Certificate.Status ?? [],
        CertificateNotAfter = probe.Tls?.Certificate.NotAfter,
        Fault = probe.Failure is { Kind: FailureKind.DeadlineReached or FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.Unexpected } ? null : probe.Failure,
    };

    private async Task<AddressResult> ProbeAsync(MailEndpoint endpoint, AddressResult dialled, StepRecorder steps, Deadline deadline)
    {
        var dial = await dialer.DialAsync([IPAddress.Parse(dialled.Address)], endpoint.Port, MailDialer.ConnectLimit, deadline);
        if (dial.Connection is null) return dialled;
        using var connection = dial.Connection;
        steps.Add(new StepResult(MailStep.Resolve, StepOutcome.Completed));
        steps.Add(new StepResult(MailStep.Connect, StepOutcome.Completed, dial.ElapsedMs, 1));
        var conversation = new Reconnaissance(endpoint, connection, tls, steps, deadline, new SilentPeer(endpoint, dial.Address!, dialer, tls));
        await conversation.RunAsync();
        var result = conversation.Result();
        await conversation.LeaveAsync();
        await connection.LeaveAsync();
        return Told(dialled, result);
    }
}
