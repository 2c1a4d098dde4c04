using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>A named cause, where it was seen, and the way out.</summary>
/// <param name="Code">The stable code.</param>
/// <param name="Severity">How bad it is here.</param>
/// <param name="Confidence">How sure the cause is.</param>
/// <param name="Protocol">The protocol concerned; null for both.</param>
/// <param name="Endpoint">The endpoint as <c>host:port</c>; null when it is no single one's.</param>
/// <param name="Title">What it is.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Remedy">What to do.</param>
/// <param name="Evidence">What shows it, in the language of the report but for what <c>quotes</c> holds.</param>
public sealed record FindingReport(
    FindingCode Code,
    Severity Severity,
    FindingConfidence Confidence,
    MailProtocol? Protocol,
    string? Endpoint,
    string Title,
    string Meaning,
    string Remedy,
    string? Evidence)
{
    /// <summary>The server's own words in the evidence, as they came; where they are all of it, one that equals it.</summary>
    public IReadOnlyList<string> Quotes { get; init; } = [];

    /// <summary>The shown form: the code's words come from the table of the language.</summary>
    internal static FindingReport From(Finding finding, Language language)
    {
        var text = FindingWords.In(language).Of(finding.Code);
        return new(
            finding.Code,
            finding.Severity,
            finding.Confidence,
            finding.Protocol,
            finding.Endpoint,
            text.Title,
            text.Meaning,
            text.RemedyFor(finding.Remedy),
            EvidenceWords.In(language).Text(finding.Evidence))
        {
            Quotes = [.. finding.Evidence?.Parts.Select(x => x.Quote).OfType<string>() ?? []],
        };
    }
}
