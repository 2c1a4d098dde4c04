using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Probing;

/// <summary>
/// The conversation with one connected endpoint: greeting, capabilities, STARTTLS, TLS, capabilities again. Nothing is sent before the
/// greeting. Commands that may be sent together are sent together, to save round trips.
/// </summary>
internal sealed class Reconnaissance(MailEndpoint endpoint, MailConnection connection, TlsHandshake tls, StepRecorder steps, Deadline deadline, SilentPeer? peer = null)
{
    private static readonly TimeSpan CommandLimit = TimeSpan.FromSeconds(10);

    // Long enough for a server that is merely slow: one that is asked twice takes the second command for the TLS handshake.
    private static readonly TimeSpan PipelinePatience = TimeSpan.FromSeconds(2);

    /// <summary>Longest time for the last word.</summary>
    internal static readonly TimeSpan FarewellLimit = TimeSpan.FromMilliseconds(500);

    private readonly Greeter _greeter = Greeter.For(endpoint.Protocol);
    private readonly GreetingWait _waiting = new(connection, peer, deadline);
    private string? _greeting;
    private CapabilitySet? _beforeTls;
    private CapabilitySet? _capabilities;
    private TlsDetails? _tls;
    private SpokenProtocol? _spoken;
    private int _heldInHandshake;
    private bool _startTlsSent;

    /// <summary>The steps that an endpoint of this security goes through when nothing fails.</summary>
    internal static IReadOnlyList<MailStep> PlannedSteps(ConnectionSecurity security) => security switch
    {
        ConnectionSecurity.ImplicitTls => [MailStep.Resolve, MailStep.Connect, MailStep.TlsHandshake, MailStep.Greeting, MailStep.Capability],
        ConnectionSecurity.StartTls =>
            [MailStep.Resolve, MailStep.Connect, MailStep.Greeting, MailStep.Capability, MailStep.StartTls, MailStep.TlsHandshake, MailStep.Capability],
        _ => [MailStep.Resolve, MailStep.Connect, MailStep.Greeting, MailStep.Capability],
    };

    /// <summary>Goes as far as it gets; failures are in the steps.</summary>
    internal async Task RunAsync()
    {
        _ = await ReachTlsAsync() && await EncryptAsync() && await GreetAfterTlsAsync() && await AskCapabilitiesAsync();
        steps.Close(PlannedSteps(endpoint.Security));
    }

    /// <summary>Everything that comes before the TLS handshake; for cleartext that is the greeting.</summary>
    internal async Task<bool> ReachTlsAsync() => endpoint.Security switch
    {
        ConnectionSecurity.ImplicitTls => true,
        ConnectionSecurity.StartTls => await GreetAsync() && await AskCapabilitiesAndTlsAsync() && await AgreeOnTlsAsync(),
        _ => await GreetAsync(),
    };

    /// <summary>What was learned.</summary>
    internal ProbeResult Result() => new()
    {
        Endpoint = endpoint,
        Steps = steps.Steps,
        RoundTripMs = connection.Meter.RoundTripMs() ?? ShortestRoundTrip(),
        HeldBack = connection.Meter.HeldBack,
        HeldBackInHandshake = _heldInHandshake,
        Greeting = _greeting is null ? null : ServerText.Of(_greeting),
        Implementation = ServerSoftware.Name(endpoint.Protocol, _greeting, _capabilities ?? _beforeTls),
        CapabilitiesBeforeTls = _beforeTls,
        Capabilities = _capabilities,
        EhloRefusal = (_greeter as SubmissionGreeter)?.EhloRefusal,
        Tls = _tls,
        Spoken = _spoken,
        Alerts = connection.Transcript.ShownAlerts,
        Conversation = connection.Transcript.Lines,
    };

    /// <summary>Says goodbye without waiting for the answer.</summary>
    internal async Task LeaveAsync()
    {
        if (steps.Steps.Any(step => step.Outcome == StepOutcome.Failed)) return;
        try
        {
            using var token = deadline.Step(FarewellLimit);
            await connection.Lines.SendAsync(token.Token, _greeter.Farewell);
        }
        catch (Exception e) when (e is IOException or SocketException or OperationCanceledException)
        {
            // Everything was learned; a peer that has hung up already has only spared us the word.
        }
    }

    private Task<bool> GreetAsync(int roundTrips = 1) => steps.RunAsync(MailStep.Greeting, _waiting.Limit, async token =>
    {
        var line = await _greeter.ReadOnAsync(await _waiting.ReadAsync(spoken => _spoken = spoken, token), connection.Lines, token);
        if (!_greeter.Accepts(line))
        {
            _spoken = SniffBanner(line) ?? SpokenProtocol.Unknown;
            throw new UnexpectedReplyException(FailureKind.WrongProtocol, null);
        }

        _greeting = line;
        return roundTrips;
    });

    // No port scanner: of a stranger's first line the transcript keeps the kind only.
    private SpokenProtocol? SniffBanner(string line)
    {
        var spoken = BannerSniffer.Sniff(Encoding.Latin1.GetBytes(line));
        connection.Transcript.HideLast(spoken is null or SpokenProtocol.Unknown ? null : spoken.ToString()!.ToLowerInvariant());
        return spoken;
    }

    // Capabilities and STARTTLS in one write save a round trip where the protocol allows it. Where the greeting has listed the capabilities, they are not asked for.
    private async Task<bool> AskCapabilitiesAndTlsAsync()
    {
        var listed = _greeter.CapabilitiesIn(_greeting!);
        if (listed?.Has(_greeter.StartTlsCapability) == true)
        {
            steps.Add(new StepResult(MailStep.Capability, StepOutcome.Completed, 0, 0));
            _beforeTls = listed;
            return true;
        }

        return await steps.RunAsync(MailStep.Capability, CommandLimit, async token =>
        {
            _startTlsSent = _greeter.AsksBothAtOnce;
            await connection.Lines.SendAsync(token, _startTlsSent ? [_greeter.CapabilityCommand, _greeter.StartTlsCommand] : [_greeter.CapabilityCommand]);
            var sent = connection.Meter.Bursts;
            _beforeTls = await _greeter.ReadCapabilitiesAsync(connection.Lines, token);
            return 1 + connection.Meter.Bursts - sent;
        });
    }

    private Task<bool> AgreeOnTlsAsync() => steps.RunAsync(MailStep.StartTls, CommandLimit, async token =>
    {
        var before = connection.Meter.Bursts;
        if (!_startTlsSent) await connection.Lines.SendAsync(token, _greeter.StartTlsCommand);
        var refusal = await ReadStartTlsReplyAsync(token);
        if (refusal is not null)
        {
            var offered = _beforeTls!.Has(_greeter.StartTlsCapability);
            throw new UnexpectedReplyException(offered ? FailureKind.StartTlsRefused : FailureKind.CapabilityMissing, refusal);
        }

        // Whatever came behind the OK was put there before TLS, by whom nobody knows (CVE-2011-0411): it must not be read as if encrypted.
        if (connection.Lines.HasBuffered) throw new UnexpectedReplyException(FailureKind.ProtocolViolation, connection.Lines.BufferedText);
        return connection.Meter.Bursts - before;
    });

    // Words that are neither agreement nor refusal agree to nothing.
    private async Task<string?> ReadStartTlsReplyAsync(CancellationToken token)
    {
        try
        {
            return _startTlsSent ? await ReadPipelinedReplyAsync(token) : await _greeter.ReadStartTlsReplyAsync(connection.Lines, token);
        }
        catch (UnexpectedReplyException e) when (e.Kind == FailureKind.ProtocolViolation)
        {
            return e.Reply ?? "";
        }
    }

    // Some servers throw away what was sent ahead. They have answered the first command and then say nothing: ask again.
    private async Task<string?> ReadPipelinedReplyAsync(CancellationToken token)
    {
        var slowness = (1.5 * (connection.Meter.RoundTripMs() ?? 0)) + (2 * (steps.Steps[^1].ElapsedMs ?? 0));
        using var patience = new TimeLimit(PipelinePatience + TimeSpan.FromMilliseconds(slowness), deadline.Clock, token);
        try
        {
            return await _greeter.ReadStartTlsReplyAsync(connection.Lines, patience.Token);
        }
        catch (OperationCanceledException) when (!token.IsCancellationRequested)
        {
            await connection.Lines.SendAsync(token, _greeter.StartTlsCommand);
            return await _greeter.ReadStartTlsReplyAsync(connection.Lines, token);
        }
    }

    private async Task<bool> EncryptAsync()
    {
        if (endpoint.Security == ConnectionSecurity.Cleartext) return true;
        return await steps.RunAsync(MailStep.TlsHandshake, _waiting.Limit, async token =>
        {
            var before = connection.Meter.Bursts;
            try
            {
                var held = connection.Meter.HeldBack;
                _tls = await tls.RunAsync(connection, endpoint.Host, token);
                _heldInHandshake = connection.Meter.HeldBack - held;
            }
            catch (Exception e) when (e is IOException or AuthenticationException or OperationCanceledException
                && BannerSniffer.Sniff(connection.Meter.Opening) is { } spoken and not SpokenProtocol.Tls)
            {
                var line = ServerText.Decode(connection.Meter.Opening).Split('\r', '\n')[0];
                if (_greeter.IsRefusal(line)) throw new UnexpectedReplyException(FailureKind.GreetingRejected, ServerText.Of(line));
                _spoken = spoken;
                throw new UnexpectedReplyException(FailureKind.WrongProtocol, null);
            }

            // TLS 1.3: our Finished is no round trip of the handshake's; whoever waits for the next answer waits for it.
            return connection.Meter.Bursts - before - (_tls.Version == "1.3" ? 1 : 0);
        });
    }

    private async Task<bool> GreetAfterTlsAsync() =>
        endpoint.Security != ConnectionSecurity.ImplicitTls || await GreetAsync(_tls!.Version == "1.3" ? 1 : 0);

    private async Task<bool> AskCapabilitiesAsync()
    {
        if (endpoint.Security != ConnectionSecurity.StartTls && _greeter.CapabilitiesIn(_greeting!) is { } listed)
        {
            steps.Add(new StepResult(MailStep.Capability, StepOutcome.Completed, 0, 0));
            _capabilities = listed;
            return true;
        }

        return await steps.RunAsync(MailStep.Capability, CommandLimit, async token =>
        {
            await connection.Lines.SendAsync(token, _greeter.CapabilityCommand);
            var sent = connection.Meter.Bursts;
            _capabilities = await _greeter.ReadCapabilitiesAsync(connection.Lines, token);
            return 1 + connection.Meter.Bursts - sent;
        });
    }

    private double? ShortestRoundTrip() => steps.Steps
        .Where(step => step is { Outcome: StepOutcome.Completed, RoundTrips: 1, ElapsedMs: not null }).Min(step => step.ElapsedMs);
}
