using System.Net;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Asks for a key where one is needed. Anonymous callers are let in only on loopback.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessOptions options, OwnKey ownKey)
{
    /// <summary>Judges one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeRequirement>() is not { Scope: var scope }) return next(http);
        return Refusal(http, scope) is { } refusal ? refusal.AsResult().ExecuteAsync(http) : next(http);
    }

    private ApiProblem? Refusal(HttpContext http, Scope scope)
    {
        if (Presented(http.Request) is not { } presented) return RefusalOfAnonymous(http);
        if (ownKey.Is(presented)) return null;
        if (options.Find(presented) is not { } key) return Unauthorized(http, ProblemCode.KeyUnknown, "The key is not known here.");
        http.Features.Set(new Caller($"key {key.Name}", key));
        return key.Scopes.Contains(scope)
            ? null : ApiProblem.Of(StatusCodes.Status403Forbidden, ProblemCode.ScopeMissing, "The key does not open this.");
    }

    private ApiProblem? RefusalOfAnonymous(HttpContext http)
    {
        // A connection without an address is no network's: the test server's.
        var local = http.Connection.LocalIpAddress is not { } address || IPAddress.IsLoopback(address);
        return local && options.AllowAnonymous != false
            ? null : Unauthorized(http, ProblemCode.KeyRequired, "A key is needed: X-Api-Key, or Authorization: Bearer.");
    }

    private static ApiProblem Unauthorized(HttpContext http, string code, string detail)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return ApiProblem.Of(StatusCodes.Status401Unauthorized, code, detail);
    }

    private static string? Presented(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }
}
