using ProtocolAdvisor.Findings;

namespace ProtocolAdvisor.Web.Reports;

internal sealed record CatalogueEntry(FindingCode Code, Severity Severity, string Title, string Meaning, string Remedy);

internal static class FindingCatalogue
{
    public static CatalogueEntry Of(FindingCode code) => new(code, Severity.Info, "", "", "");
}
