using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>Reconnaissance of one endpoint: dial, greet, encrypt, ask for capabilities. No credentials come near it.</summary>
internal sealed class EndpointProbe(MailDialer dialer, CertificateJudge judge, LegacyTlsQuestion legacy, Action<Exception>? unexpected)
{
    /// <summary>Longest time for dialling and the conversation.</summary>
    internal static readonly TimeSpan ConversationLimit = TimeSpan.FromSeconds(10);

    /// <summary>Longest time for the whole question whether old TLS is the best that the server knows, dialling included.</summary>
    internal static readonly TimeSpan LegacyLimit = TimeSpan.FromSeconds(3);

    private readonly TlsHandshake _tls = new(judge);

    /// <summary>Probes <paramref name="endpoint"/>.</summary>
    /// <param name="endpoint">What to probe.</param>
    /// <param name="host">Its host's addresses.</param>
    /// <param name="keepOpen">Whether the connection of a usable endpoint stays open for a sign-in.</param>
    /// <param name="deadline">The run's time.</param>
    /// <returns>What was learned, and the open connection where it was asked for.</returns>
    internal async Task<(ProbeResult Result, MailConnection? Connection)> ProbeAsync(MailEndpoint endpoint, ResolvedHost host, bool keepOpen, Deadline deadline)
    {
        var steps = new StepRecorder(deadline, unexpected, budget: ConversationLimit);
        steps.Add(new StepResult(MailStep.Resolve, host.Failure is null ? StepOutcome.Completed : StepOutcome.Failed, host.ElapsedMs, null, host.Failure));
        if (host.Failure is not null) return (Unreached(endpoint, steps, []), null);

        var dial = await dialer.DialAsync(host.Addresses, endpoint.Port, MailDialer.ConnectLimit, deadline);
        steps.Add(new StepResult(
            MailStep.Connect, dial.Failure is null ? StepOutcome.Completed : StepOutcome.Failed, dial.ElapsedMs, dial.Failure is null ? 1 : null, dial.Failure));
        if (dial.Connection is null) return (Unreached(endpoint, steps, await dial.Addresses), null);

        var conversation = new Reconnaissance(endpoint, dial.Connection, _tls, steps, deadline, new SilentPeer(endpoint, dial.Address!, dialer, _tls));
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token);
        var takesLegacy = false;
        var asking = endpoint.Security == ConnectionSecurity.ImplicitTls
            ? legacy.AskAsync(endpoint, dial.Address!, () => Volatile.Write(ref takesLegacy, true), ended.Token) : Task.CompletedTask;
        var kept = false;
        try
        {
            await conversation.RunAsync();
            var result = conversation.Result() with { Addresses = await dial.Addresses };
            result = result with { LegacyTlsOffered = result.Tls is not null && Volatile.Read(ref takesLegacy) };
            if (result.Failure is { Step: MailStep.TlsHandshake, Kind: FailureKind.TlsFailed })
                result = result with { LegacyTlsOnly = await IsLegacyOnlyAsync(endpoint, host, deadline) };
            kept = keepOpen && result.Usable;
            if (!kept) await conversation.LeaveAsync();
            return (result, kept ? dial.Connection : null);
        }
        finally
        {
            if (!kept) dial.Connection.Dispose();
            await ended.CancelAsync();
            await asking;
        }
    }

    /// <summary>The result for an endpoint that must not be dialled now.</summary>
    internal static ProbeResult NotDialled(MailEndpoint endpoint, ResolvedHost host, FailureKind kind)
    {
        StepResult[] steps =
        [
            new(MailStep.Resolve, StepOutcome.Completed, host.ElapsedMs),
            new(MailStep.Connect, StepOutcome.Failed, 0, null, new Failure(MailStep.Connect, kind, null, 0)),
        ];
        return new ProbeResult { Endpoint = endpoint, Steps = steps };
    }

    private async Task<bool> IsLegacyOnlyAsync(MailEndpoint endpoint, ResolvedHost host, Deadline deadline)
    {
        var steps = new StepRecorder(deadline, unexpected, budget: LegacyLimit);
        var dial = await dialer.DialAsync(host.Addresses, endpoint.Port, LegacyLimit, deadline);
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

    private static ProbeResult Unreached(MailEndpoint endpoint, StepRecorder steps, IReadOnlyList<AddressResult> addresses)
    {
        steps.Close(Reconnaissance.PlannedSteps(endpoint.Security));
        return new ProbeResult { Endpoint = endpoint, Steps = steps.Steps, Addresses = addresses };
    }
}
