namespace ProtocolAdvisor.Web.Access;

/// <summary>Asks for a key where one is needed.</summary>
internal sealed class AccessGate(RequestDelegate next, AccessJudge judge)
{
    /// <summary>Judges one request.</summary>
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ScopeRequirement>() is not { } requirement || await judge.RefusalOfAsync(http, requirement) is not { } refusal)
        {
            await next(http);
            return;
        }

        if (refusal.Status == StatusCodes.Status401Unauthorized) http.Response.Headers.WWWAuthenticate = "Bearer";
        await refusal.AsResult().ExecuteAsync(http);
    }
}
