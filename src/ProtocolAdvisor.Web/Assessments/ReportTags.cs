using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>
/// Spares whoever has a report already its being sent again (RFC 9110 §8.8.3, §13.1.2). A stored report changes only with its language and
/// with the program, whose rules
/// and words judge what was measured.
/// </summary>
internal static class ReportTags
{
    private static readonly string Version =
        $"{typeof(ReportTags).Module.ModuleVersionId:N}{typeof(AssessmentReport).Module.ModuleVersionId:N}";

    /// <summary>Tags the report; 304 where the request names its tag.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (result is not INestedHttpResult { Result: Ok<AssessmentReport> { Value: { } report } }) return result;
        var http = context.HttpContext;
        var tag = new EntityTagHeaderValue($"\"{TagOf($"{report.Id} {http.Response.Headers.ContentLanguage} {Version}")}\"");
        http.Response.Headers.ETag = tag.ToString();
        var known = http.Request.GetTypedHeaders().IfNoneMatch;
        return known.Any(x => x.Equals(EntityTagHeaderValue.Any) || x.Compare(tag, useStrongComparison: false))
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : result;
    }

    private static string TagOf(string text) => Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}
