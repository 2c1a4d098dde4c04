using System.Net;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Names;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Reconnaissance of one endpoint: dial, greet, encrypt, ask for capabilities. No credentials come near it.</summary>
/// <param name="dialer">Dials.</param>
/// <param name="judge">Judges certificates.</param>
/// <param name="gate">Politeness.</param>
/// <param name="refusals">Who was asked for old TLS lately and refused.</param>
/// <param name="patience">How long a server may think over that question.</param>
/// <param name="clock">Measures.</param>
/// <param name="unexpected">Told of exceptions that are our own fault.</param>
internal sealed class EndpointProbe(MailDialer dialer, CertificateJudge judge, TargetGate gate, OldTlsRefusals refusals, TimeSpan patience, TimeProvider clock, Action<Exception>? unexpected)
{
    /// <summary>Longest time for dialling and the conversation, where the run's deadline allows it: greetings may take long.</summary>
    internal static readonly TimeSpan ConversationLimit = TimeSpan.FromSeconds(15);

    /// <summary>Longest time for the whole question whether old TLS is the best that the server knows, dialling included.</summary>
    internal static readonly TimeSpan LegacyLimit = TimeSpan.FromSeconds(3);

    private readonly TlsHandshake _tls = new(judge);
    private readonly AddressLook _addresses = new(dialer, new TlsHandshake(judge), gate, clock, unexpected);
    private readonly LegacyTlsQuestion _oldTls = new(dialer, gate, refusals, patience, clock);
    private readonly CleartextUserQuestion _user = new(dialer, gate, clock);

    /// <summary>Probes <paramref name="endpoint"/>.</summary>
    /// <param name="endpoint">What to probe.</param>
    /// <param name="host">Its host's addresses.</param>
    /// <param name="keepOpen">Whether the connection of a usable endpoint stays open for a sign-in.</param>
    /// <param name="deadline">The run's time.</param>
    /// <returns>What was learned at the first address that answered, and the open connection where it was asked for.</returns>
    internal async Task<Probed> ProbeAsync(MailEndpoint endpoint, ResolvedHost host, bool keepOpen, Deadline deadline)
    {
        var steps = new StepRecorder(deadline, unexpected, budget: ConversationLimit);
        steps.Add(new StepResult(MailStep.Resolve, host.Failure is null ? StepOutcome.Completed : StepOutcome.Failed, host.ElapsedMs, null, host.Failure));
        if (host.Failure is not null) return Unreached(endpoint, steps, []);

        var startedMs = deadline.GoneMs;
        var dial = await dialer.DialAsync(host.Addresses, endpoint.Port, MailDialer.ConnectLimit, deadline);
        steps.Add(new StepResult(
            MailStep.Connect, dial.Failure is null ? StepOutcome.Completed : StepOutcome.Failed, dial.ElapsedMs, dial.Failure is null ? 1 : null, dial.Failure)
        {
            StartedMs = startedMs,
        });
        if (dial.Connection is null) return Unreached(endpoint, steps, await dial.Addresses);

        var (result, kept, left) = await TalkAsync(endpoint, dial, keepOpen, steps, deadline);
        if (dial.Addresses.IsCompletedSuccessfully) result = result with { Addresses = await dial.Addresses };
        if (result.Failure is { Step: MailStep.TlsHandshake, Kind: FailureKind.TlsFailed })
            result = result with { LegacyTlsOnly = await IsLegacyOnlyAsync(endpoint, dial.Address!, deadline) };
        return new Probed(result, kept ? dial.Connection : null, new SecondLookHere(result, dial, left, _addresses, _oldTls, _user));
    }

    private async Task<(ProbeResult Result, bool Kept, Task Left)> TalkAsync(MailEndpoint endpoint, DialResult dial, bool keepOpen, StepRecorder steps, Deadline deadline)
    {
        var connection = dial.Connection!;
        var (kept, left) = (false, (Task?)null);
        try
        {
            var conversation = new Reconnaissance(endpoint, connection, _tls, steps, deadline, new SilentPeer(endpoint, dial.Address!, dialer, _tls));
            await conversation.RunAsync();
            var result = conversation.Result();
            kept = keepOpen && result.Usable;
            if (!kept && result.Failure is null)
            {
                await conversation.LeaveAsync();
                left = connection.LeaveAsync();
            }

            return (result, kept, left ?? Task.CompletedTask);
        }
        finally
        {
            if (!kept && left is null) connection.Dispose();
        }
    }

    /// <summary>The result for an endpoint that must not be dialled now.</summary>
    internal static Probed NotDialled(MailEndpoint endpoint, ResolvedHost host, FailureKind kind)
    {
        StepResult[] steps =
        [
            new(MailStep.Resolve, StepOutcome.Completed, host.ElapsedMs),
            new(MailStep.Connect, StepOutcome.Failed, 0, null, new Failure(MailStep.Connect, kind, null, 0)),
        ];
        return new Probed(new ProbeResult { Endpoint = endpoint, Steps = steps }, null, null);
    }

    private async Task<bool> IsLegacyOnlyAsync(MailEndpoint endpoint, IPAddress address, Deadline deadline)
    {
        var steps = new StepRecorder(deadline, unexpected, budget: LegacyLimit);
        var dial = await dialer.DialAsync([address], endpoint.Port, LegacyLimit, deadline);
        if (dial.Connection is not { } connection) return false;
        using (connection)
        {
            var conversation = new Reconnaissance(endpoint, connection, _tls, steps, deadline);
            if (!await conversation.ReachTlsAsync()) return false;
            var legacy = false;
            await steps.RunAsync(MailStep.TlsHandshake, LegacyLimit, async token =>
            {
                legacy = await LegacyTlsHello.IsAnsweredAsync(connection, endpoint.Host, token);
                return 1;
            });
            return legacy;
        }
    }

    private static Probed Unreached(MailEndpoint endpoint, StepRecorder steps, IReadOnlyList<AddressResult> addresses)
    {
        steps.Close(Reconnaissance.PlannedSteps(endpoint.Security));
        return new Probed(new ProbeResult { Endpoint = endpoint, Steps = steps.Steps, Addresses = addresses }, null, null);
    }
}

/// <summary>What a probe brought back.</summary>
/// <param name="Result">What was learned; of the other addresses only what was known by then.</param>
/// <param name="Connection">The open connection of a usable endpoint, where it was kept for a sign-in.</param>
/// <param name="Later">What can be learned behind it; null where nothing answered.</param>
internal sealed record Probed(ProbeResult Result, MailConnection? Connection, SecondLook? Later)
{
    /// <summary>How long it is kept, where another node keeps it for all; null where nobody does.</summary>
    internal KeptElsewhere? Kept { get; init; }
}

/// <summary>How long another node keeps a probe.</summary>
/// <param name="Age">Since when it has done so.</param>
/// <param name="Left">How much longer it does.</param>
internal sealed record KeptElsewhere(TimeSpan Age, TimeSpan Left);
