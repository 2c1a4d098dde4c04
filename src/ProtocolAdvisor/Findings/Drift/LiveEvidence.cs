using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Drift;

/// <summary>What probing says of published values.</summary>
internal sealed class LiveEvidence(IReadOnlyList<EndpointFacts> endpoints)
{
    /// <summary>The probe of an endpoint; null where nobody looked.</summary>
    public ProbeResult? ProbeOf(MailEndpoint endpoint) => endpoints.Select(x => x.Probe)
        .FirstOrDefault(x => x.Endpoint == endpoint && !Unexamined.Is(x));

    /// <summary>Whether one of these works, that is over TLS with a valid certificate; false when all that were looked at do not, null when none was.</summary>
    public bool? Works(IEnumerable<MailEndpoint> named) => Any(named, x => x.Usable);

    /// <summary>Whether the protocol is spoken at one of these, however badly secured; the rest as for <see cref="Works"/>.</summary>
    public bool? Answers(IEnumerable<MailEndpoint> named) => Any(named, x => x.Failure is null);

    private bool? Any(IEnumerable<MailEndpoint> named, Func<ProbeResult, bool> holds)
    {
        var probes = named.Select(ProbeOf).OfType<ProbeResult>().ToList();
        return probes.Count == 0 ? null : probes.Exists(x => holds(x));
    }
}
