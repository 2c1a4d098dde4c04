using Microsoft.Net.Http.Headers;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Wire;

/// <summary>Holds the Accept header against what an endpoint can write (RFC 9110 §12.5.1).</summary>
internal static class AcceptGate
{
    /// <summary>JSON.</summary>
    public const string Json = "application/json";

    /// <summary>Server-sent events.</summary>
    public const string EventStream = "text/event-stream";

    /// <summary>A page.</summary>
    public const string Html = "text/html";

    /// <summary>Lets the endpoint refuse whoever accepts none of these media types, and says so in the contract.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="types">What it writes.</param>
    public static RouteHandlerBuilder WritesOnly(this RouteHandlerBuilder endpoint, params string[] types) => endpoint.WithMetadata(new OfferedTypes(types)).AddEndpointFilter(Writes(types));

    /// <summary>An endpoint filter for endpoints that write one of these media types.</summary>
    public static Func<EndpointFilterInvocationContext, EndpointFilterDelegate, ValueTask<object?>> Writes(params string[] offered) =>
        (context, next) => Chosen(context.HttpContext.Request, offered) is null
            ? new ValueTask<object?>(Refusal(offered).AsResult())
            : next(context);

    /// <summary>The caller wants none of these media types.</summary>
    public static Problem Refusal(params string[] offered) =>
        Problem.Of(StatusCodes.Status406NotAcceptable, ProblemCode.NotAcceptable, ("types", string.Join(", ", offered)));

    /// <summary>The offered media type that the caller likes best, the first one when it does not care; null when it wants none of them.</summary>
    public static string? Chosen(HttpRequest request, params string[] offered)
    {
        if (request.Headers.Accept.Count == 0) return offered[0];
        var accepted = request.GetTypedHeaders().Accept;
        return offered.Select(type => (Type: type, Quality: QualityOf(type, accepted)))
            .Where(x => x.Quality > 0).OrderByDescending(x => x.Quality).Select(x => x.Type).FirstOrDefault();
    }

    // The most specific range that covers the type decides, so "text/html, */*;q=0" means what it says. Parameters other than q are not looked at:
    // what we write has none, and "application/json; charset=utf-8" is what many clients ask for.
    private static double QualityOf(string type, IList<MediaTypeHeaderValue> accepted)
    {
        var wanted = new MediaTypeHeaderValue(type);
        return accepted.Where(x => wanted.IsSubsetOf(new MediaTypeHeaderValue(x.MediaType)))
            .OrderBy(x => x.MatchesAllTypes).ThenBy(x => x.MatchesAllSubTypes)
            .Select(x => x.Quality ?? 1).FirstOrDefault();
    }
}

/// <summary>What an endpoint offers to write, as it tells whoever wants something else.</summary>
/// <param name="Types">Media types.</param>
internal sealed record OfferedTypes(IReadOnlyList<string> Types);
