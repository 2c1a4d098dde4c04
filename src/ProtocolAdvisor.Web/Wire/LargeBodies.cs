using Microsoft.AspNetCore.Http.Features;
using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Lists;
using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>
/// Answers a body that is too large before the connection is closed. Many clients, Node's among them, send all of it before they read: a
/// connection that is closed
/// meanwhile is reset, and they see no answer. So what still comes is read and thrown away behind the answer, by the server, for five
/// seconds at most.
/// </summary>
internal static class LargeBodies
{
    /// <summary>Bytes that are thrown away; whoever sends more is cut off.</summary>
    public const long MostPassed = 64 << 20;

    /// <summary>Judges bodies by their declared length, wherever they are sent; those without one are counted as they are read.</summary>
    public static void UseLargeBodies(this WebApplication app) => app.Use((http, next) =>
    {
        if (http.Request.ContentLength is not { } length) return UndeclaredAsync(http, next);
        if (length <= MostOf(http)) return next(http);
        PassBy(http);
        return TooLarge().AsResult().ExecuteAsync(http);
    });

    // Lists of subjects are longer than anything else.
    private static int MostOf(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.Path.Value is AuditPaths.All or ConsolePaths.Audits ? AuditList.MostBytes : JsonBody.MaxBytes;

    /// <summary>The refusal.</summary>
    public static Problem TooLarge() => Problem.Of(StatusCodes.Status413PayloadTooLarge, ProblemCode.BodyTooLarge);

    // Forms are read by the framework, within their endpoint's bound, and mostly come with their length.
    private static Task UndeclaredAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Headers.TransferEncoding.Count > 0 && !http.Request.HasFormContentType) PassBy(http);
        return next(http);
    }

    private static void PassBy(HttpContext http)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = MostPassed;
    }
}
