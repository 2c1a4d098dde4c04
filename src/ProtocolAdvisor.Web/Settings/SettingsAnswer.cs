using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>Answers with a settings file: text to be read at once, everything else to be saved under its name.</summary>
/// <param name="file">The file.</param>
/// <param name="mediaType">The media type, where the caller likes another of the file's better.</param>
internal sealed class SettingsAnswer(SettingsFile file, string mediaType) : IResult, IEndpointMetadataProvider
{
    // It is sent without a charset: the file itself says UTF-8.
    private const string Profile = "application/x-apple-aspen-config";

    private static readonly string[] MediaTypes = ["text/xml", Profile, "application/xml", "application/json", "text/plain"];

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(object), MediaTypes));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var content = System.Text.Encoding.UTF8.GetBytes(file.Content);
        var disposition = new ContentDispositionHeaderValue(mediaType == "text/plain" ? "inline" : "attachment");
        disposition.SetHttpFileName(file.Name);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Response.ContentType = mediaType == Profile ? Profile : $"{mediaType}; charset=utf-8";
        httpContext.Response.ContentLength = content.Length;
        return httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
