using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Encryption.</summary>
internal static class TlsEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [TlsHandshakeFailed] = new(
            "Es kommt keine verschlüsselte Verbindung zustande",
            "Der Server und wir konnten uns nicht auf eine Verschlüsselung einigen.",
            "Für den Anbieter: Schalten Sie TLS 1.2 und 1.3 mit aktuellen Cipher-Suiten ein, und suchen Sie im Protokoll nach dem hier zitierten Alert."),
        [TlsHandshakeTimeout] = new(
            "Der Aufbau der Verschlüsselung bleibt hängen",
            "Der Server antwortete nicht mehr, während die Verschlüsselung ausgehandelt wurde. So etwas liegt eher am Netz als am Zertifikat.",
            "Versuchen Sie es aus einem anderen Netz. Für den Anbieter: Prüfen Sie die Path-MTU und Geräte, die den Datenverkehr untersuchen."),
        [TlsLegacyOnly] = new(
            "Der Server beherrscht nur veraltete Verschlüsselung",
            "Mehr als TLS 1.1 bietet er nicht an; aktuelle E-Mail-Programme lehnen das als unsicher ab.",
            "Für den Anbieter: Schalten Sie TLS 1.2 und 1.3 ein."),
        [TlsLegacyOffered] = new(
            "Der Server nimmt noch veraltete Verschlüsselung an",
            "Neben neueren Versionen wird auch TLS 1.0 oder 1.1 angenommen.",
            "Für den Anbieter: Schalten Sie TLS 1.0 und 1.1 ab."),
        [TlsWeakCipher] = new(
            "Die Verschlüsselung ist schwächer, als sie sein sollte",
            "Der Server hat eine Cipher-Suite gewählt, die veraltet ist oder mit der sich aufgezeichneter Datenverkehr lesen lässt, sollte der Schlüssel eines Tages bekannt werden.",
            "Für den Anbieter: Bevorzugen Sie Cipher-Suiten mit ECDHE und AES-GCM oder ChaCha20."),
        [Tls13Missing] = new(
            "Die neueste Verschlüsselung wird nicht angeboten",
            "Verwendet wird TLS 1.2. Das ist sicher; mit TLS 1.3 käme die Verbindung etwas schneller zustande.",
            "Sie müssen nichts tun. Für den Anbieter: Schalten Sie TLS 1.3 bei der nächsten Aktualisierung ein."),
        [TlsClientCertRequired] = new(
            "Der Server verlangt ein persönliches Zertifikat",
            "Nur Geräte, auf denen die Organisation ein Zertifikat installiert hat, dürfen sich verbinden.",
            "Fragen Sie den Support der Organisation nach dem Zertifikat."),
        [ImplicitTlsMissing] = new(
            "Der bevorzugte verschlüsselte Port ist geschlossen",
            "Es funktioniert nur der ältere Port, der im Klartext beginnt und dann auf Verschlüsselung umschaltet. Das ist sicher, wenn das E-Mail-Programm auf dem Umschalten besteht.",
            "Wählen Sie STARTTLS, und zwar nicht „wenn verfügbar“, sondern verpflichtend. Für den Anbieter: Öffnen Sie Port 993 (IMAP) und 995 (POP3), wie es RFC 8314 empfiehlt.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Versenden Sie mit STARTTLS, als Pflicht eingestellt. Für den Anbieter: Öffnen Sie Port 465, wie es RFC 8314 empfiehlt.",
            },
        },
        [StarttlsNotOffered] = new(
            "Dieser Port bietet keine Verschlüsselung an",
            "Was hier gesendet wird, auch das Passwort, ließe sich unterwegs mitlesen.",
            "Verwenden Sie Port 993 (IMAP) oder 995 (POP3) mit SSL/TLS, falls der Server sie anbietet. Für den Anbieter: Schalten Sie STARTTLS ein oder schließen Sie diesen Port.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Versenden Sie über Port 465 mit SSL/TLS, wenn der Server ihn hat. Für den Anbieter: Schalten Sie STARTTLS ein, oder schließen Sie diesen Port.",
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert. Für den Anbieter: Schalten Sie STARTTLS ein oder schließen Sie diesen Port.",
                [RemedyVariant.TlsPortFails] = "Verwenden Sie es so nicht: SSL/TLS wurde bei diesem Server versucht und funktioniert auch nicht. Für den Anbieter: Schalten Sie STARTTLS ein, oder bringen Sie SSL/TLS in Ordnung.",
            },
        },
        [StarttlsRefused] = new(
            "Der Server bietet Verschlüsselung an und verweigert sie dann",
            "Das Umschalten auf Verschlüsselung scheitert beim Server, oft weil sich sein Zertifikat nicht laden lässt.",
            "Verwenden Sie Port 993 oder 995 mit SSL/TLS. Für den Anbieter: Prüfen Sie Zertifikat und Schlüssel dieses Dienstes.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Versenden Sie über Port 465 mit SSL/TLS. Für den Anbieter: Prüfen Sie Zertifikat und Schlüssel dieses Dienstes.",
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert. Für den Anbieter: Prüfen Sie Zertifikat und Schlüssel dieses Dienstes.",
                [RemedyVariant.TlsPortFails] = "SSL/TLS wurde bei diesem Server versucht und funktioniert auch nicht. Für den Anbieter: Prüfen Sie Zertifikat und Schlüssel dieses Dienstes.",
            },
        },
        [StarttlsStrippedSuspected] = new(
            "Unterwegs wird womöglich die Verschlüsselung entfernt",
            "Das Verschlüsselungsangebot des Servers wirkt verändert oder fehlt dort, wo es sein sollte. Eine Firewall kann so etwas tun, ein Angreifer aber auch.",
            "Geben Sie auf diesem Port Ihr Passwort nicht ein. Verwenden Sie Port 993 oder 995 mit SSL/TLS, und versuchen Sie es aus einem anderen Netz.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Geben Sie Ihr Passwort auf diesem Port nicht ein. Versenden Sie über Port 465 mit SSL/TLS, und versuchen Sie es aus einem anderen Netz.",
                [RemedyVariant.TlsPortWorks] = "Geben Sie auf diesem Port Ihr Passwort nicht ein. Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert.",
                [RemedyVariant.TlsPortFails] = "Geben Sie auf diesem Port Ihr Passwort nicht ein. SSL/TLS wurde bei diesem Server versucht und funktioniert auch nicht; versuchen Sie es aus einem anderen Netz.",
            },
        },
        [StarttlsInjection] = new(
            "Unverschlüsselte Daten geraten in die verschlüsselte Verbindung",
            "Zwischen dem Umschalten und dem Beginn der Verschlüsselung kam noch Text an. Über diese bekannte Schwachstelle kann ein Angreifer Befehle einschleusen.",
            "Verwenden Sie Port 993 oder 995 mit SSL/TLS. Für den Anbieter: Aktualisieren Sie den Server.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.Sending] = "Versenden Sie über Port 465 mit SSL/TLS. Für den Anbieter: Aktualisieren Sie den Server.",
                [RemedyVariant.TlsPortWorks] = "Verwenden Sie den Port dieses Servers für SSL/TLS: Er wurde geprüft und funktioniert. Für den Anbieter: Aktualisieren Sie den Server.",
                [RemedyVariant.TlsPortFails] = "SSL/TLS wurde bei diesem Server versucht und funktioniert auch nicht. Für den Anbieter: Aktualisieren Sie den Server.",
            },
        },
        [PreauthGreeting] = new(
            "Der Server lässt jeden ohne Passwort herein",
            "Er behandelt die Verbindung, als wäre sie schon angemeldet. Damit lässt sie sich auch nicht mehr verschlüsseln.",
            "Verwenden Sie diesen Port nicht. Für den Anbieter: Berichtigen Sie die Vertrauensregeln des Servers."),
    };
}
