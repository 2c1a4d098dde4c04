using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>The catalogue.</summary>
/// <param name="Findings">Every finding code.</param>
public sealed record FindingsReply(IReadOnlyList<CatalogueEntryReport> Findings)
{
    /// <summary>The whole catalogue, in a language.</summary>
    internal static FindingsReply In(Language language) => new([.. Enum.GetValues<FindingCode>().Select(x => CatalogueEntryReport.Of(x, language))]);
}

/// <summary>One finding code.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How bad it usually is.</param>
/// <param name="Title">What it is.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CatalogueEntryReport(FindingCode Code, Severity Severity, string Title, string Meaning, string Remedy)
{
    /// <summary>The code's entry, in a language.</summary>
    internal static CatalogueEntryReport Of(FindingCode code, Language language)
    {
        var text = FindingWords.In(language).Of(code);
        return new(code, FindingCatalogue.SeverityOf(code), text.Title, text.Meaning, text.Remedy);
    }
}
