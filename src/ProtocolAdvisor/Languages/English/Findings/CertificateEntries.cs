using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Certificates.</summary>
internal static class CertificateEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [CertExpired] = new(
            "The certificate has expired",
            "Mail programs warn or refuse, rightly: the server's identity is no longer confirmed.",
            "Tell your provider, and do not confirm the warning before it is renewed. For the provider: renew the certificate, and reload the mail server too, not only the web server."),
        [CertExpiresSoon] = new(
            "The certificate expires soon",
            "Unless it is renewed in time, every mail program will show warnings from that day on.",
            "For the provider: check that the automatic renewal works and that the mail server reloads the certificate."),
        [CertNotYetValid] = new(
            "The certificate is not valid yet",
            "Its first day lies in the future.",
            "Check date and time of your device. For the provider: check the server's clock and the certificate's dates."),
        [CertNameMismatch] = new(
            "The certificate is for another name",
            "The server proves an identity, but not that of the name in your settings.",
            "Use one of the names that it has if your provider confirms it. For the provider: reissue the certificate with the missing name, or publish one that it has."),
        [CertSelfSigned] = new(
            "The server confirms its identity only itself",
            "The certificate is signed by its own key, so it cannot be told from an impostor's.",
            "For the provider: install a certificate of a public authority; Let's Encrypt issues them free of charge."),
        [CertUntrustedIssuer] = new(
            "The certificate comes from an unknown issuer",
            "It was issued by an authority that devices do not trust: a company's own, or a virus scanner that reads mail traffic.",
            "At a company: install its authority on the device. At home: switch off the virus scanner's mail scan. Otherwise ask the provider."),
        [CertChainIncomplete] = new(
            "A link of the certificate chain is missing",
            "The server does not send its intermediate certificate. Some mail programs find it themselves, others refuse.",
            "For the provider: configure the full chain (often the file fullchain.pem)."),
        [CertWeakKey] = new(
            "The certificate's key is too short",
            "Keys of this length can be broken, and current systems refuse them.",
            "For the provider: reissue with RSA 2048 bits or an elliptic curve of 256."),
        [CertWeakSignature] = new(
            "The certificate's signature is outdated",
            "It rests on SHA-1 or MD5, which can be forged.",
            "For the provider: reissue the certificate."),
        [CertNoSan] = new(
            "The certificate names the server in the old way only",
            "It lacks the list of names that current mail programs read.",
            "For the provider: reissue with subject alternative names."),
        [CertWrongUsage] = new(
            "The certificate is not meant for servers",
            "It was issued for another use, so mail programs refuse it.",
            "For the provider: install a certificate for server authentication."),
        [CertDiffersBetweenPorts] = new(
            "The server shows different certificates on its ports",
            "Often one service still runs with an old certificate, and only that port fails later on.",
            "For the provider: reload or restart the service with the stale certificate. If the difference is intended, all is well."),
    };
}
