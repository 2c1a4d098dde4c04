using ProtocolAdvisor.Findings.Catalogue;

namespace ProtocolAdvisor.Findings;

/// <summary>The one table of findings: how bad each is by default, and its English words. Detectors pick the code, this owns the rest.</summary>
public static class FindingCatalogue
{
    /// <summary>Every code's entry, in the order of <see cref="FindingCode"/>.</summary>
    public static IReadOnlyDictionary<FindingCode, CatalogueEntry> Entries { get; } = new[]
        {
            NetworkEntries.All, IdentityEntries.All, TlsEntries.All, CertificateEntries.All, LoginOfferEntries.All, SignInEntries.All, MailboxEntries.All,
            AdviceEntries.All,
        }
        .SelectMany(group => group).OrderBy(x => x.Key).ToDictionary();

    /// <summary>The entry of a code.</summary>
    public static CatalogueEntry Of(FindingCode code) => Entries[code];

    /// <summary>The worst of the findings as one line, title and remedy, for a headline; null when nothing blocks.</summary>
    /// <param name="findings">As <see cref="Diagnosis"/> orders them, the worst first.</param>
    public static string? FirstThingToFix(IReadOnlyList<Finding> findings)
    {
        ArgumentNullException.ThrowIfNull(findings);
        return findings is [{ Severity: Severity.Blocking, Code: var code }, ..] ? $"{Of(code).Title}. {Of(code).Remedy}" : null;
    }
}

/// <summary>One code's severity and words.</summary>
/// <param name="Severity">How bad it is where nothing softens it.</param>
/// <param name="Title">The cause in a few words, without a full stop.</param>
/// <param name="Meaning">What it means for the mailbox's owner.</param>
/// <param name="Remedy">What to do.</param>
public sealed record CatalogueEntry(Severity Severity, string Title, string Meaning, string Remedy);
