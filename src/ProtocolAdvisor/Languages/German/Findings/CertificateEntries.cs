using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Certificates.</summary>
internal static class CertificateEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [CertExpired] = new(
            "Das Zertifikat ist abgelaufen",
            "E-Mail-Programme warnen oder verweigern die Verbindung, und das zu Recht: Die Identität dieses Servers ist nicht mehr bestätigt.",
            "Sagen Sie Ihrem Anbieter Bescheid, und bestätigen Sie die Warnung nicht, solange er es nicht erneuert hat. Für den Anbieter: Erneuern Sie das Zertifikat, und laden Sie auch den Maildienst neu, nicht nur den Webserver."),
        [CertExpiresSoon] = new(
            "Das Zertifikat läuft bald ab",
            "Wird es nicht rechtzeitig erneuert, zeigt jedes E-Mail-Programm von diesem Tag an Warnungen.",
            "Für den Anbieter: Prüfen Sie, ob die automatische Erneuerung funktioniert und ob der Maildienst das Zertifikat neu lädt."),
        [CertNotYetValid] = new(
            "Das Zertifikat ist noch nicht gültig",
            "Der erste Tag seiner Gültigkeit liegt in der Zukunft.",
            "Prüfen Sie Datum und Uhrzeit Ihres Geräts. Für den Anbieter: Prüfen Sie die Uhr des Servers und die Gültigkeitsdaten des Zertifikats."),
        [CertNameMismatch] = new(
            "Das Zertifikat gilt für einen anderen Namen",
            "Der Server weist sich aus, aber nicht unter dem Namen, der in Ihren Einstellungen steht.",
            "Verwenden Sie einen Namen, der darin steht, wenn Ihr Anbieter ihn bestätigt. Für den Anbieter: Lassen Sie das Zertifikat mit dem fehlenden Namen neu ausstellen, oder veröffentlichen Sie einen, der darin steht."),
        [CertSelfSigned] = new(
            "Der Server bestätigt seine Identität nur selbst",
            "Das Zertifikat ist mit seinem eigenen Schlüssel signiert und lässt sich deshalb nicht von dem eines Betrügers unterscheiden.",
            "Für den Anbieter: Installieren Sie ein Zertifikat einer öffentlichen Zertifizierungsstelle; Let’s Encrypt stellt sie kostenlos aus."),
        [CertUntrustedIssuer] = new(
            "Das Zertifikat stammt von einem unbekannten Aussteller",
            "Ausgestellt hat es eine Stelle, der Geräte nicht vertrauen: die eines Unternehmens oder ein Virenscanner, der den E-Mail-Verkehr mitliest.",
            "Im Unternehmen: Installieren Sie dessen Zertifizierungsstelle auf dem Gerät. Zu Hause: Schalten Sie die E-Mail-Prüfung des Virenscanners ab. Sonst fragen Sie den Anbieter."),
        [CertChainIncomplete] = new(
            "In der Zertifikatskette fehlt ein Glied",
            "Der Server sendet sein Zwischenzertifikat nicht mit. Manche E-Mail-Programme finden es selbst, andere verweigern die Verbindung.",
            "Für den Anbieter: Richten Sie die vollständige Kette ein (oft die Datei fullchain.pem)."),
        [CertWeakKey] = new(
            "Der Schlüssel des Zertifikats ist zu kurz",
            "Schlüssel dieser Länge lassen sich brechen, und aktuelle Systeme lehnen sie ab.",
            "Für den Anbieter: Lassen Sie das Zertifikat neu ausstellen, mit RSA und 2048 Bit oder einer elliptischen Kurve mit 256 Bit."),
        [CertWeakSignature] = new(
            "Die Signatur des Zertifikats ist veraltet",
            "Sie beruht auf SHA-1 oder MD5 und lässt sich fälschen.",
            "Für den Anbieter: Lassen Sie das Zertifikat neu ausstellen."),
        [CertNoSan] = new(
            "Das Zertifikat nennt den Server nur auf die alte Art",
            "Ihm fehlt die Namensliste, die aktuelle E-Mail-Programme lesen.",
            "Für den Anbieter: Lassen Sie es mit alternativen Namen (Subject Alternative Names) neu ausstellen."),
        [CertWrongUsage] = new(
            "Das Zertifikat ist nicht für Server bestimmt",
            "Es wurde für einen anderen Zweck ausgestellt, deshalb lehnen E-Mail-Programme es ab.",
            "Für den Anbieter: Installieren Sie ein Zertifikat zur Serverauthentifizierung."),
        [CertDiffersBetweenPorts] = new(
            "Der Server zeigt auf seinen Ports verschiedene Zertifikate",
            "Oft läuft ein Dienst noch mit einem alten Zertifikat, und später fällt dann nur dieser Port aus.",
            "Für den Anbieter: Laden Sie den Dienst mit dem alten Zertifikat neu, oder starten Sie ihn neu. Ist der Unterschied gewollt, ist alles in Ordnung."),
    };
}
