using ProtocolAdvisor.Languages.German.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.German;

/// <summary>German, whole.</summary>
internal static class GermanPack
{
    public static Language Language { get; } = new LanguagePack
    {
        Tag = "de",
        OwnName = "Deutsch",
        Notation = new(
            Plurals.OneAndOther,
            decimalPoint: ",",
            groupSeparator: ".",
            dateFormat: "d.\u00A0MMMM yyyy",
            months: ["Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember"],
            timeUnits: ["Sekunde|Sekunden", "Minute|Minuten", "Stunde|Stunden", "Tag|Tage"]),
        Advice = static () => GermanAdvice.Phrases,
        Comparison = static () => GermanComparison.Phrases,
        Findings = static () => GermanFindings.Texts,
        Drift = static () => GermanDrift.Phrases,
        Settings = static () => GermanSettings.Phrases,
        Report = static () => GermanReport.Phrases,
        Conversation = static () => GermanConversation.Phrases,
        Evidence = static () => GermanEvidence.Phrases,
        Preparation = static () => GermanPreparation.Phrases,
        Summary = static () => GermanSummary.Phrases,
        Beside = static () => GermanBeside.Phrases,
        Brief = static () => GermanBrief.Phrases,
    }.Complete();
}
