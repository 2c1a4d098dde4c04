using System.Text.Json;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Storage;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>One subject of an audit, and what was found.</summary>
/// <param name="Number">Its place in the list, from 1 on.</param>
/// <param name="Subject">The subject: a domain as people write it, an address with its user's name masked, a server.</param>
/// <param name="Domain">The mail domain on the wire; null where servers were named.</param>
/// <param name="Reference">The list's own word for it; null where it has none.</param>
/// <param name="State">Whether it works.</param>
/// <param name="Findings">What is to be mended, the worst first; what is only good to know stands in the report.</param>
/// <param name="Protocol">What is recommended; null while it waits.</param>
/// <param name="MailHost">The host that serves the mail; null where none is known.</param>
/// <param name="Incoming">The server to read mail from; null where none is recommended.</param>
/// <param name="Outgoing">The server to send mail by; null where none is known.</param>
/// <param name="Endpoints">The endpoints that can be used, or, where none can, those that were looked at; at most 8.</param>
/// <param name="FinishedAt">When it was finished, UTC; null while it waits.</param>
/// <param name="Location">Its whole report, once it is finished.</param>
internal sealed record AuditResultReport(
    int Number,
    string Subject,
    string? Domain,
    string? Reference,
    AuditedState State,
    IReadOnlyList<FindingCode> Findings,
    RecommendedProtocol? Protocol,
    string? MailHost,
    AuditedServerReport? Incoming,
    AuditedServerReport? Outgoing,
    IReadOnlyList<AuditedEndpointReport> Endpoints,
    DateTimeOffset? FinishedAt,
    string Location)
{
    /// <summary>Findings that could not be judged, for want of time, of a turn or of an answer: their absence says nothing.</summary>
    public IReadOnlyList<FindingCode> NotJudged { get; init; } = [];

    /// <summary>The told form of what is kept.</summary>
    public static AuditResultReport Of(StoredAuditItem item)
    {
        var row = RowOf(item.Row);
        return new(
            item.Number,
            item.Subject,
            AskedSubject.DomainOf(item.Asked)?.Value,
            item.Reference,
            AuditedStates.Of(row?.State),
            row?.Findings ?? [],
            row?.Protocol,
            row?.MailHost,
            AuditedServerReport.Of(row?.Incoming),
            AuditedServerReport.Of(row?.Outgoing),
            [.. row?.Servers.Select(AuditedEndpointReport.Of) ?? []],
            item.FinishedAt is { } at ? DateTimeOffset.FromUnixTimeMilliseconds(at) : null,
            $"{AuditPaths.Of(item.AuditId)}/results/{item.Number}")
        {
            NotJudged = row?.NotJudged ?? [],
        };
    }

    /// <summary>A kept row; null where there is none, or another version kept it in a form that this one cannot read.</summary>
    public static AuditRow? RowOf(byte[]? kept)
    {
        try
        {
            return kept is null ? null : JsonSerializer.Deserialize<AuditRow>(kept, AuditRow.Json);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}

/// <summary>A server to be set up in a mail program.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
internal sealed record AuditedServerReport(string Host, int Port, ConnectionSecurity Security)
{
    /// <summary>The told form.</summary>
    public static AuditedServerReport? Of(RowServer? server) => server is null ? null : new(server.Host, server.Port, server.Security);
}

/// <summary>An endpoint that was looked at.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Usable">Whether it can be spoken to securely.</param>
/// <param name="CertificateSha256">The certificate's SHA-256 fingerprint, lower-case hexadecimal; null where none was seen.</param>
/// <param name="CertificateEnds">When that ends, UTC.</param>
internal sealed record AuditedEndpointReport(
    MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security, bool Usable, string? CertificateSha256, DateTimeOffset? CertificateEnds)
{
    /// <summary>The told form.</summary>
    public static AuditedEndpointReport Of(RowEndpoint kept) =>
        new(kept.Protocol, kept.Host, kept.Port, kept.Security, kept.Usable, kept.Certificate, kept.CertificateEnds);
}

/// <summary>Some of an audit's subjects.</summary>
/// <param name="Items">The subjects, in the list's order.</param>
/// <param name="Next">The <c>cursor</c> with which they go on; null where there are no more.</param>
internal sealed record AuditResultsReply(IReadOnlyList<AuditResultReport> Items, string? Next);
