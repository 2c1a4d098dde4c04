using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Languages.German.Findings;

namespace ProtocolAdvisor.Languages.German;

/// <summary>Every finding in German.</summary>
internal static class GermanFindings
{
    public static FindingTexts Texts { get; } = new(new[]
        {
            NetworkEntries.All, IdentityEntries.All, TlsEntries.All, CertificateEntries.All, LoginOfferEntries.All, ProviderEntries.All, SignInEntries.All,
            MailboxEntries.All, AdviceEntries.All, SubmissionEntries.All,
        }
        .SelectMany(group => group).ToDictionary());
}
