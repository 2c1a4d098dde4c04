namespace ProtocolAdvisor.Web.Audits.Lists;

/// <summary>A list of subjects, each of them right and there once.</summary>
/// <param name="Subjects">The subjects, in the list's order.</param>
/// <param name="Duplicates">How many lines asked what a line before them asks.</param>
/// <param name="IgnoredColumns">Columns of a table that nobody reads, by their headings.</param>
/// <param name="Mark">SHA-256 of all that was asked, by which the same list is known again.</param>
internal sealed record AuditList(IReadOnlyList<ListedSubject> Subjects, int Duplicates, IReadOnlyList<string> IgnoredColumns, byte[] Mark)
{
    /// <summary>How many subjects one audit has at most.</summary>
    public const int Most = 100_000;

    /// <summary>Bytes that an upload may have.</summary>
    public const int MostBytes = 16 << 20;

    /// <summary>Bytes that one line may have.</summary>
    public const int LongestLine = 1024;
}
