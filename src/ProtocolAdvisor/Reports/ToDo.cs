using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What must be done, what should be, and what is only good to know: a report's findings as causes, each with all its places, the one that stands first in the summary first.
/// </summary>
/// <param name="Must">Without these it does not work, or mail is insecure or about to be lost.</param>
/// <param name="Should">It works all the same.</param>
/// <param name="Noticed">Nobody waits for these; or whoever chooses the other protocol would have to weigh them.</param>
public sealed record ToDo(
    IReadOnlyList<IReadOnlyList<FindingReport>> Must, IReadOnlyList<IReadOnlyList<FindingReport>> Should, IReadOnlyList<IReadOnlyList<FindingReport>> Noticed)
{
    /// <summary>A report's.</summary>
    internal static ToDo Of(AssessmentReport report) => Of(report.Findings, report.Summary.LeadingCause, x => UrgencyOf(x, report));

    /// <summary>Of a search for servers alone: how bad a finding is decides.</summary>
    internal static ToDo Of(IReadOnlyList<FindingReport> findings) => Of(findings, null, x => UrgencyOf(x.Severity));

    private static ToDo Of(IReadOnlyList<FindingReport> findings, FindingCode? leading, Func<FindingReport, Urgency> urgencyOf)
    {
        var causes = FindingCauses.All(findings).OrderByDescending(x => x[0].Code == leading).ThenBy(x => x[0].Severity).ToLookup(x => urgencyOf(x[0]));
        return new([.. causes[Urgency.Must]], [.. causes[Urgency.Should]], [.. causes[Urgency.Noticed]]);
    }

    private enum Urgency
    {
        Must,
        Should,
        Noticed,
    }

    private static Urgency UrgencyOf(FindingReport finding, AssessmentReport report) => UrgencyOf(finding.Severity) switch
    {
        _ when finding.Code == report.Summary.LeadingCause && !Works(report) => Urgency.Must,
        _ when IsOfTheChoice(finding.Code, report.Recommendation.Protocol == RecommendedProtocol.Imap) => Urgency.Noticed,
        Urgency.Must when IsElsewhere(finding, report) => Urgency.Should,
        var urgency => urgency,
    };

    private static Urgency UrgencyOf(Severity severity) => severity switch
    {
        Severity.Blocking or Severity.High => Urgency.Must,
        Severity.Medium => Urgency.Should,
        _ => Urgency.Noticed,
    };

    private static bool Works(AssessmentReport report) => report.Summary.State is SummaryState.Works or SummaryState.ToMend;

    /// <summary>Whether it is weighed by whoever chooses POP3; to mend there is nothing.</summary>
    internal static bool IsOfTheChoice(FindingCode code, bool imapIsAdvised) => code == FindingCode.NoBackup
        || (imapIsAdvised && code is FindingCode.MailOutsideInbox or FindingCode.SizesDisagree or FindingCode.Pop3NoUidl or FindingCode.Pop3ExpirePolicy);

    // What is wrong with the protocol that is not advised keeps nobody from his mail.
    private static bool IsElsewhere(FindingReport finding, AssessmentReport report) => Works(report) && finding.Protocol is { } protocol && protocol.ReadsMail()
        && RecommendationReport.Name(protocol) != report.Recommendation.Protocol;
}
