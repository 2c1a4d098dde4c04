using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Access;

/// <summary>Judges whether a request may use what a scope opens: by a key that it sends, by a key that its browser has signed in with, or without one.</summary>
internal sealed class AccessJudge(AnonymousAccess anonymous, OwnKey ownKey, KeyGuesses guesses, KeyCookie cookie)
{
    /// <summary>Why it may not; null where it may. A key that was known is remembered as the caller.</summary>
    public async ValueTask<Problem?> RefusalOfAsync(HttpContext http, ScopeRequirement requirement)
    {
        if (Presented(http.Request) is { } presented)
        {
            if (ownKey.Is(presented)) return null;
            var (key, refusal) = await VerdictOnAsync(http, presented);
            return key is null ? refusal : RefusalOf(http, key, requirement);
        }

        if (cookie.KeyOf(http) is { } signedIn) return RefusalOf(http, signedIn, requirement);
        if (!anonymous.Allowed) return Problem.Of(StatusCodes.Status401Unauthorized, ProblemCode.KeyRequired);
        return anonymous.Knows(http.Request.Host) ? null : Problem.Of(StatusCodes.Status421MisdirectedRequest, ProblemCode.HostNotAllowed);
    }

    // A request that is judged twice, for itself and for its page, has tried one key.
    private async ValueTask<KeyVerdict> VerdictOnAsync(HttpContext http, string presented)
    {
        if (http.Features.Get<KeyVerdict>() is { } before) return before;
        var (key, refusal) = await guesses.FindAsync(http, presented);
        var verdict = new KeyVerdict(key, refusal);
        http.Features.Set(verdict);
        return verdict;
    }

    private sealed record KeyVerdict(ApiKey? Key, Problem? Refusal);

    private static Problem? RefusalOf(HttpContext http, ApiKey key, ScopeRequirement requirement)
    {
        http.Features.Set(Caller.Holding(key, http));
        return requirement.IsMetBy(key) ? null : Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.ScopeMissing);
    }

    private static string? Presented(HttpRequest request)
    {
        const string bearer = "Bearer ";
        if (request.Headers.TryGetValue("X-Api-Key", out var key)) return key.ToString();
        var authorization = request.Headers.Authorization.ToString();
        return authorization.StartsWith(bearer, StringComparison.OrdinalIgnoreCase) ? authorization[bearer.Length..].Trim() : null;
    }
}
