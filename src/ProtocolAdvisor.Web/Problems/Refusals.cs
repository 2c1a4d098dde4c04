namespace ProtocolAdvisor.Web.Problems;

/// <summary>How endpoints document what they refuse.</summary>
internal static class Refusals
{
    /// <summary>The endpoint may answer with a problem of each of these statuses; 500 always.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params int[] statuses)
    {
        foreach (var status in statuses.Append(StatusCodes.Status500InternalServerError))
            endpoint.WithMetadata(new ProducesResponseTypeMetadata(status, typeof(ApiProblem), [ApiProblem.MediaType]));
        return endpoint;
    }
}
