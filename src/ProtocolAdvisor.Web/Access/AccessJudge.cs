using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Judges whether a request may use what a scope opens: by a key that it sends, by a key that its browser has signed in with, or without one.</summary>
internal sealed class AccessJudge(AccessOptions options, AnonymousAccess anonymous, OwnKey ownKey, KeyCookie cookie)
{
    /// <summary>Why it may not; null where it may. A key that was known is remembered as the caller.</summary>
    public Problem? RefusalOf(HttpContext http, Scope scope)
    {
        if (Presented(http.Request) is { } presented) return ownKey.Is(presented) ? null : RefusalOf(http, options.Find(presented), scope);
        if (cookie.KeyOf(http) is { } key) return RefusalOf(http, key, scope);
        if (!anonymous.Allowed) return Problem.Of(StatusCodes.Status401Unauthorized, ProblemCode.KeyRequired);
        return anonymous.Knows(http.Request.Host) ? null : Problem.Of(StatusCodes.Status421MisdirectedRequest, ProblemCode.HostNotAllowed);
    }

    private static Problem? RefusalOf(HttpContext http, ApiKey? key, Scope scope)
    {
        if (key is null) return Problem.Of(StatusCodes.Status401Unauthorized, ProblemCode.KeyUnknown);
        http.Features.Set(Caller.Holding(key, http));
        return key.Scopes.Contains(scope) ? null : Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ScopeMissing);
    }

    private static string? Presented(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }
}
