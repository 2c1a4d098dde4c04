using System.Text;
using System.Text.Json;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Audits.Tables;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>An audit's subjects, written as they are read, however many they are.</summary>
/// <param name="results">Where they are.</param>
/// <param name="auditId">The audit.</param>
/// <param name="wish">Which.</param>
/// <param name="limit">How many at most; null for all.</param>
/// <param name="mediaType">As a table, or as lines of JSON.</param>
internal sealed class ResultStream(AuditResults results, string auditId, ResultWish wish, int? limit, string mediaType) : IResult
{
    /// <summary>
    /// Whether the table is for a person, who opens it in Excel: without a byte order mark that takes UTF-8 for the machine's old code page, and spoils every umlaut. Programs get none.
    /// </summary>
    public bool IsForSheets { get; init; }

    /// <summary>A JSON text a line.</summary>
    public const string Lines = "application/jsonl";

    private const int Part = 500;

    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellationToken) = (httpContext.Response, httpContext.RequestAborted);

        // What cannot be read is refused as a problem, as long as nothing is written.
        var part = await PartAsync(wish.After, limit, cancellationToken);
        response.ContentType = mediaType == AuditBody.Table ? $"{AuditBody.Table}; charset=utf-8" : Lines;
        response.Headers.ContentDisposition = $"attachment; filename=audit.{(mediaType == AuditBody.Table ? "csv" : "jsonl")}";
        if (HttpMethods.IsHead(httpContext.Request.Method)) return;
        if (mediaType == AuditBody.Table) await WriteAsync(response, $"{(IsForSheets ? "\uFEFF" : "")}{ResultTable.Heading}", cancellationToken);
        var left = limit;
        while (part.Count > 0)
        {
            await WriteAsync(response, Text(part), cancellationToken);
            left -= part.Count;
            part = left is 0 ? [] : await PartAsync(part[^1].Number, left, cancellationToken);
        }
    }

    private async Task<List<AuditResultReport>> PartAsync(int after, int? left, CancellationToken cancellationToken) =>
        (await results.PageAsync(auditId, wish with { After = after }, Math.Min(left ?? Part, Part), cancellationToken))
            .ConvertAll(AuditResultReport.Of);

    private string Text(List<AuditResultReport> part) => string.Concat(mediaType == AuditBody.Table
        ? part.Select(ResultTable.Row) : part.Select(x => JsonSerializer.Serialize(x, WireJson.Options) + "\n"));

    private static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancellationToken)
    {
        await response.Body.WriteAsync(Encoding.UTF8.GetBytes(text), cancellationToken);
        await response.Body.FlushAsync(cancellationToken);
    }
}
