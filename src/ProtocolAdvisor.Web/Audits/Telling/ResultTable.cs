using System.Buffers;
using System.Globalization;
using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>
/// An audit's subjects as a table (<c>text/csv</c>, RFC 4180). A cell that a spreadsheet would take for a formula begins with an apostrophe:
/// the words in it are strangers'.
/// </summary>
internal static class ResultTable
{
    private static readonly SearchValues<char> Quoted = SearchValues.Create(",;\"\r\n\t");

    private static readonly (string Name, Func<AuditResultReport, string?> Cell)[] Columns =
    [
        ("number", x => Text(x.Number)),
        ("subject", x => x.Subject),
        ("domain", x => x.Domain),
        ("reference", x => x.Reference),
        ("state", x => WireName.Of(x.State)),
        ("findings", x => string.Join(' ', x.Findings.Select(WireName.Of))),
        ("protocol", x => x.Protocol is { } protocol ? WireName.Of(protocol) : null),
        ("mailHost", x => x.MailHost),
        ("incomingHost", x => x.Incoming?.Host),
        ("incomingPort", x => Text(x.Incoming?.Port)),
        ("incomingSecurity", x => x.Incoming is { } server ? WireName.Of(server.Security) : null),
        ("outgoingHost", x => x.Outgoing?.Host),
        ("outgoingPort", x => Text(x.Outgoing?.Port)),
        ("outgoingSecurity", x => x.Outgoing is { } server ? WireName.Of(server.Security) : null),
        ("certificateSha256", x => Seen(x)?.CertificateSha256),
        ("certificateEnds", x => Text(Seen(x)?.CertificateEnds)),
        ("finishedAt", x => Text(x.FinishedAt)),
    ];

    /// <summary>The heading.</summary>
    public static string Heading { get; } = string.Join(',', Columns.Select(x => x.Name)) + "\r\n";

    /// <summary>One subject's row.</summary>
    public static string Row(AuditResultReport result) => string.Join(',', Columns.Select(x => Cell(x.Cell(result)))) + "\r\n";

    /// <summary>A text as a cell.</summary>
    public static string Cell(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var tame = text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + text : text;
        if (!tame.AsSpan().ContainsAny(Quoted)) return tame;
        return new StringBuilder(tame).Replace("\"", "\"\"").Insert(0, '"').Append('"').ToString();
    }

    // The certificate of the server that is recommended, or else the first that was seen.
    private static AuditedEndpointReport? Seen(AuditResultReport result) =>
        result.Endpoints.FirstOrDefault(x => x.Host == result.Incoming?.Host && x.Port == result.Incoming.Port)
        ?? result.Endpoints.FirstOrDefault(x => x.CertificateSha256 is not null);

    private static string? Text(int? number) => number?.ToString(CultureInfo.InvariantCulture);

    private static string? Text(DateTimeOffset? instant) => instant?.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
