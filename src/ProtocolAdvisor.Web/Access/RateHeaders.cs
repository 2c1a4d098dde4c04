using System.Globalization;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Tells the holder of a key what is left of its minute before it is used up (draft-ietf-httpapi-ratelimit-headers-10).</summary>
internal static class RateHeaders
{
    /// <summary>What is left: <c>r</c> requests, and <c>t</c> seconds until there are all of them again.</summary>
    public const string Limit = "RateLimit";

    /// <summary>What there is: <c>q</c> requests in <c>w</c> seconds.</summary>
    public const string Policy = "RateLimit-Policy";

    // The policy's name, the same in both.
    private const string Name = "\"key\"";

    /// <summary>Puts both on the answer, whatever becomes of it.</summary>
    /// <param name="http">The request.</param>
    /// <param name="quota">Requests in a window.</param>
    /// <param name="window">The window.</param>
    /// <param name="left">Requests that are left in this one.</param>
    /// <param name="reset">When the next one begins.</param>
    public static void Set(HttpContext http, int quota, TimeSpan window, int left, TimeSpan reset) => http.Response.OnStarting(() =>
    {
        var seconds = Math.Max(1, Math.Ceiling(reset.TotalSeconds));
        http.Response.Headers[Policy] = string.Create(CultureInfo.InvariantCulture, $"{Name};q={quota};w={window.TotalSeconds:0}");
        http.Response.Headers[Limit] = string.Create(CultureInfo.InvariantCulture, $"{Name};r={left};t={seconds:0}");
        return Task.CompletedTask;
    });
}
