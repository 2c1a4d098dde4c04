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
        failure.Step == MailStep.TlsHandshake && Peers(probe.Endpoint.Protocol).Any(x => BannerSniffer.Of(x) == probe.Spoken) ? FindingCode.TlsSpokenToClearPort
        : probe.Spoken == SpokenProtocol.Tls ? FindingCode.ClearSpokenToTlsPort : FindingCode.WrongProtocol;

    // On a port for reading mail SMTP is another service, and the other way round.
    private static IEnumerable<MailProtocol> Peers(MailProtocol protocol) => MailProtocols.All.Where(x => x.ReadsMail() == protocol.ReadsMail());

    private static FindingEvidence? Evidence(SpokenProtocol? spoken, string? reply) => spoken is null or SpokenProtocol.Unknown ? Seen.Quote(reply)
        : new(Seen.Part(EvidenceCode.AnswersIn, ("protocol", spoken.ToString()!.ToUpperInvariant())) with { Quote = string.IsNullOrEmpty(reply) ? null : reply });
}
