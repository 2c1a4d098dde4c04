using System.Reflection;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Net.Http.Headers;

namespace ProtocolAdvisor.Web.Settings;

/// <summary>Answers with a settings file: text to be read at once, everything else to be saved under its name.</summary>
/// <param name="name">The file's name.</param>
/// <param name="mediaType">The media type: the file's, or where the caller likes another of them better, that.</param>
/// <param name="content">What is in it.</param>
internal sealed class SettingsAnswer(string name, string mediaType, byte[] content) : IResult, IEndpointMetadataProvider
{
    /// <summary>Apple's media type. It is sent without a charset: the file itself says UTF-8, and a signed one is no text.</summary>
    public const string Profile = "application/x-apple-aspen-config";

    private static readonly string[] MediaTypes = ["text/xml", Profile, "application/xml", "application/json", "text/plain"];

    /// <inheritdoc/>
    public static void PopulateMetadata(MethodInfo method, EndpointBuilder builder) =>
        builder.Metadata.Add(new ProducesResponseTypeMetadata(StatusCodes.Status200OK, typeof(Stream), MediaTypes));

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var disposition = new ContentDispositionHeaderValue(mediaType == "text/plain" ? "inline" : "attachment");
        disposition.SetHttpFileName(name);
        httpContext.Response.Headers.ContentDisposition = disposition.ToString();
        httpContext.Response.ContentType = mediaType == Profile ? Profile : $"{mediaType}; charset=utf-8";
        httpContext.Response.ContentLength = content.Length;
        return httpContext.Response.Body.WriteAsync(content, httpContext.RequestAborted).AsTask();
    }
}
