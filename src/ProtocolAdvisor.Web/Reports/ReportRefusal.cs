using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>Why there is no report.</summary>
internal static class ReportRefusal
{
    /// <summary>Nobody can tell an id that never was from one that has expired.</summary>
    public static ApiProblem Unknown { get; } =
        ApiProblem.Of(StatusCodes.Status404NotFound, ProblemCode.AssessmentNotFound, "There is no such report, or it has expired.");
}
