using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Probing;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Something else is spoken on the port: TLS to a text client, text to a TLS client, or another service.</summary>
internal static class SpokenProtocolDetector
{
    public static IEnumerable<Finding> Find(Case c) =>
        from found in c.Failures
        where found.Failure.Kind == FailureKind.WrongProtocol
        select Found.At(found.Probe, Code(found.Probe, found.Failure), Evidence(found.Probe.Spoken, found.Failure.Reply));

    // "This port starts without encryption" is said of a mail server only: a web server on the port has another cure.
    private static FindingCode Code(ProbeResult probe, Failure failure) =>
        failure.Step == MailStep.TlsHandshake && MailProtocols.All.Any(x => BannerSniffer.Of(x) == probe.Spoken) ? FindingCode.TlsSpokenToClearPort
        : probe.Spoken == SpokenProtocol.Tls ? FindingCode.ClearSpokenToTlsPort : FindingCode.WrongProtocol;

    private static FindingEvidence? Evidence(SpokenProtocol? spoken, string? reply) => spoken is null or SpokenProtocol.Unknown ? Seen.Quote(reply)
        : new(Seen.Part(EvidenceCode.AnswersIn, ("protocol", spoken.ToString()!.ToUpperInvariant())) with { Quote = string.IsNullOrEmpty(reply) ? null : reply });
}
