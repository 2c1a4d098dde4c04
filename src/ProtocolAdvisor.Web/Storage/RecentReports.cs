using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Web.Storage;

/// <summary>Which reports are looked for.</summary>
/// <param name="Owner">The name of the key that they were made with; null for those made without one.</param>
/// <param name="OfEverybody">Whether it does not matter whose they are.</param>
internal sealed record HistoryWish(string? Owner, bool OfEverybody)
{
    /// <summary>A part of their domain, in lower case; null for any.</summary>
    public string? Domain { get; init; }

    /// <summary>The report after which to go on; null for the newest.</summary>
    public ReportCursor? After { get; init; }

    /// <summary>When their runs began at the earliest; null for any time.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Before when they began; null for any time.</summary>
    public DateTimeOffset? Before { get; init; }
}

/// <summary>Some of the reports, the newest first.</summary>
/// <param name="Runs">Their runs, but for those that another version wrote in a form that this one cannot read.</param>
/// <param name="Next">Where to go on; null where there are no more.</param>
internal sealed record RecentReports(IReadOnlyList<AssessedRun> Runs, ReportCursor? Next);
