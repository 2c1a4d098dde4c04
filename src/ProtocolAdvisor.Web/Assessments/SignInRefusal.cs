using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>The answer to one password too many.</summary>
internal static class SignInRefusal
{
    /// <summary>429, without anything having been tried.</summary>
    public static ProblemResult Of(HttpContext http, TimeSpan wait)
    {
        RetryAfter.Set(http, wait);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyFailedSignIns).AsResult();
    }
}
