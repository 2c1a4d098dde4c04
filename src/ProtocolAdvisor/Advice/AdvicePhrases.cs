using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>One language's sentences, keyed by code (see <see cref="Template"/>). Where there are several for one code, the first that can be filled is said.</summary>
internal sealed record AdvicePhrases
{
    /// <summary>Places: the evidence names, <c>favoured</c> and <c>other</c> (protocols).</summary>
    public required IReadOnlyDictionary<ReasonCode, IReadOnlyList<string>> Reasons { get; init; }

    /// <summary>Keyed by <c>change=value</c>; a condition that <see cref="WouldBe"/> or <see cref="WouldBeNone"/> completes.</summary>
    public required IReadOnlyDictionary<string, string> Changes { get; init; }

    public required string WouldBe { get; init; }
    public required string WouldBeNone { get; init; }

    /// <summary>For exactly one day; for any other number (place: <c>days</c>, by which a language also picks the forms of its words).</summary>
    public required IReadOnlyList<string> BackupNeeded { get; init; }
    public required IReadOnlyList<string> BackupKeepUp { get; init; }
    public required IReadOnlyList<string> BackupHow { get; init; }
    public required string LeaveNothing { get; init; }
    public required IReadOnlyList<string> LeaveDays { get; init; }

    /// <summary>With and without a date (places: <c>megabytes</c>, <c>date</c>).</summary>
    public required IReadOnlyList<string> Archive { get; init; }
}
