using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Sending mail.</summary>
internal static class SubmissionEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [SubmissionNotAnswered] = new(
            "Kein Server für den Versand antwortet",
            "Die für den Versand genannten Server wurden versucht, und niemand meldet sich. Das Lesen von E-Mails ist davon nicht betroffen.",
            "Versuchen Sie es aus einem anderen Netz: Manche Netze sperren die Ports für den Versand. Scheitert es auch dort, fragen Sie Ihren Anbieter nach dem Postausgangsserver (SMTP)."),
        [SubmissionNoTls] = new(
            "Der Versand geht nur ohne Verschlüsselung",
            "Der Server für den Versand antwortet, kann aber nicht verschlüsseln: Das Passwort und jede Nachricht wären unterwegs lesbar. Das Lesen von E-Mails ist davon nicht betroffen.",
            "Versenden Sie nicht über ihn. Fragen Sie Ihren Anbieter nach einem Postausgangsserver mit SSL/TLS. Für den Anbieter: Öffnen Sie Port 465, und bieten Sie auf 587 STARTTLS an."),
        [SubmissionAuthBeforeTls] = new(
            "Der Server für den Versand bietet die Anmeldung unverschlüsselt an",
            "Ein falsch eingestelltes E-Mail-Programm würde das Passwort lesbar senden.",
            "Stellen Sie für den Postausgang die Verbindungssicherheit auf SSL/TLS oder STARTTLS, nie auf „keine“. Für den Anbieter: Bieten Sie AUTH nur über TLS an."),
        [SubmissionNoAuth] = new(
            "Der Server für den Versand bietet keine Anmeldung an",
            "Er verschlüsselt, sagt aber nicht, wie man sich anmeldet. Vielleicht nimmt er E-Mails nur aus dem eigenen Netz an, oder er ist für den Verkehr zwischen Servern gedacht.",
            "Fragen Sie Ihren Anbieter, über welchen Server E-Mail-Programme versenden sollen. Für den Anbieter: Bieten Sie AUTH auf den Ports 465 und 587 an."),
        [SubmissionSignInRefused] = new(
            "Der Server für den Versand lehnt die Anmeldung ab",
            "Derselbe Benutzername und dasselbe Passwort wurden für das Lesen angenommen, sie sind also richtig. Die Worte des Servers sind hier zitiert.",
            "Fragen Sie Ihren Anbieter, ob der Versand durch E-Mail-Programme für Ihr Konto eingeschaltet ist und welchen Benutzernamen er verlangt. Für den Anbieter: Vergleichen Sie die Konten beider Dienste."),
        [SubmissionPort25Only] = new(
            "Für den Versand ist nur Port 25 genannt",
            "Port 25 ist für den Verkehr zwischen Servern da. Viele Netze sperren ihn, und viele Server nehmen dort keine E-Mails von Programmen an. Das Lesen von E-Mails ist davon nicht betroffen.",
            "Fragen Sie Ihren Anbieter nach einem Server auf Port 465 oder 587. Für den Anbieter: Veröffentlichen Sie stattdessen einen davon."),
    };
}
