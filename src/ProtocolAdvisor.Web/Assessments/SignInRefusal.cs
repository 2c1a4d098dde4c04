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
        return ApiProblem.Of(
            StatusCodes.Status429TooManyRequests,
            ProblemCode.TooManyFailedSignIns,
            "Too many sign-ins have failed within an hour; nothing was tried. Without credentials the server can still be assessed.").AsResult();
    }
}
