using Microsoft.AspNetCore.Http.Metadata;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Refuses query parameters that an operation does not have, or that are there twice: what is mistyped is never silently ignored.</summary>
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
        var wrong = http.Request.Query.Select(x => !known.Contains(x.Key) ? Unknown(x.Key) : x.Value.Count > 1 ? Twice(x.Key) : null).OfType<Complaint>().ToList();
        return wrong.Count == 0 ? next(http) : Problem.Invalid(wrong).AsResult().ExecuteAsync(http);
    }

    /// <summary>There is no such parameter.</summary>
    public static Complaint Unknown(string name) => Complaint.Of($"?{MemberPaths.Shown(name)}", UnknownParameter, UnknownParameter);

    // No operation has a parameter that is a list.
    private static Complaint Twice(string name) => Complaint.Of($"?{name}", JsonShape.DuplicateMember, JsonShape.DuplicateMember);

    // What stands in the path is no query parameter.
    private static HashSet<string> Known(RouteEndpoint endpoint) =>
        [.. endpoint.Metadata.GetOrderedMetadata<IParameterBindingMetadata>().Select(x => x.Name).Except(endpoint.RoutePattern.Parameters.Select(x => x.Name))];
}
