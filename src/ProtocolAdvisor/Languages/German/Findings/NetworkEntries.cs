using ProtocolAdvisor.Findings;
using static ProtocolAdvisor.Findings.FindingCode;

namespace ProtocolAdvisor.Languages.German.Findings;

/// <summary>Name and network.</summary>
internal static class NetworkEntries
{
    public static IReadOnlyDictionary<FindingCode, FindingText> All { get; } = new Dictionary<FindingCode, FindingText>
    {
        [DnsNameNotFound] = new(
            "Den Servernamen gibt es nicht",
            "Dieser Name ist nirgends eingetragen, deshalb findet kein E-Mail-Programm den Server.",
            "Prüfen Sie die Schreibweise und verwenden Sie den Servernamen, den Ihr Anbieter nennt.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PlaceWasFound] = "An Ihrer Eingabe liegt es nicht: Die veröffentlichten Einstellungen nennen diesen Server. Für den Anbieter: Tragen Sie den Namen im DNS ein, oder nehmen Sie ihn aus den Einstellungen.",
            },
        },
        [DnsNoAddress] = new(
            "Zum Servernamen gehört keine Adresse",
            "Den Namen gibt es, er führt aber zu keinem Rechner.",
            "Verwenden Sie den Servernamen, den Ihr Anbieter nennt. Für den Anbieter: Legen Sie einen A- oder AAAA-Eintrag an.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PlaceWasFound] = "An Ihrer Eingabe liegt es nicht: Die veröffentlichten Einstellungen nennen diesen Server. Für den Anbieter: Legen Sie einen A- oder AAAA-Eintrag an, oder nehmen Sie den Namen aus den Einstellungen.",
            },
        },
        [DnsLookupFailed] = new(
            "Der Servername ließ sich nicht nachschlagen",
            "Die Nameserver haben nicht oder mit einem Fehler geantwortet. Der Name selbst kann richtig sein.",
            "Versuchen Sie es in einigen Minuten noch einmal. Für den Anbieter: Prüfen Sie die Nameserver der Domain und ihre DNSSEC-Signaturen."),
        [LookupImpossible] = new(
            "Von hier aus ließ sich kein Name nachschlagen",
            "Unser eigener Nameserver oder der Weg zu ihm ist gestört. Deshalb konnten wir nichts abfragen; über Ihre Adresse und Ihren Anbieter sagt das nichts.",
            "Prüfen Sie in einigen Minuten erneut. Für den Betreiber dieses Dienstes: Prüfen Sie seine Nameserver und seine Netzverbindung."),
        [DomainNotFound] = new(
            "Diese Mail-Domain gibt es nicht",
            "Laut den Nameservern gibt es keine solche Domain, also kann dort auch kein Postfach liegen.",
            "Vergleichen Sie die Domain, in einer Adresse der Teil hinter dem @, Buchstabe für Buchstabe. Ist sie richtig, fragen Sie, wer sie eingerichtet hat, ob sie abgelaufen ist."),
        [HostLikelyMisspelled] = new(
            "Die Adresse oder der Servername enthält wohl einen Tippfehler",
            "Nur ein Buchstabe oder zwei vertauschte unterscheiden den Namen von dem eines bekannten Anbieters, und er führt zu keinem Mailserver.",
            "Vergleichen Sie den Namen Buchstabe für Buchstabe mit dem hier genannten, und berichtigen Sie ihn, wenn das Ihr Anbieter ist."),
        [HostNotPublishedOne] = new(
            "Ihr Anbieter nennt einen anderen Servernamen",
            "Der Name funktioniert heute, ist aber nicht der, den der Anbieter auf Dauer zusagt.",
            "Stellen Sie auf den veröffentlichten Servernamen um, wenn Sie das nächste Mal ein Gerät einrichten."),
        [TargetNotAllowed] = new(
            "Zu dieser Adresse stellen wir keine Verbindung her",
            "Adresse oder Port sind privat oder reserviert, und dieser Dienst prüft nur öffentliche Mailserver. Ob der Server funktioniert, ist damit nicht gesagt.",
            "Prüfen Sie ihn mit einer Installation innerhalb dieses Netzes, oder bitten Sie den Betreiber, die Adresse freizugeben."),
        [TargetBusy] = new(
            "Jetzt nicht abgefragt, weil wir uns selbst begrenzen",
            "Gerade gab es bei diesem Server viele Verbindungen oder Fehlschläge, deshalb haben wir eine Pause eingelegt. Ob er funktioniert, ist damit nicht gesagt.",
            "Prüfen Sie in einigen Minuten erneut."),
        [NotExamined] = new(
            "Das ließ sich von hier aus nicht prüfen",
            "Zu der hier genannten Stelle stellt dieser Dienst keine Verbindung her, oder sie gab diesmal keine Antwort. Ob sie funktioniert oder was dort veröffentlicht ist, ist damit nicht gesagt.",
            "Prüfen Sie später erneut oder mit einer Installation innerhalb jenes Netzes. Der Betreiber dieses Dienstes kann Adresse oder Port auch freigeben."),
        [LocalFault] = new(
            "Dieser Rechner konnte von sich aus keine Verbindung aufbauen",
            "Der Rechner, auf dem diese Prüfung läuft, hat kein Netz von der Art, die der Server braucht, etwa IPv6, oder er hatte keine Mittel mehr für eine Verbindung. Über den Server sagt das nichts.",
            "Prüfen Sie erneut, in einigen Minuten oder aus einem anderen Netz. Wer diesen Dienst betreibt: Prüfen Sie Netz und Grenze für offene Dateien."),
        [TcpRefused] = new(
            "Auf diesem Port antwortet nichts",
            "Der Rechner ist da, aber auf diesem Port läuft kein Maildienst.",
            "Prüfen Sie die Portnummer. Ist es die, die Ihr Anbieter nennt, ist der Dienst wahrscheinlich ausgefallen: Fragen Sie den Anbieter.")
        {
            Variants = new Dictionary<RemedyVariant, string>
            {
                [RemedyVariant.PortWasUsual] = "Versucht wurden die üblichen Ports dieses Servers. Fragen Sie Ihren Anbieter nach Server und Port, und ob der Dienst ausgefallen ist.",
                [RemedyVariant.PlaceWasFound] = "Diesen Server hat die Suche gefunden, an Ihrer Eingabe liegt es also nicht. Der Dienst ist wahrscheinlich ausgefallen: Versuchen Sie es später noch einmal, oder fragen Sie den Anbieter. Für den Anbieter: Starten Sie den Dienst, oder nehmen Sie den Server aus den Einstellungen.",
            },
        },
        [TcpTimeout] = new(
            "Der Server antwortet nicht",
            "Auf den Verbindungsversuch kam keine Antwort. Oft ist eine Firewall im Weg, manchmal ist der Rechner ausgefallen.",
            "Versuchen Sie es aus einem anderen Netz, zum Beispiel über das Mobiltelefon. Scheitert es auch dort, fragen Sie Ihren Anbieter."),
        [TcpUnreachable] = new(
            "Zum Server führt kein Weg",
            "Das Netz kennt keine Route zu dieser Adresse.",
            "Prüfen Sie die Verbindung und ein etwaiges VPN. Sind andere Seiten erreichbar, geben Sie Ihrem Anbieter Bescheid."),
        [ConnectionReset] = new(
            "Die Verbindung wird sofort getrennt",
            "Etwas hat die Verbindung gleich zu Beginn gekappt: eine Firewall oder ein Server, der diese Adresse ausgesperrt hat.",
            "Versuchen Sie es aus einem anderen Netz, und warten Sie eine Stunde, falls die Sperre vorübergehend ist. Für den Anbieter: Sehen Sie in den Protokollen von Firewall und Server nach."),
        [Ipv6BrokenIpv4Ok] = new(
            "IPv6 ist veröffentlicht, funktioniert aber nicht",
            "Von hier aus ist der Server nur über IPv4 erreichbar. E-Mail-Programme versuchen womöglich zuerst IPv6 und brauchen dadurch länger.",
            "Ist es aus einem anderen Netz ebenso, dann für den Anbieter: Bringen Sie IPv6 in Ordnung oder entfernen Sie den AAAA-Eintrag."),
        [Ipv4BrokenIpv6Ok] = new(
            "IPv4 ist veröffentlicht, funktioniert aber nicht",
            "Von hier aus ist der Server nur über IPv6 erreichbar. Viele Netze haben kein IPv6 und erreichen ihn nicht.",
            "Für den Anbieter: Bringen Sie die IPv4-Adresse in Ordnung oder berichtigen Sie den A-Eintrag."),
        [AddressesDisagree] = new(
            "Nicht alle Adressen des Servers funktionieren",
            "Der Name führt zu mehreren Rechnern, und einige davon antworten nicht oder anders. Der Abruf kann jetzt gelingen und eine Minute später scheitern.",
            "Für den Anbieter: Setzen Sie die hier genannten Rechner instand oder nehmen Sie sie aus dem Namen heraus."),
        [ConnectSlow] = new(
            "Die Verbindung zum Server ist langsam",
            "Jede Anfrage an diesen Server ist lange unterwegs, ganz gleich, wie schnell der Download ist.",
            "Es ist nichts defekt. Hat Ihr Anbieter einen Server in Ihrer Nähe, verwenden Sie diesen."),
        [AddressCertificateBad] = new(
            "Eine der Adressen des Servers zeigt ein schlechtes Zertifikat",
            "Der Name führt zu mehreren Rechnern, und nicht alle haben ein Zertifikat, dem man trauen kann. E-Mail-Programme warnen oder geben auf, sobald sie an den falschen geraten.",
            "Bestätigen Sie die Warnung nicht. Für den Anbieter: Spielen Sie das aktuelle Zertifikat auf den hier genannten Rechnern ein, und laden Sie es dort neu."),
    };
}
