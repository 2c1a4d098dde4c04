using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Findings;

/// <summary>One language's words for evidence.</summary>
internal sealed record EvidencePhrases
{
    /// <summary>Places: as <see cref="EvidenceCode"/> says.</summary>
    public required IReadOnlyDictionary<EvidenceCode, string> Sentences { get; init; }

    /// <summary>When something happened: "when signing in".</summary>
    public required IReadOnlyDictionary<MailStep, string> Steps { get; init; }

    /// <summary>What went wrong, as part of a sentence.</summary>
    public required IReadOnlyDictionary<FailureKind, string> Failures { get; init; }

    /// <summary>What is to be said of a certificate, behind "it".</summary>
    public required IReadOnlyDictionary<CertificateStatus, string> CertificateStatuses { get; init; }

    /// <summary>The name of a folder with a use.</summary>
    public required IReadOnlyDictionary<FolderUse, string> Folders { get; init; }

    /// <summary>What published settings disagree on.</summary>
    public required IReadOnlyDictionary<DriftFact, string> Drifts { get; init; }

    /// <summary>What is remarked. Places: as <see cref="RemarkCode"/> says; <c>faults</c> for those of a certificate.</summary>
    public required IReadOnlyDictionary<RemarkCode, string> Remarks { get; init; }

    /// <summary>By what a provider was recognised, as part of a sentence.</summary>
    public required IReadOnlyDictionary<MarkKind, string> Marks { get; init; }

    /// <summary>What POP3 does otherwise than expected. Place: <c>amount</c>.</summary>
    public required IReadOnlyDictionary<Pop3Trait, string> Pop3Traits { get; init; }

    /// <summary>How much a provider allows. Place: <c>amount</c>.</summary>
    public required IReadOnlyDictionary<LimitKind, string> Limits { get; init; }

    /// <summary>How a connection without encryption is called.</summary>
    public required string Cleartext { get; init; }

    /// <summary>A server's own words among words of ours. Place: <c>text</c>.</summary>
    public required string Quote { get; init; }
}
