using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>Writes a problem as the answer.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemResult(ApiProblem problem) : IResult, IStatusCodeHttpResult, IValueHttpResult<ApiProblem>
{
    /// <inheritdoc/>
    public int? StatusCode => problem.Status;

    /// <inheritdoc/>
    public ApiProblem Value => problem;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = problem.Status;
        return httpContext.Response.WriteAsJsonAsync(problem, WireJson.Options, ApiProblem.MediaType, httpContext.RequestAborted);
    }
}
