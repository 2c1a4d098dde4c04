using ProtocolAdvisor.Findings.Catalogue.English;
using ProtocolAdvisor.Findings.Catalogue.German;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Findings;

/// <summary>The words of the findings in one language.</summary>
public sealed class FindingWords
{
    private static readonly FindingWords English = new(EnglishFindings.All, EvidenceWords.In(Language.English));
    private static readonly FindingWords German = new(GermanFindings.All, EvidenceWords.In(Language.German));

    private readonly EvidenceWords _evidence;

    private FindingWords(IReadOnlyDictionary<FindingCode, FindingText> texts, EvidenceWords evidence) => (Texts, _evidence) = (texts, evidence);

    /// <summary>Every code's words.</summary>
    internal IReadOnlyDictionary<FindingCode, FindingText> Texts { get; }

    /// <summary>The words of a language.</summary>
    public static FindingWords In(Language language) => language == Language.German ? German : English;

    /// <summary>The words of a code.</summary>
    public FindingText Of(FindingCode code) => Texts[code];

    /// <summary>The worst of the findings as one line, title and remedy, for a headline; null when nothing blocks. That a name leads nowhere has its cause in a slip, where one is found.</summary>
    /// <param name="findings">As <see cref="Diagnosis"/> orders them, the worst first.</param>
    /// <param name="nothingAnswered">Whether no server could be used: then what kept us from finding out leads, where nothing is known to be broken.</param>
    public string? FirstThingToFix(IReadOnlyList<Finding> findings, bool nothingAnswered = false)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = findings.FirstOrDefault(x => x.Severity == Severity.Blocking)
            ?? (nothingAnswered ? NotFoundOut.Select(known => findings.FirstOrDefault(x => x.Code == known)).FirstOrDefault(x => x is not null) : null);
        if (worst is not { Code: var code }) return null;
        var slip = LeadsNowhere(code) ? findings.FirstOrDefault(x => x.Code == FindingCode.HostLikelyMisspelled) : null;
        return slip is null ? $"{Of(code).Title}. {Of(code).Remedy}" : $"{Of(slip.Code).Title} ({_evidence.Text(slip.Evidence)}). {Of(slip.Code).Remedy}";
    }

    // The nearer to the answer, the earlier.
    private static readonly FindingCode[] NotFoundOut =
    [
        FindingCode.DnsLookupFailed, FindingCode.SettingsWebFault, FindingCode.SettingsEmpty, FindingCode.AutoconfigInvalid, FindingCode.TargetBusy, FindingCode.TargetNotAllowed,
        FindingCode.NotExamined, FindingCode.DeadlineReached, FindingCode.InternalFault,
    ];

    private static bool LeadsNowhere(FindingCode code) => code is FindingCode.DiscoveryNothingFound or FindingCode.DomainNotFound or FindingCode.DnsNameNotFound or FindingCode.DnsNoAddress;
}

/// <summary>One finding in words.</summary>
/// <param name="Title">The cause in a few words, without a full stop.</param>
/// <param name="Meaning">What it means for the mailbox's owner.</param>
/// <param name="Remedy">What to do.</param>
public sealed record FindingText(string Title, string Meaning, string Remedy);
