using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>STARTTLS works while the port for implicit TLS cannot be reached (RFC 8314 §3 prefers it).</summary>
internal static class ImplicitTlsDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from probe in c.Probes
        where probe.Endpoint.Security == ConnectionSecurity.ImplicitTls && CannotBeReached(probe.Failure) && !Unexamined.Is(probe)
        where c.Probes.Any(x => x.Usable && x.Endpoint.Security == ConnectionSecurity.StartTls && SameService(x.Endpoint, probe.Endpoint))
        select Found.At(probe, FindingCode.ImplicitTlsMissing);

    private static bool CannotBeReached(Failure? failure) => failure is
    {
        Step: MailStep.Connect,
        Kind: FailureKind.ConnectionRefused or FailureKind.ConnectionReset or FailureKind.TimedOut or FailureKind.HostUnreachable,
    };

    private static bool SameService(MailEndpoint one, MailEndpoint other) => one.Protocol == other.Protocol && one.Host == other.Host;
}
