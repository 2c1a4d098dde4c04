using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Evidence as an English reader sees it.</summary>
internal static class ShownEvidence
{
    /// <summary>The text, with common spaces in place of those that do not break.</summary>
    public static string? Shown(this Finding finding) => EvidenceWords.In(Language.English).Text(finding.Evidence)?.Replace('\u00A0', ' ');
}
