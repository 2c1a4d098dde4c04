using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.English.Findings;

/// <summary>Encryption.</summary>
internal static class TlsEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [TlsHandshakeFailed] = new(
            "No encrypted connection comes about",
            "The server and we could not agree on how to encrypt.",
            "For the provider: enable TLS 1.2 and 1.3 with current cipher suites, and look for the quoted alert in the log."),
        [TlsHandshakeTimeout] = new(
            "The encrypted connection stalls",
            "The server stopped answering while encryption was being set up. Such stalls come from the network rather than from the certificate.",
            "Try from another network. For the provider: check path MTU and devices that inspect traffic."),
        [TlsLegacyOnly] = new(
            "The server knows only outdated encryption",
            "Its best is TLS 1.1 or older, which current mail programs refuse as unsafe.",
            "For the provider: enable TLS 1.2 and 1.3."),
        [TlsLegacyOffered] = new(
            "The server still accepts outdated encryption",
            "TLS 1.0 or 1.1 is accepted beside newer versions.",
            "For the provider: disable TLS 1.0 and 1.1."),
        [TlsWeakCipher] = new(
            "The encryption is weaker than it should be",
            "The server chose a cipher suite that is outdated, or that lets recorded traffic be read should the key leak one day.",
            "For the provider: prefer suites with ECDHE and AES-GCM or ChaCha20."),
        [Tls13Missing] = new(
            "The newest encryption is not offered",
            "TLS 1.2 is used. It is safe; TLS 1.3 would connect a little faster.",
            "Nothing has to be done. For the provider: enable TLS 1.3 with the next update."),
        [TlsClientCertRequired] = new(
            "The server asks for a personal certificate",
            "Only devices on which the organisation has installed a certificate may connect.",
            "Ask the organisation's support for the certificate."),
        [ImplicitTlsMissing] = new(
            "The preferred encrypted port is closed",
            "Only the older port, which starts in clear text and then switches to encryption, works. It is safe when the mail program insists on the switch.",
            "Use STARTTLS, set to required. For the provider: open port 993 (IMAP) and 995 (POP3), as RFC 8314 advises.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Send with STARTTLS, set to required. For the provider: open port 465, as RFC 8314 advises.",
            },
        },
        [StarttlsNotOffered] = new(
            "This port offers no encryption",
            "Whatever is sent here, the password included, could be read on the way.",
            "Use port 993 (IMAP) or 995 (POP3) with SSL/TLS if the server has them. For the provider: enable STARTTLS, or close this port.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Send through port 465 with SSL/TLS if the server has it. For the provider: enable STARTTLS, or close this port.",
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works. For the provider: enable STARTTLS, or close this port.",
                [RemedyVariant.TlsPortFails] = "Do not use it like this: SSL/TLS was tried at this host and does not work either. For the provider: enable STARTTLS, or make SSL/TLS work.",
            },
        },
        [StarttlsRefused] = new(
            "The server offers encryption, then refuses it",
            "Switching to encryption fails on the server's side, often because its certificate cannot be loaded.",
            "Use port 993 or 995 with SSL/TLS. For the provider: check the certificate and key of this service.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Send through port 465 with SSL/TLS. For the provider: check the certificate and key of this service.",
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works. For the provider: check the certificate and key of this service.",
                [RemedyVariant.TlsPortFails] = "SSL/TLS was tried at this host and does not work either. For the provider: check the certificate and key of this service.",
            },
        },
        [StarttlsStrippedSuspected] = new(
            "Something on the way may be removing encryption",
            "The server's offer of encryption looks tampered with or is missing where it should be. A firewall can do this, and so can an attacker.",
            "Do not enter your password on this port. Use port 993 or 995 with SSL/TLS, and try from another network.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Do not enter your password on this port. Send through port 465 with SSL/TLS, and try from another network.",
                [RemedyVariant.TlsPortWorks] = "Do not enter your password on this port. Use this host's port for SSL/TLS: it was tested and works.",
                [RemedyVariant.TlsPortFails] = "Do not enter your password on this port. SSL/TLS was tried at this host and does not work either; try from another network.",
            },
        },
        [StarttlsInjection] = new(
            "Unencrypted data slips in before the encryption",
            "Text arrived between the switch to encryption and its beginning. This is a known weakness with which an attacker can insert commands.",
            "Use port 993 or 995 with SSL/TLS. For the provider: update the server.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Send through port 465 with SSL/TLS. For the provider: update the server.",
                [RemedyVariant.TlsPortWorks] = "Use this host's port for SSL/TLS: it was tested and works. For the provider: update the server.",
                [RemedyVariant.TlsPortFails] = "SSL/TLS was tried at this host and does not work either. For the provider: update the server.",
            },
        },
        [PreauthGreeting] = new(
            "The server lets everyone in without a password",
            "It treats the connection as already signed in. That also keeps the connection from being encrypted.",
            "Do not use this port. For the provider: correct the server's trust rules."),
    };
}
