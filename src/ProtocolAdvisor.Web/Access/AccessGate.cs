namespace ProtocolAdvisor.Web.Access;

/// <summary>Asks for a key where one is needed.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessJudge judge)
{
    /// <summary>Judges one request.</summary>
    public Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeRequirement>() is not { } requirement) return next(http);
        if (judge.RefusalOf(http, requirement) is not { } refusal) return next(http);
        if (refusal.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        return refusal.AsResult().ExecuteAsync(http);
    }
}
