using System.IO.Compression;
using System.Net.Mime;
using Microsoft.AspNetCore.ResponseCompression;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>
/// Compresses what is only read: JSON and pages that answer a GET without a query. A compressed answer tells by its length whether what
/// somebody had us repeat stands
/// in it once more (BREACH), so no answer is compressed that repeats what was sent beside what is secret: those to a POST hold what was
/// posted beside a fresh link, and
/// a query is shown beside the links of a list. Nothing is lost by it: a report is short of neither, and a stream must not be held back.
/// </summary>
internal static class Compression
{
    private static readonly string[] Compressed =
    [
        MediaTypeNames.Application.Json, MediaTypeNames.Text.Html, MediaTypeNames.Text.Plain,
        MediaTypeNames.Text.Css, MediaTypeNames.Text.JavaScript, "image/svg+xml",
    ];

    /// <summary>Brotli and gzip, quick rather than small: answers are made once.</summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(options =>
        {
            options.EnableForHttps = true;
            options.MimeTypes = Compressed;
            options.Providers.Add<BrotliCompressionProvider>();
            options.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(options => options.Level = CompressionLevel.Fastest);
    }

    /// <summary>Compresses where it is safe and worth it; other requests do not even pass through.</summary>
    public static void UseCompression(this WebApplication app) => app.UseWhen(IsOnlyRead, reading =>
    {
        reading.Use((http, next) =>
        {
            http.Response.OnStarting(() => Weaken(http.Response));
            return next(http);
        });
        reading.UseResponseCompression();
    });

    // The few bytes of the health checks would only grow.
    private static bool IsOnlyRead(HttpContext http) => HttpMethods.IsGet(http.Request.Method) && !http.Request.QueryString.HasValue
        && http.Request.Headers.AcceptEncoding.Count > 0 && !http.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal);

    // The bytes differ from those that a strong tag stands for (RFC 9110 §8.8.1).
    private static Task Weaken(HttpResponse response)
    {
        if (response.Headers.ContentEncoding.Count == 0) return Task.CompletedTask;
        if (response.Headers.ETag.ToString() is ['"', ..] strong) response.Headers.ETag = "W/" + strong;
        return Task.CompletedTask;
    }
}
