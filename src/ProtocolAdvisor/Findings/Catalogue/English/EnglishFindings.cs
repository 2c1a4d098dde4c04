namespace ProtocolAdvisor.Findings.Catalogue.English;

/// <summary>Every finding in English.</summary>
internal static class EnglishFindings
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new[]
        {
            NetworkEntries.All, IdentityEntries.All, TlsEntries.All, CertificateEntries.All, LoginOfferEntries.All, SignInEntries.All, MailboxEntries.All,
            AdviceEntries.All,
        }
        .SelectMany(group => group).ToDictionary();
}
