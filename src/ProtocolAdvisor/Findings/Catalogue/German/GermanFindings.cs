namespace ProtocolAdvisor.Findings.Catalogue.German;

/// <summary>Every finding in German.</summary>
internal static class GermanFindings
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new[]
        {
            NetworkEntries.All, IdentityEntries.All, TlsEntries.All, CertificateEntries.All, LoginOfferEntries.All, SignInEntries.All, MailboxEntries.All,
            AdviceEntries.All,
        }
        .SelectMany(group => group).ToDictionary();
}
