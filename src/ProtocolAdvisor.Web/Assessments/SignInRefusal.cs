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

    /// <summary>503, without anything having been tried: to go on would be to let passwords be guessed, and to refuse for long to lock people out.</summary>
    public static ProblemResult Unreachable(HttpContext http)
    {
        RetryAfter.Set(http, TakenOver);
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, ProblemCode.CountsUnreachable).AsResult();
    }

    // Another node takes over within seconds.
    private static readonly TimeSpan TakenOver = TimeSpan.FromSeconds(5);
}
