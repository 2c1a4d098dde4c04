using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings;

/// <summary>What detectors look at: one run, and the advice that came of it.</summary>
internal sealed record Case(AssessmentFacts Facts, Recommendation? Recommendation)
{
    /// <summary>Whose mailbox it is, where that is known; never more than likely.</summary>
    public ProviderMatch? Provider { get; } = ProviderReading.Of(Facts);

    public IEnumerable<ProbeResult> Probes => Facts.Endpoints.Select(x => x.Probe);

    /// <summary>Every failed step with its endpoint: of the probe first, then of the session.</summary>
    public IEnumerable<(ProbeResult Probe, Failure Failure)> Failures =>
        from endpoint in Facts.Endpoints
        from failure in new[] { endpoint.Probe.Failure }.Concat(endpoint.SessionSteps.Select(step => step.Failure))
        where failure is not null
        select (endpoint.Probe, failure);

    /// <summary>Every certificate that was shown, with its endpoint.</summary>
    public IEnumerable<(ProbeResult Probe, CertificateDetails Certificate)> Certificates =>
        Probes.SelectMany(x => x.Tls is { } tls ? [(x, tls.Certificate)] : Array.Empty<(ProbeResult, CertificateDetails)>());

    /// <summary>The endpoints host by host: for causes that are the host's.</summary>
    public IEnumerable<IGrouping<HostName, ProbeResult>> Hosts => Probes.GroupBy(x => x.Endpoint.Host);

    /// <summary>Whether the same credentials were accepted over another protocol: then they are right.</summary>
    public bool IsAcceptedBeside(MailProtocol protocol) =>
        Facts.Endpoints.Any(x => x.Probe.Endpoint.Protocol != protocol && x.SignIn.Outcome == SignInOutcome.Accepted);

    public bool Advises(MailProtocol protocol) => Recommendation?.Protocol == protocol;

    public bool HasUsable(MailProtocol protocol) => Facts.Of(protocol).Any(x => x.Probe.Usable);
}
