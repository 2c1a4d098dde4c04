using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor;

/// <summary>Endpoints of which nothing was learned, because of us: our policy, our limits, our name servers, our network, our time, our fault. They are unknown, not unusable.</summary>
internal static class Unexamined
{
    /// <summary>Whether nothing was learned of this endpoint.</summary>
    public static bool Is(EndpointFacts endpoint) => Is(endpoint.Probe);

    /// <inheritdoc cref="Is(EndpointFacts)"/>
    public static bool Is(ProbeResult probe) => probe.Failure is { } failure && (failure.Kind
        is FailureKind.AddressBlocked or FailureKind.TargetBusy or FailureKind.LocalFault or FailureKind.DeadlineReached or FailureKind.LookupFailed or FailureKind.LookupImpossible or FailureKind.Unexpected
        || (failure.Step == MailStep.Resolve && failure.Kind == FailureKind.TimedOut));
}
