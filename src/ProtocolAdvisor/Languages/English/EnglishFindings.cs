using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Languages.English.Findings;

namespace ProtocolAdvisor.Languages.English;

/// <summary>Every finding in English.</summary>
internal static class EnglishFindings
{
    public static FindingTexts Texts { get; } = new(new[]
        {
            NetworkEntries.All, IdentityEntries.All, TlsEntries.All, CertificateEntries.All, LoginOfferEntries.All, ProviderEntries.All, SignInEntries.All,
            MailboxEntries.All, AdviceEntries.All, SubmissionEntries.All,
        }
        .SelectMany(group => group).ToDictionary());
}
