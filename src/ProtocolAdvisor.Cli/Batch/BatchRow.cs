using System.Text.Json.Serialization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Cli.Batch;

/// <summary>What became of one subject of a list: small, because there may be thousands. Its members are those of an audit's
/// results.</summary>
/// <param name="Number">Its place in the list, from 1 on.</param>
/// <param name="Subject">The subject as people write it.</param>
/// <param name="Domain">The mail domain on the wire; null where servers were named.</param>
/// <param name="State">Whether its servers work: nobody signs in, so of no mailbox more is said.</param>
/// <param name="Headline">The outcome in a few words, in the language of the run.</param>
/// <param name="Findings">What is to be mended, the worst first; what is only good to know is not among it.</param>
/// <param name="Protocol">What is recommended.</param>
/// <param name="MailHost">The host that serves the mail; null where none is known.</param>
/// <param name="Incoming">The server to read mail from; null where none is recommended.</param>
/// <param name="Outgoing">The server to send mail by; null where none is known.</param>
internal sealed record BatchRow(
    int Number,
    string Subject,
    string? Domain,
    SummaryState State,
    string Headline,
    IReadOnlyList<FindingCode> Findings,
    RecommendedProtocol Protocol,
    string? MailHost,
    BatchServer? Incoming,
    BatchServer? Outgoing)
{
    /// <summary>The row of a report.</summary>
    public static BatchRow Of(ListedSubject subject, AssessmentReport report) => new(
        subject.Number,
        subject.Shown,
        subject.Domain?.Value,
        report.Summary.State,
        report.Summary.Headline,
        [.. report.Findings.Where(x => x.Severity != Severity.Info).OrderBy(x => x.Severity).Select(x => x.Code).Distinct()],
        report.Recommendation.Protocol,
        report.Recommendation.Endpoint?.Host ?? report.Endpoints.OrderByDescending(x => x.Usable).Select(x => x.Host).FirstOrDefault(),
        BatchServer.Of(report.Recommendation.Endpoint),
        BatchServer.Of(report.Recommendation.Outgoing));

    /// <summary>The host that serves the mail, as people write it.</summary>
    [JsonIgnore]
    public string? ShownHost => MailHost is null ? null : OwnLetters.Of(MailHost);
}

/// <summary>A server to be set up in a mail program.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
internal sealed record BatchServer(string Host, int Port, ConnectionSecurity Security)
{
    /// <summary>What a report recommends.</summary>
    public static BatchServer? Of(RecommendedEndpoint? server) => server is null ? null : new(server.Host, server.Port, server.Security);
}
