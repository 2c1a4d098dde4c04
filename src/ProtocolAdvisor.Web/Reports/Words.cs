using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Web.Reports;

internal static class AdviceWords
{
    public static IReadOnlyList<string> HowToBackUp => [];
    public static string Headline(Recommendation advice) => $"{advice.Protocol}";
    public static string Text(Reason reason) => $"{reason.Code}";
    public static string Text(ChangeOfMind change) => $"{change.Change}";
}

internal sealed record CatalogueEntry(FindingCode Code, Severity Severity, string Title, string Meaning, string Remedy);

internal static class FindingCatalogue
{
    public static CatalogueEntry Of(FindingCode code) => new(code, Severity.Info, "", "", "");
}

internal static class Advisor
{
    public static Recommendation Advise(Usage usage, KnownFacts facts) => new(null, AdviceConfidence.Low, new Plan(null, null, null), [], []);
}
