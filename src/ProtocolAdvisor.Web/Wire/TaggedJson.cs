using System.Net.Mime;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>A document that does not change while the process runs: whoever has it already need not be sent it again (RFC 9110 §8.8.3, §13.1.2).</summary>
/// <param name="content">The document in UTF-8.</param>
internal sealed class TaggedJson(byte[] content)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(5);
    private readonly EntityTagHeaderValue _tag = new($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..32]}\"");

    /// <summary>A value, written as answers are.</summary>
    public static TaggedJson Of<T>(T value) => new(JsonSerializer.SerializeToUtf8Bytes(value, WireJson.Options));

    /// <summary>The document, or 304 where the request names its tag.</summary>
    public FileContentHttpResult Answer(HttpContext http)
    {
        http.Response.GetTypedHeaders().CacheControl = new() { Private = true, MaxAge = Fresh };
        return TypedResults.Bytes(content, MediaTypeNames.Application.Json, entityTag: _tag);
    }
}
