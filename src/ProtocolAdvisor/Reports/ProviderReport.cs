using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Detectors;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>Whose mailbox it is, as far as marks tell: never more than likely.</summary>
/// <param name="Key">The provider's key: it never changes.</param>
/// <param name="Name">Its name, the same in every language.</param>
/// <param name="RecognisedBy">The marks that were seen, one of each kind: the one that decided first, then the strongest.</param>
public sealed record ProviderReport(string Key, string Name, IReadOnlyList<ProviderMarkReport> RecognisedBy)
{
    /// <summary>Who it is and what he was recognised by, in a sentence without a full stop.</summary>
    internal string Said(Language language) =>
        EvidenceWords.In(language).Text(ProviderDetector.Recognised(Name, RecognisedBy[0].Kind, RecognisedBy[0].Value))!;

    /// <summary>The shown form.</summary>
    internal static ProviderReport? From(ProviderMatch? match) =>
        match is null ? null : new(match.Provider.Key, match.Provider.Name, [.. match.RecognisedBy.Select(ProviderMarkReport.From)]);
}

/// <summary>A mark by which a provider was recognised.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Value">The value in which it was seen.</param>
public sealed record ProviderMarkReport(MarkKind Kind, string Value)
{
    /// <summary>The shown form.</summary>
    internal static ProviderMarkReport From(ProviderEvidence mark) => new(mark.Kind, ProviderDetector.Shown(mark));
}

/// <summary>One thing to do at the provider before a mail program is set up, as far as that is publicly known.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Text">What to do.</param>
/// <param name="Url">The page where it is done, or which says how; null where none is known.</param>
/// <param name="Source">Where it is known from.</param>
/// <param name="Checked">The day on which that was last looked up.</param>
public sealed record PreparationReport(PreparationCode Code, string Text, string? Url, string Source, DateOnly Checked)
{
    /// <summary>Whether it is needed only by whoever takes the protocol that is not recommended.</summary>
    public bool OnlyIfChosen { get; init; }

    /// <summary>The shown form.</summary>
    internal static PreparationReport From(PreparationStep step, Language language) =>
        new(step.Code, new PreparationWords(language).Text(step), step.Address?.AbsoluteUri, step.Source.AbsoluteUri, step.Checked)
        {
            OnlyIfChosen = step.OnlyIfChosen,
        };
}
