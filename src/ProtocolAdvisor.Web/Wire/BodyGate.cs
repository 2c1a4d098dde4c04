namespace ProtocolAdvisor.Web.Wire;

/// <summary>Lets only valid bodies through to the endpoints.</summary>
internal static class BodyGate
{
    /// <summary>Refuses a wrong body before the endpoint runs.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        for (var i = 0; i < context.Arguments.Count; i++)
            if (context.Arguments[i] is JsonBody body && body.Validate(context.HttpContext.RequestServices) is { } problem) return problem.AsResult();
        return await next(context);
    }
}
