using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Reports;

/// <summary>An endpoint of a report that comes back as a fact: what we told can be asked again.</summary>
internal static class ToldEndpoint
{
    private const double MostMs = 60_000;
    private const int MostRoundTrips = 1_000;

    /// <summary>The fact; null where it is not as a report tells it.</summary>
    public static EndpointFacts? Facts(EndpointReport told) => IsWhole(told) && HostName.TryParse(told.Host, null, out var host)
        ? new EndpointFacts(Probe(told, host), told.SignIn, [.. Steps(told).Where(x => x.Step >= MailStep.SignIn)]) { Trusted = told.Trusted } : null;

    private static ProbeResult Probe(EndpointReport told, HostName host) => new()
    {
        Endpoint = new(told.Protocol, host, told.Port, told.Security),
        Addresses = told.Addresses,
        Steps = [.. Steps(told).Where(x => x.Step < MailStep.SignIn)],
        RoundTripMs = told.RoundTripMs,
        Greeting = told.Greeting,
        Implementation = told.Implementation,
        Capabilities = told.Capabilities.Count == 0 && !HasAnswered(told) ? null : new([.. told.Capabilities]),
        Tls = told.Tls,
        HeldBack = told.HeldBack,
        HeldBackInHandshake = told.HeldBackInHandshake,
    };

    // A server that was not asked what it offers has not said that it offers nothing.
    private static bool HasAnswered(EndpointReport told) => told.Steps.Any(x => x is { Step: MailStep.Capability, Outcome: StepOutcome.Completed })
        && told.Steps.All(x => x.Step >= MailStep.SignIn || x.Outcome == StepOutcome.Completed);

    // A failure is told at its step, and not the step with it.
    private static IEnumerable<StepResult> Steps(EndpointReport told) => told.Steps.Select(x => x.Failure is { } failure ? x with { Failure = failure with { Step = x.Step } } : x);

    private static bool IsWhole(EndpointReport told) =>
        told is { Host: not null, Port: > 0 and <= 65_535, Addresses: not null, Steps: not null, Capabilities: not null, SignIn: not null, Tls: null or { Certificate.Status: not null } }
        && told is { RoundTripMs: null or (>= 0 and <= MostMs), HeldBack: >= 0 and <= MostRoundTrips, HeldBackInHandshake: >= 0 and <= MostRoundTrips, SignIn.ElapsedMs: null or (>= 0 and <= MostMs) }
        && told.Steps.All(x => x is { ElapsedMs: null or (>= 0 and <= MostMs), RoundTrips: null or (>= 0 and <= MostRoundTrips) });
}
