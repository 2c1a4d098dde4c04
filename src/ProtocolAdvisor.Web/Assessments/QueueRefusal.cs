using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>The answer to one assessment too many.</summary>
internal static class QueueRefusal
{
    /// <summary>429, without anything having been tried.</summary>
    public static ProblemResult Of(HttpContext http)
    {
        http.Response.Headers.RetryAfter = "5";
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyAssessments).AsResult();
    }
}
