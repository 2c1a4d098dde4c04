using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Running;

namespace ProtocolAdvisor.Web.Assessments;

/// <summary>Turns what a run learns into parts of a streamed answer: events for programs, lines of a page for people.</summary>
internal interface IRunTeller : IProgress<AssessmentEvent>
{
    /// <summary>The run has ended.</summary>
    /// <param name="report">Its report.</param>
    /// <param name="stored">Whether the report can be opened later.</param>
    void End(AssessmentReport report, bool stored);
}
