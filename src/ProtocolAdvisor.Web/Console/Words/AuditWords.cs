using ProtocolAdvisor.Web.Audits;
using ProtocolAdvisor.Web.Audits.Telling;
using ProtocolAdvisor.Web.Languages;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>The words of the audits' pages. Sentences have the places that <see cref="Template"/> describes.</summary>
internal sealed record AuditWords
{
    public required string Title { get; init; }
    public required string Lead { get; init; }
    public required string New { get; init; }
    public required string List { get; init; }
    public required string ListHint { get; init; }
    public required string File { get; init; }
    public required string FileHint { get; init; }
    public required string Name { get; init; }
    public required string NameHint { get; init; }
    public required string Repeat { get; init; }
    public required string RepeatHint { get; init; }
    public required string Never { get; init; }

    public required string EveryDay { get; init; }

    /// <summary>How often it is made again, from two days on. Place: <c>days</c>.</summary>
    public required string EveryDays { get; init; }
    public required string Use { get; init; }
    public required string UseHint { get; init; }
    public required string Begin { get; init; }
    public required string Wrong { get; init; }
    public required string NothingGiven { get; init; }
    public required string TwoGiven { get; init; }
    public required string When { get; init; }
    public required string Subjects { get; init; }
    public required string State { get; init; }
    public required string Older { get; init; }
    public required IReadOnlyDictionary<AuditState, string> States { get; init; }
    public required IReadOnlyDictionary<AuditHold, string> Holds { get; init; }
    public required IReadOnlyDictionary<AuditedState, string> Found { get; init; }

    /// <summary>How far it is. Places: <c>done</c>, <c>total</c>.</summary>
    public required string Progress { get; init; }

    /// <summary>How fast it goes. Place: <c>n</c>.</summary>
    public required string Rate { get; init; }
    public required string ExpectedEnd { get; init; }
    public required string NextAt { get; init; }
    public required string ExpiresAt { get; init; }
    public required string Refresh { get; init; }
    public required string Pause { get; init; }
    public required string Resume { get; init; }
    public required string Changes { get; init; }
    public required string Table { get; init; }
    public required string Lines { get; init; }
    public required string Delete { get; init; }
    public required string DeleteSure { get; init; }
    public required string DeleteNow { get; init; }
    public required string ByState { get; init; }
    public required string Findings { get; init; }
    public required string NoFindings { get; init; }
    public required string Finding { get; init; }
    public required string Hosts { get; init; }
    public required string Host { get; init; }

    /// <summary>That further hosts are not shown. Place: <c>n</c>.</summary>
    public required string MoreHosts { get; init; }
    public required string MoreFindings { get; init; }
    public required string Results { get; init; }
    public required string Subject { get; init; }
    public required string Reference { get; init; }
    public required string ToMend { get; init; }
    public required string Advice { get; init; }
    public required string Neither { get; init; }
    public required string Any { get; init; }
    public required string Domain { get; init; }
    public required string Show { get; init; }
    public required string ShowAll { get; init; }
    public required string NoMatch { get; init; }
    public required string Further { get; init; }
    public required string BackToAudit { get; init; }

    /// <summary>What two audits have in common. Places: <c>compared</c>, <c>changed</c>.</summary>
    public required string Compared { get; init; }
    public required string NothingChanged { get; init; }
    public required string ComparedWith { get; init; }
    public required string Choose { get; init; }
    public required string NothingToCompare { get; init; }
    public required string Appeared { get; init; }
    public required string Mended { get; init; }
    public required string Added { get; init; }
    public required string Gone { get; init; }
    public required string Otherwise { get; init; }
    public required IReadOnlyDictionary<ChangedPart, string> Parts { get; init; }
    public required IReadOnlyDictionary<ChangeKind, string> Kinds { get; init; }

    /// <summary>The words of a language.</summary>
    public static AuditWords In(Language language) => WebLanguages.PackOf(language).Audits();
}
