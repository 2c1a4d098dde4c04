using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Web.Assessments.Retries;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Telemetry;

namespace ProtocolAdvisor.Web.Access;

/// <summary>
/// Lets pages of the operator's choice (<c>Access:AllowedOrigins</c>) use the API from a browser (CORS,
/// https://fetch.spec.whatwg.org/#http-cors-protocol): by a key that
/// they hold, never by the visitor's cookie, and the console not at all.
/// </summary>
internal static class CrossOrigin
{
    private static readonly TimeSpan PreflightIsGoodFor = TimeSpan.FromHours(1);

    // What is on the safelist of the standard, such as Content-Language, need not be named.
    private static readonly string[] Sent =
    [
        "X-Api-Key", HeaderNames.Authorization, Caller.EndUserHeader, IdempotencyKey.Header, RequestIds.Header,
        HeaderNames.ContentType, HeaderNames.AcceptLanguage, HeaderNames.IfNoneMatch, AuditEvents.LastEventId,
    ];

    private static readonly string[] Shown =
    [
        HeaderNames.Location, HeaderNames.RetryAfter, HeaderNames.ETag, HeaderNames.ContentDisposition,
        RateHeaders.Limit, RateHeaders.Policy, RequestIds.Header, RetryGate.ReplayedHeader,
    ];

    private static readonly string[] Methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Delete];

    /// <summary>Answers browsers' questions; where no origin is allowed, nothing stands in anybody's way.</summary>
    public static void UseCrossOrigin(this WebApplication app)
    {
        var origins = app.Services.GetRequiredService<AccessOptions>().AllowedOrigins;
        if (origins.Count == 0) return;
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal),
            api => api.UseCors(policy => Allow(policy, origins)));
    }

    private static void Allow(CorsPolicyBuilder policy, IReadOnlyList<string> origins) =>
        policy.WithOrigins([.. origins]).WithMethods(Methods).WithHeaders(Sent).WithExposedHeaders(Shown)
            .DisallowCredentials().SetPreflightMaxAge(PreflightIsGoodFor);

    /// <summary>Whether a text is an origin as browsers send it (RFC 6454 §6.2): otherwise it would never match, and silently allow
    /// nobody.</summary>
    public static bool IsOrigin(string? text, out string origin)
    {
        origin = text ?? "";
        return Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" }
            && uri.GetLeftPart(UriPartial.Authority) == text && !text.Contains('*', StringComparison.Ordinal) && text.All(char.IsAscii);
    }
}
