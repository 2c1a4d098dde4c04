namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>Every detector. One more is one file and one line here.</summary>
internal static class DetectorList
{
    public static IReadOnlyList<Func<Case, IEnumerable<Finding>>> All { get; } =
    [
        DiscoveryDetector.Find,
        DriftDetector.Find,
        NameLookupDetector.Find,
        MisspellingDetector.Find,
        HeldBackDetector.Find,
        ConnectionDetector.Find,
        AddressDetector.Find,
        ConnectSlowDetector.Find,
        GreetingDetector.Find,
        SpokenProtocolDetector.Find,
        DialogueDetector.Find,
        HandshakeDetector.Find,
        CipherDetector.Find,
        StartTlsDetector.Find,
        ImplicitTlsDetector.Find,
        CertificateStatusDetector.Find,
        CertificateExpiryDetector.Find,
        CertificateDifferenceDetector.Find,
        PlaintextLoginDetector.Find,
        LoginOfferDetector.Find,
        ProviderDetector.Find,
        ProviderLimitDetector.Find,
        SignInDetector.Find,
        SecretFormatDetector.Find,
        LoginDifferenceDetector.Find,
        AlertDetector.Find,
        MailboxDetector.Find,
        QuotaDetector.Find,
        SizeDetector.Find,
        CountsDetector.Find,
        MaildropCountsDetector.Find,
        IdleDetector.Find,
        Pop3PolicyDetector.Find,
        FetchSpeedDetector.Find,
        CleartextOnlyDetector.Find,
        SubmissionDetector.Find,
        SuitabilityDetector.Find,
        RunDetector.Find,
    ];
}
