using System.Buffers;
using System.Diagnostics;
using System.Security.Cryptography;

namespace ProtocolAdvisor.Web.Telemetry;

/// <summary>Names every request, so that a caller's log and ours can be held side by side: <c>X-Request-Id</c>, the caller's own where it brings one that can be repeated.</summary>
internal static class RequestIds
{
    /// <summary>The header, of request and answer.</summary>
    public const string Header = "X-Request-Id";

    /// <summary>Characters of the longest one that is taken.</summary>
    public const int Longest = 128;

    private const string Tag = "request.id";
    private static readonly SearchValues<char> Allowed = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Gives every request its name: in the answer, in the log's scope (<c>RequestId</c>) and on the trace.</summary>
    public static void UseRequestIds(this WebApplication app) => app.Use((http, next) =>
    {
        var id = Of(http.Request.Headers[Header]);
        http.TraceIdentifier = id;
        http.Response.OnStarting(() =>
        {
            // Late: a failed request's answer is begun anew.
            http.Response.Headers[Header] = id;
            return Task.CompletedTask;
        });
        Activity.Current?.SetTag(Tag, id);
        return next(http);
    });

    private static string Of(string? brought) =>
        brought is { Length: > 0 and <= Longest } && !brought.AsSpan().ContainsAnyExcept(Allowed) ? brought : RandomNumberGenerator.GetHexString(32, lowercase: true);
}
