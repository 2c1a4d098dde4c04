using System.Globalization;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>The answer to one assessment too many.</summary>
internal static class QueueRefusal
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    // As long as a new process needs to be ready.
    private static readonly TimeSpan Restart = TimeSpan.FromSeconds(10);

    /// <summary>429 with the time in which those who wait now will have had their turn, or 503 where the service is stopping; nothing has been tried.</summary>
    public static ProblemResult Of(HttpContext http, AssessmentQueue queue)
    {
        if (queue.IsClosed) return Stopping(http);
        RetryAfter(http, queue.TimeToTurn);
        return Problem.Of(StatusCodes.Status429TooManyRequests, ProblemCode.TooManyAssessments).AsResult();
    }

    /// <summary>503: the service is stopping.</summary>
    public static ProblemResult Stopping(HttpContext http)
    {
        if (!http.Response.HasStarted) RetryAfter(http, Restart);
        return Problem.Of(StatusCodes.Status503ServiceUnavailable, ProblemCode.Stopping).AsResult();
    }

    private static void RetryAfter(HttpContext http, TimeSpan wait)
    {
        var seconds = Math.Clamp(Math.Ceiling(wait.TotalSeconds), 1, Longest.TotalSeconds);
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
    }
}
