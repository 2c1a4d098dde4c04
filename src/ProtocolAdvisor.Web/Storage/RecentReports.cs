namespace ProtocolAdvisor.Web.Storage;

/// <summary>Some of the reports, the newest first.</summary>
/// <param name="Rows">What lists say of them.</param>
/// <param name="Next">Where to go on; null where there are no more.</param>
internal sealed record RecentReports(IReadOnlyList<ReportRow> Rows, ReportCursor? Next);
