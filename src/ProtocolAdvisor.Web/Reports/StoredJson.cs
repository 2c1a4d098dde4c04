using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>Answers with a stored report's own bytes.</summary>
/// <param name="json">The report.</param>
internal sealed class StoredJson(byte[] json) : IResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(AssessmentReport), [AcceptGate.Json]));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = json.Length;
        return httpContext.Response.Body.WriteAsync(json, httpContext.RequestAborted).AsTask();
    }
}
