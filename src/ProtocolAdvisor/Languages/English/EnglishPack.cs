using ProtocolAdvisor.Languages.English.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Languages.English;

/// <summary>English, whole.</summary>
internal static class EnglishPack
{
    public static Language Language { get; } = new LanguagePack
    {
        Tag = "en",
        OwnName = "English",
        Notation = new(
            Plurals.OneAndOther,
            decimalPoint: ".",
            groupSeparator: ",",
            dateFormat: "d\u00A0MMMM yyyy",
            months: ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"],
            timeUnits: ["second|seconds", "minute|minutes", "hour|hours", "day|days"]),
        Advice = static () => EnglishAdvice.Phrases,
        Comparison = static () => EnglishComparison.Phrases,
        Findings = static () => EnglishFindings.Texts,
        Drift = static () => EnglishDrift.Phrases,
        Settings = static () => EnglishSettings.Phrases,
        Report = static () => EnglishReport.Phrases,
        Conversation = static () => EnglishConversation.Phrases,
        Evidence = static () => EnglishEvidence.Phrases,
        Preparation = static () => EnglishPreparation.Phrases,
        Summary = static () => EnglishSummary.Phrases,
        Beside = static () => EnglishBeside.Phrases,
        Brief = static () => EnglishBrief.Phrases,
    }.Complete();
}
