using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Advice;

/// <summary>One language's sentences, keyed by code (see <see cref="Template"/>). Where there are several for one code, the first that can be filled is said.</summary>
internal sealed record AdvicePhrases
{
    /// <summary>Places: the evidence names, <c>favoured</c> and <c>other</c> (protocols).</summary>
    public required IReadOnlyDictionary<ReasonCode, IReadOnlyList<string>> Reasons { get; init; }

    /// <summary>Keyed by <c>question=answer</c>; a condition that <see cref="WouldBe"/> or <see cref="WouldBeNone"/> completes.</summary>
    public required IReadOnlyDictionary<string, string> Changes { get; init; }

    /// <summary>The condition that a broken protocol works (place: <c>protocol</c>).</summary>
    public required string IfItWorked { get; init; }

    public required string WouldBe { get; init; }
    public required string WouldBeNone { get; init; }

    public required IReadOnlyDictionary<AdviceConfidence, string> Confidence { get; init; }

    /// <summary>What would make the answer surer: a clause for each question, a sentence for what is to be done (place: <c>protocol</c>).</summary>
    public required IReadOnlyDictionary<OpenPoint, string> OpenPoints { get; init; }

    /// <summary>Takes the clauses of the questions (place: <c>questions</c>).</summary>
    public required string IfWeKnew { get; init; }

    /// <summary>Between the last two of several clauses.</summary>
    public required string And { get; init; }

    /// <summary>For exactly one day; for any other number (place: <c>days</c>, by which a language also picks the forms of its words).</summary>
    public required IReadOnlyList<string> BackupNeeded { get; init; }
    public required IReadOnlyList<string> BackupKeepUp { get; init; }
    public required IReadOnlyList<string> BackupHow { get; init; }
    public required string LeaveNothing { get; init; }
    public required IReadOnlyList<string> LeaveDays { get; init; }

    /// <summary>With and without a date (places: <c>bytes</c> or <c>messages</c>, <c>date</c>).</summary>
    public required IReadOnlyList<string> Archive { get; init; }

    /// <summary>What to do (places: the step's figures).</summary>
    public required IReadOnlyDictionary<PlanStepCode, IReadOnlyList<string>> Steps { get; init; }

    /// <summary>Why (places: the step's figures).</summary>
    public required IReadOnlyDictionary<PlanCause, IReadOnlyList<string>> Causes { get; init; }

    /// <summary>The way from the other protocol (places: the step's figures).</summary>
    public required IReadOnlyDictionary<MigrationStepCode, IReadOnlyList<string>> Migration { get; init; }

    /// <summary>What heads the way to a protocol.</summary>
    public required IReadOnlyDictionary<MailProtocol, string> MigrationTo { get; init; }

    /// <summary>The folders of one use (place: <c>folders</c>).</summary>
    public required IReadOnlyDictionary<FolderUse, string> Folders { get; init; }

    /// <summary>What lies in them, with and without a size (places: <c>folder</c>, <c>messages</c>, <c>bytes</c>).</summary>
    public required IReadOnlyList<string> FolderShare { get; init; }
}
