using System.Globalization;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>The answer to one password too many.</summary>
internal static class SignInRefusal
{
    /// <summary>429, without anything having been tried.</summary>
    public static ProblemResult Of(HttpContext http, TimeSpan wait)
    {
        http.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyFailedSignIns).AsResult();
    }
}
