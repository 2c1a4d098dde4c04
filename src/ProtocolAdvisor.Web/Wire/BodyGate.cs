namespace ProtocolAdvisor.Web.Wire;

/// <summary>Lets only valid bodies through to the endpoints.</summary>
internal static class BodyGate
{
    /// <summary>Refuses a wrong body before the endpoint runs.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        foreach (var body in context.Arguments.OfType<JsonBody>())
            if (body.Validate(context.HttpContext.RequestServices) is { } problem) return problem.AsResult();
        return await next(context);
    }
}
