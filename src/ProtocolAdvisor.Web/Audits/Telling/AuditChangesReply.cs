using System.Text.Json.Serialization;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Web.Audits.Telling;

/// <summary>What has changed between two audits.</summary>
/// <param name="Since">The earlier audit.</param>
/// <param name="Sums">The changes in sum; null behind the first page.</param>
/// <param name="Items">The subjects that have changed: the later audit's, in its list's order, then those that only the earlier one has.</param>
/// <param name="Next">The <c>cursor</c> with which they go on; null where there are no more.</param>
internal sealed record AuditChangesReply(string Since, ChangeSumsReport? Sums, IReadOnlyList<ChangedSubjectReport> Items, string? Next);

/// <summary>What has changed, in sum.</summary>
/// <param name="Compared">Subjects that both audits have finished.</param>
/// <param name="Changed">Those of them at which anything has changed.</param>
/// <param name="Added">Subjects that only the later one has.</param>
/// <param name="Gone">Subjects that only the earlier one has.</param>
/// <param name="Appeared">At how many subjects each finding has appeared, the most frequent first.</param>
/// <param name="Mended">At how many subjects each finding has gone, the most frequent first.</param>
/// <param name="Parts">At how many subjects what else is another.</param>
internal sealed record ChangeSumsReport(
    int Compared,
    int Changed,
    int Added,
    int Gone,
    IReadOnlyList<FindingSumReport> Appeared,
    IReadOnlyList<FindingSumReport> Mended,
    IReadOnlyList<PartSumReport> Parts);

/// <summary>At how many subjects something is another.</summary>
/// <param name="Part">What.</param>
/// <param name="Subjects">How many.</param>
internal sealed record PartSumReport(ChangedPart Part, int Subjects);

/// <summary>A subject that has changed.</summary>
/// <param name="Kind">Whether both audits have it.</param>
/// <param name="Appeared">Findings that were not there before.</param>
/// <param name="Mended">Findings that are no longer there.</param>
/// <param name="Changed">What else is another.</param>
/// <param name="Before">What the earlier audit says; null where it does not have it.</param>
/// <param name="After">What the later one says; null where it does not have it.</param>
internal sealed record ChangedSubjectReport(
    ChangeKind Kind,
    IReadOnlyList<FindingCode> Appeared,
    IReadOnlyList<FindingCode> Mended,
    IReadOnlyList<ChangedPart> Changed,
    AuditResultReport? Before,
    AuditResultReport? After);

/// <summary>Which of two audits has a subject.</summary>
[JsonConverter(typeof(CamelCase<ChangeKind>))]
internal enum ChangeKind
{
    /// <summary>Both, and they say something else of it.</summary>
    Changed,

    /// <summary>The later one.</summary>
    Added,

    /// <summary>The earlier one.</summary>
    Gone,
}
