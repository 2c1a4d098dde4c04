using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Console;

/// <summary>What the console's requests have in common: problems are told as pages, and forms come from our own pages only.</summary>
internal static class ConsoleForms
{
    /// <summary>Tells problems as pages wherever a browser asks for one outside the API.</summary>
    public static void UseConsole(this WebApplication app) => app.Use((http, next) =>
    {
        if (WantsPage(http.Request))
            http.Features.Set(new ProblemForm(problem => new HtmlPage<Pages.ProblemPage>(new Dictionary<string, object?> { ["Problem"] = problem }, problem.Status)));
        return next(http);
    });

    /// <summary>
    /// Refuses forms that another site has sent. Browsers say where a form comes from (Fetch Metadata, or at least Origin), and no page can make them lie;
    /// programs that say nothing carry no one's cookies.
    /// </summary>
    public static async ValueTask<object?> OwnOnly(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        IsOurs(context.HttpContext.Request) ? await next(context) : Problem.Of(StatusCodes.Status403Forbidden, ProblemCode.FormOfAnotherSite).AsResult();

    /// <summary>Reads the form before the endpoint asks for it; what is none is the sender's mistake, not ours.</summary>
    public static async ValueTask<object?> Readable(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var request = context.HttpContext.Request;
        try
        {
            if (!request.HasFormContentType) return Unreadable();
            await request.ReadFormAsync(context.HttpContext.RequestAborted);
        }
        catch (Exception e) when (e is InvalidDataException or (IOException and not BadHttpRequestException))
        {
            return Unreadable();
        }

        return await next(context);
    }

    private static ProblemResult Unreadable() => Problem.Of(StatusCodes.Status400BadRequest, ProblemCode.BadRequest).AsResult();

    private static bool IsOurs(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site) return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }

    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/v1", StringComparison.Ordinal) && !request.Path.StartsWithSegments("/health", StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains(AcceptGate.Html, StringComparison.OrdinalIgnoreCase);
}
