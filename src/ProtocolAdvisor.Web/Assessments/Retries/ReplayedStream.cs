using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments.Retries;

/// <summary>The end of a stream that was told before: what the run came to.</summary>
/// <param name="report">The report.</param>
/// <param name="path">Where it can be opened; null for nowhere.</param>
internal sealed class ReplayedStream(AssessmentReport report, string? path) : IResult
{
    /// <inheritdoc/>
    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = AcceptGate.EventStream;
        httpContext.Response.Headers["X-Accel-Buffering"] = "no";
        foreach (object part in new object[] { report.Recommendation, new StoredEvent(path), report })
            await new ServerSentEvent(part).WriteAsync(httpContext.Response, httpContext.RequestAborted);
    }
}
