using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Fixtures;

/// <summary>Evidence and remarks as an English reader sees it.</summary>
internal static class ShownEvidence
{
    /// <summary>The text, with common spaces in place of those that do not break.</summary>
    public static string? Shown(this Finding finding) => English.Text(finding.Evidence)?.Replace('\u00A0', ' ');

    /// <summary>The same of a remark, with straight quotation marks.</summary>
    public static string? Shown(this Remark? remark) => English.Text(remark)?.Replace('\u00A0', ' ').Replace('“', '"').Replace('”', '"');

    /// <inheritdoc cref="Shown(Finding)"/>
    public static IReadOnlyList<string> Shown(this IEnumerable<Remark> remarks) => [.. remarks.Select(x => x.Shown()!)];

    private static EvidenceWords English => EvidenceWords.In(Language.English);
}
