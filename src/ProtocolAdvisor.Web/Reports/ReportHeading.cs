using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Reports;

/// <summary>What a report tells of the request itself: kept apart from the facts, which know no names.</summary>
/// <param name="Id">The report's id.</param>
/// <param name="Retention">How long it is kept.</param>
/// <param name="Email">The address that was given.</param>
/// <param name="Subject">What the run was asked to look at.</param>
internal sealed record ReportHeading(string Id, TimeSpan Retention, EmailAddress? Email, AssessmentSubject Subject)
{
    /// <summary>The user name as a report may show it.</summary>
    public string? ShownUsername => UsernameForm.Of(Subject.Credentials?.Username, Email);

    /// <summary>The user name at a candidate: what the caller said, else what published settings say, else what we presume.</summary>
    public string? UsernameFor(EndpointCandidate? candidate) =>
        Subject.Credentials is null || Subject.UsernameIsPresumed ? candidate?.Username ?? ShownUsername : ShownUsername;
}
