using Microsoft.Net.Http.Headers;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Headers that keep browsers from doing more with our answers than they should.</summary>
internal static class SecurityHeaders
{
    // Swagger UI styles its elements in place; everything else comes from its own files.
    private const string ForSwagger = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    // The console brings its own styles and script; forms go nowhere but to us.
    private const string ForPages = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private const string ForAnswers = "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Sets them on every answer.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var swagger = http.Request.Path.StartsWithSegments("/swagger", StringComparison.Ordinal);
        http.Response.OnStarting(() =>
        {
            var headers = http.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "no-referrer";
            headers.ContentSecurityPolicy = swagger ? ForSwagger : IsPage(http.Response) ? ForPages : ForAnswers;

            // Whoever answers for an exception adds these, for caches of HTTP/1.0 only.
            headers.Remove(HeaderNames.Pragma);
            headers.Remove(HeaderNames.Expires);
            if (!swagger && headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(http);
    });

    private static bool IsPage(HttpResponse response) => response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
}
