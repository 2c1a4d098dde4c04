using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Reports;

/// <summary>An endpoint of a report that comes back as a fact: what we told can be asked again.</summary>
internal static class ToldEndpoint
{
    /// <summary>The fact.</summary>
    /// <param name="told">The endpoint, its host a host's name.</param>
    public static EndpointFacts Facts(EndpointReport told) =>
        new(Probe(told), told.SignIn, [.. Steps(told).Where(x => x.Step >= MailStep.SignIn)]) { Trusted = told.Trusted };

    private static ProbeResult Probe(EndpointReport told) => new()
    {
        Endpoint = new(told.Protocol, HostName.Parse(told.Host), told.Port, told.Security),
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
}
