using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Leads on with a GET (303, RFC 9110 §15.4.4).</summary>
/// <param name="path">A path of ours.</param>
internal sealed class SeeOther(string path) : IResult, IStatusCodeHttpResult, IEndpointMetadataProvider
{
    /// <inheritdoc/>
    public int? StatusCode => StatusCodes.Status303SeeOther;

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status303SeeOther, typeof(void)));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        return Task.CompletedTask;
    }
}
