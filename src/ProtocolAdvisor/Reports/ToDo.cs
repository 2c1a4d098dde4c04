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
    internal static ToDo Of(AssessmentReport report) => Of(report.Findings, report.Summary.LeadingCause, report.Summary.State, report.Recommendation.Protocol);

    /// <summary>A run's, of which no whole report is made.</summary>
    /// <param name="findings">Its findings.</param>
    /// <param name="leading">The cause that stands first in its summary; null for none.</param>
    /// <param name="state">Whether it works.</param>
    /// <param name="advised">What is recommended.</param>
    internal static ToDo Of(IReadOnlyList<FindingReport> findings, FindingCode? leading, SummaryState state, RecommendedProtocol advised) =>
        Of(findings, leading, x => UrgencyOf(x, leading, Works(state), advised));

    /// <summary>Of a search for servers alone: how bad a finding is decides.</summary>
    internal static ToDo Of(IReadOnlyList<FindingReport> findings) => Of(findings, null, x => UrgencyOf(x.Severity));

    // A cause is as urgent as at the place where it matters most.
    private static ToDo Of(IReadOnlyList<FindingReport> findings, FindingCode? leading, Func<FindingReport, Urgency> urgencyOf)
    {
        var causes = FindingCauses.All(findings).OrderByDescending(x => x[0].Code == leading).ThenBy(x => x[0].Severity).ToLookup(x => x.Min(urgencyOf));
        return new([.. causes[Urgency.Must]], [.. causes[Urgency.Should]], [.. causes[Urgency.Noticed]]);
    }

    // The most urgent first.
    private enum Urgency
    {
        Must,
        Should,
        Noticed,
    }

    private static Urgency UrgencyOf(FindingReport finding, FindingCode? leading, bool works, RecommendedProtocol advised) => UrgencyOf(finding.Severity) switch
    {
        _ when finding.Code == leading && !works => Urgency.Must,
        _ when IsOfTheChoice(finding.Code, advised == RecommendedProtocol.Imap) => Urgency.Noticed,
        Urgency.Must when works && IsElsewhere(finding, advised) => Urgency.Should,
        var urgency => urgency,
    };

    private static Urgency UrgencyOf(Severity severity) => severity switch
    {
        Severity.Blocking or Severity.High => Urgency.Must,
        Severity.Medium => Urgency.Should,
        _ => Urgency.Noticed,
    };

    private static bool Works(SummaryState state) => state is SummaryState.Works or SummaryState.ToMend;

    /// <summary>Whether it is weighed by whoever chooses POP3; to mend there is nothing.</summary>
    internal static bool IsOfTheChoice(FindingCode code, bool imapIsAdvised) => code == FindingCode.NoBackup
        || (imapIsAdvised && code is FindingCode.MailOutsideInbox or FindingCode.SizesDisagree or FindingCode.Pop3NoUidl or FindingCode.Pop3ExpirePolicy);

    // What is wrong with the protocol that is not advised keeps nobody from his mail.
    private static bool IsElsewhere(FindingReport finding, RecommendedProtocol advised) =>
        finding.Protocol is { } protocol && protocol.ReadsMail() && RecommendationReport.Name(protocol) != advised;
}
