using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>What a list tells of one finished subject, in no language: small, because there are a hundred thousand of them.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Findings">What is to be mended, the worst first; what is only good to know is not among it.</param>
/// <param name="Protocol">What is recommended.</param>
/// <param name="MailHost">The host that serves the mail; null where none is known.</param>
/// <param name="Incoming">The server to read mail from; null where none is recommended.</param>
/// <param name="Outgoing">The server to send mail by; null where none is known.</param>
/// <param name="Servers">The endpoints that were looked at: those that can be used, or, where none can, those that are published.</param>
internal sealed record AuditRow(
    SummaryState State,
    IReadOnlyList<FindingCode> Findings,
    RecommendedProtocol Protocol,
    string? MailHost,
    RowServer? Incoming,
    RowServer? Outgoing,
    IReadOnlyList<RowEndpoint> Servers)
{
    private const int MostServers = 8;

    /// <summary>Findings that could not be judged: their absence says nothing.</summary>
    public IReadOnlyList<FindingCode> NotJudged { get; init; } = [];

    /// <summary>The endpoints, as <c>host:port</c>, of which nothing was learned because of us: they may be used or not.</summary>
    public IReadOnlyList<string> Unexamined { get; init; } = [];

    /// <summary>Those who name servers and have not answered: servers that are missing may be there all the same.</summary>
    public IReadOnlyList<DiscoverySource> Unheard { get; init; } = [];

    /// <summary>How it is kept.</summary>
    public static JsonSerializerOptions Json { get; } = new(JsonSerializerDefaults.Web)
    {
        RespectRequiredConstructorParameters = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The row of a subject at which we failed ourselves.</summary>
    public static AuditRow OfOwnFault { get; } =
        new(SummaryState.CouldNotFindOut, [FindingCode.InternalFault], RecommendedProtocol.None, null, null, null, []);

    /// <summary>The row of a report.</summary>
    public static AuditRow Of(AssessmentReport report)
    {
        var (incoming, outgoing) = (report.Recommendation.Endpoint, report.Recommendation.Outgoing);
        var usable = report.Endpoints.Where(x => x.Usable).ToList();
        var shown = usable.Count > 0 ? usable : [.. report.Endpoints];
        return new(
            report.Summary.State,
            [.. report.Findings.Where(x => x.Severity != Severity.Info).OrderBy(x => x.Severity).Select(x => x.Code).Distinct()],
            report.Recommendation.Protocol,
            incoming?.Host ?? shown.Select(x => x.Host).FirstOrDefault(),
            RowServer.Of(incoming),
            RowServer.Of(outgoing),
            [.. shown.Take(MostServers).Select(RowEndpoint.Of)])
        {
            NotJudged = report.NotJudged,
            Unexamined = [.. report.Endpoints.Where(x => x.IsUnexamined).Take(MostServers).Select(x => PlaceOf(x.Host, x.Port))],
            Unheard = report.Discovery.Unheard,
        };
    }

    /// <summary>Whether nothing can be said of an endpoint that another row of the subject names. Who answers neither time makes no difference between them.</summary>
    public bool IsOpen(string host, int port, AuditRow other) =>
        IsUnexamined(host, port) || (Unheard.Except(other.Unheard).Any() && !Servers.Any(x => (x.Host, x.Port) == (host, port)));

    /// <summary>Whether it is an endpoint of which nothing was learned because of us.</summary>
    public bool IsUnexamined(string host, int port) => Unexamined.Contains(PlaceOf(host, port));

    private static string PlaceOf(string host, int port) => string.Create(CultureInfo.InvariantCulture, $"{host}:{port}");

    /// <summary>The findings as they are kept for searching and counting: <c>|a|b|</c>, in the order of their names; empty for none.</summary>
    public string Codes() => Findings.Count == 0 ? "" : $"|{string.Join('|', Findings.Select(WireName.Of).Order(StringComparer.Ordinal))}|";
}

/// <summary>A server to be set up in a mail program.</summary>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
internal sealed record RowServer(string Host, int Port, ConnectionSecurity Security)
{
    /// <summary>What a report recommends.</summary>
    public static RowServer? Of(RecommendedEndpoint? server) => server is null ? null : new(server.Host, server.Port, server.Security);
}

/// <summary>An endpoint that was looked at.</summary>
/// <param name="Protocol">What is spoken there.</param>
/// <param name="Host">The host.</param>
/// <param name="Port">The TCP port.</param>
/// <param name="Security">How the connection is encrypted.</param>
/// <param name="Usable">Whether it can be spoken to securely.</param>
/// <param name="Certificate">The certificate's SHA-256 fingerprint, lower-case hexadecimal; null where none was seen.</param>
/// <param name="CertificateEnds">When that ends, UTC.</param>
internal sealed record RowEndpoint(
    MailProtocol Protocol, string Host, int Port, ConnectionSecurity Security, bool Usable, string? Certificate, DateTimeOffset? CertificateEnds)
{
    /// <summary>What a report says of it.</summary>
    public static RowEndpoint Of(EndpointReport endpoint) => new(
        endpoint.Protocol, endpoint.Host, endpoint.Port, endpoint.Security, endpoint.Usable,
        endpoint.Tls?.Certificate.Sha256, endpoint.Tls?.Certificate.NotAfter);
}
