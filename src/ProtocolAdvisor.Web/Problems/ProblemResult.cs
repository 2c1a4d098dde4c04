using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>Writes a problem as the answer, in the language of the request: as JSON, or, where pages are asked for, as a page.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => problem.Status;

    /// <summary>The problem.</summary>
    public Problem Problem => problem;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (httpContext.Features.Get<ProblemForm>() is { } form) return form.Of(problem).ExecuteAsync(httpContext);
        var said = ApiProblem.In(RequestLanguage.Of(httpContext), problem);
        httpContext.Response.StatusCode = problem.Status;
        return httpContext.Response.WriteAsJsonAsync(said, WireJson.Options, ApiProblem.MediaType, httpContext.RequestAborted);
    }
}

/// <summary>Another form in which a request's problems are told.</summary>
/// <param name="Of">A problem in that form.</param>
internal sealed record ProblemForm(Func<Problem, IResult> Of);
