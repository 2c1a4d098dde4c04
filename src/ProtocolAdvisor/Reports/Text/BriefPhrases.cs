using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>One language's words for a report on one screen, as far as the whole report has no words for it.</summary>
internal sealed record BriefPhrases
{
    public required string Settings { get; init; }
    public required string Incoming { get; init; }
    public required string Outgoing { get; init; }
    public required string State { get; init; }
    public required string Servers { get; init; }
    public required string Untested { get; init; }
    public required string SignInAccepted { get; init; }
    public required string SignInRefused { get; init; }
    public required string SignInUnanswered { get; init; }

    /// <summary>That a list goes on in the whole report. Place: <c>more</c>.</summary>
    public required string More { get; init; }

    /// <summary>The words of a language.</summary>
    public static BriefPhrases Of(Language language) => language.Table<BriefPhrases>();
}
