using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages;

/// <summary>What a language brings along. The compiler asks for all of it; a table is made when it is first needed.</summary>
internal sealed record LanguagePack
{
    /// <inheritdoc cref="Language.Tag"/>
    public required string Tag { get; init; }

    /// <inheritdoc cref="Language.OwnName"/>
    public required string OwnName { get; init; }

    public required Notation Notation { get; init; }
    public required Func<AdvicePhrases> Advice { get; init; }
    public required Func<ComparisonPhrases> Comparison { get; init; }
    public required Func<FindingTexts> Findings { get; init; }
    public required Func<DriftPhrases> Drift { get; init; }
    public required Func<SettingsPhrases> Settings { get; init; }
    public required Func<ReportPhrases> Report { get; init; }
    public required Func<ConversationPhrases> Conversation { get; init; }
    public required Func<EvidencePhrases> Evidence { get; init; }
    public required Func<PreparationPhrases> Preparation { get; init; }
    public required Func<SummaryPhrases> Summary { get; init; }
    public required Func<BesidePhrases> Beside { get; init; }
    public required Func<BriefPhrases> Brief { get; init; }

    /// <summary>The language, ready to be spoken.</summary>
    public Language Complete() => new(Tag, OwnName, Notation, new Dictionary<Type, Func<object>>
    {
        [typeof(AdvicePhrases)] = Advice,
        [typeof(ComparisonPhrases)] = Comparison,
        [typeof(FindingTexts)] = Findings,
        [typeof(DriftPhrases)] = Drift,
        [typeof(SettingsPhrases)] = Settings,
        [typeof(ReportPhrases)] = Report,
        [typeof(ConversationPhrases)] = Conversation,
        [typeof(EvidencePhrases)] = Evidence,
        [typeof(PreparationPhrases)] = Preparation,
        [typeof(SummaryPhrases)] = Summary,
        [typeof(BesidePhrases)] = Beside,
        [typeof(BriefPhrases)] = Brief,
    });
}
