using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Asks for a key where one is needed.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessOptions options, AnonymousAccess anonymous, OwnKey ownKey)
{
    /// <summary>Judges one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeRequirement>() is not { Scope: var scope }) return next(http);
        return Refusal(http, scope) is { } refusal ? refusal.AsResult().ExecuteAsync(http) : next(http);
    }

    private Problem? Refusal(HttpContext http, Scope scope)
    {
        if (Presented(http.Request) is not { } presented) return RefusalOfAnonymous(http);
        if (ownKey.Is(presented)) return null;
        if (options.Find(presented) is not { } key) return Unauthorized(http, ProblemCode.KeyUnknown);
        http.Features.Set(new Caller($"key {key.Name}", key));
        return key.Scopes.Contains(scope) ? null : Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ScopeMissing);
    }

    private Problem? RefusalOfAnonymous(HttpContext http)
    {
        if (!anonymous.Allowed) return Unauthorized(http, ProblemCode.KeyRequired);
        return anonymous.Knows(http.Request.Host) ? null : Problem.Of(StatusCodes.Status421MisdirectedRequest, ProblemCode.HostNotAllowed);
    }

    private static Problem Unauthorized(HttpContext http, string code)
    {
        http.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem.Of(StatusCodes.Status401Unauthorized, code);
    }

    private static string? Presented(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }
}
