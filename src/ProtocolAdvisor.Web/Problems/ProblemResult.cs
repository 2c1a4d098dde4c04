using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Problems;

/// <summary>Writes a problem as the answer, in the language of the request.</summary>
/// <param name="problem">The problem.</param>
internal sealed class ProblemResult(Problem problem) : IResult, IStatusCodeHttpResult
{
    /// <inheritdoc/>
    public int? StatusCode => problem.Status;

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var said = ApiProblem.In(RequestLanguage.Of(httpContext), problem);
        httpContext.Response.StatusCode = problem.Status;
        return httpContext.Response.WriteAsJsonAsync(said, WireJson.Options, ApiProblem.MediaType, httpContext.RequestAborted);
    }
}
