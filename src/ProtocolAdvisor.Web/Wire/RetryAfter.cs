using System.Globalization;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Says when to come again (<c>Retry-After</c>, RFC 9110 §10.2.3).</summary>
internal static class RetryAfter
{
    /// <summary>In whole seconds, one at least.</summary>
    public static void Set(HttpContext http, TimeSpan wait) =>
        http.Response.Headers.RetryAfter = Math.Max(1, Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
