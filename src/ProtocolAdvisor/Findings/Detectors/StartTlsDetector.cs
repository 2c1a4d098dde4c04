using System.Text.RegularExpressions;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>The upgrade to TLS: missing, refused, tampered with, or leaky.</summary>
internal static partial class StartTlsDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        where found.Failure.Step == MailStep.StartTls
        let finding = Judge(found.Probe, found.Failure)
        where finding is not null
        select finding;

    private static Finding? Judge(ProbeResult probe, Failure failure) => failure.Kind switch
    {
        FailureKind.CapabilityMissing => Missing(probe),
        FailureKind.StartTlsRefused => Found.At(probe, FindingCode.StarttlsRefused, Seen.Quote(failure.Reply)),
        FailureKind.ProtocolViolation => Found.At(probe, FindingCode.StarttlsInjection, Seen.Quote(failure.Reply)),
        _ => null,
    };

    private static Finding Missing(ProbeResult probe)
    {
        var offered = (probe.CapabilitiesBeforeTls ?? probe.Capabilities)?.Lines ?? [];
        if (offered.FirstOrDefault(Overwritten().IsMatch) is { } token)
            return Found.At(probe, FindingCode.StarttlsStrippedSuspected, Seen.Names(token), FindingConfidence.Likely);

        // A server that forbids sign-in without TLS, yet offers no TLS, would be of no use to anyone: something may have taken the offer away.
        return offered.Contains("LOGINDISABLED", StringComparer.OrdinalIgnoreCase)
            ? Found.At(probe, FindingCode.StarttlsStrippedSuspected, Seen.That(EvidenceCode.OfferedWithout, ("word", "LOGINDISABLED"), ("missing", "STARTTLS")), FindingConfidence.Possible)
            : Found.At(probe, FindingCode.StarttlsNotOffered, Seen.Names(string.Join(" ", offered)));
    }

    // Firewalls that inspect mail overwrite the word with as many letters X, the last one sometimes another.
    [GeneratedRegex("^X{3,}[A-Z]?$")]
    private static partial Regex Overwritten();
}
