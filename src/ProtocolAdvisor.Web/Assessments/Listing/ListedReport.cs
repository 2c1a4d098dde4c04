using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Web.Storage;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Assessments.Listing;

/// <summary>A report in a list: what one needs to find the one that is meant.</summary>
/// <param name="Id">The unguessable id that opens the report.</param>
/// <param name="CreatedAt">When the run began, UTC.</param>
/// <param name="ExpiresAt">When the report is removed, UTC.</param>
/// <param name="Subject">Whose mailbox, or which domain, it was.</param>
/// <param name="Server">The first server that was probed; null for none.</param>
/// <param name="State">Whether it works, as the report's summary has it.</param>
/// <param name="Headline">The report's one sentence, in the language asked for now.</param>
/// <param name="Protocol">What is recommended.</param>
/// <param name="Location">The report: <c>GET</c> opens it.</param>
/// <param name="Page">The same for people, in a browser.</param>
/// <param name="Findings">The codes of the weightiest findings, three at most.</param>
/// <param name="Note">What its owner has noted at it; null for nothing.</param>
internal sealed record ListedReport(
    string Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    SubjectReport Subject,
    string? Server,
    SummaryState State,
    string Headline,
    RecommendedProtocol Protocol,
    string Location,
    string Page,
    IReadOnlyList<FindingCode> Findings,
    string? Note)
{
    /// <summary>What a list says of a report.</summary>
    public static ListedReport From(ReportRow row, Language language) => new(
        row.Id,
        DateTimeOffset.FromUnixTimeMilliseconds(row.CreatedAt),
        DateTimeOffset.FromUnixTimeMilliseconds(row.ExpiresAt),
        new SubjectReport(row.Account, row.Domain),
        row.Server,
        RowReading.State(row),
        RowReading.Headline(row, language),
        RowReading.Protocol(row),
        $"/v1/assessments/{row.Id}",
        $"/reports/{row.Id}",
        RowReading.Leading(row),
        row.Note);
}

/// <summary>Some of the caller's reports.</summary>
/// <param name="Items">The reports, the newest first.</param>
/// <param name="Next">The <c>cursor</c> with which the list goes on; null where there are no more.</param>
internal sealed record AssessmentListReply(IReadOnlyList<ListedReport> Items, string? Next);
