using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Refuses query parameters that an operation does not have: what is mistyped is never silently ignored.</summary>
internal sealed class QueryGate(RequestDelegate next)
{
    /// <summary>The code of such a parameter.</summary>
    public const string UnknownParameter = "unknown-parameter";

    /// <summary>Judges one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.Request.Query.Count == 0 || !http.Request.Path.StartsWithSegments("/v1", StringComparison.Ordinal) || http.GetEndpoint() is not RouteEndpoint endpoint)
            return next(http);
        var known = Known(endpoint);
        var unknown = http.Request.Query.Keys.Where(x => !known.Contains(x)).Select(Unknown).ToList();
        return unknown.Count == 0 ? next(http) : Problem.Invalid(unknown).AsResult().ExecuteAsync(http);
    }

    /// <summary>There is no such parameter.</summary>
    public static Complaint Unknown(string name) => Complaint.Of($"?{MemberPaths.Shown(name)}", UnknownParameter, UnknownParameter);

    // What stands in the path is no query parameter.
    private static HashSet<string> Known(RouteEndpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(x => x.Name).Except(endpoint.RoutePattern.Parameters.Select(x => x.Name))];
}
