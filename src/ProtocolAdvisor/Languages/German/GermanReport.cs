using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Languages.German.Findings;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Languages.German;

/// <summary>The report's words in German.</summary>
internal static class GermanReport
{
    public static ReportPhrases Phrases { get; } = new()
    {
        Made = "Geprüft: {subject}, {day}, in {time}.",
        Incomplete = "Einige Ergebnisse fehlen; die Befunde sagen, warum.",
        Reasons = "Warum",
        Support = "Was außerdem dafür spricht",
        Plan = "Was dazugehört",
        Objections = "Was dagegen spricht",
        Changes = "Was die Antwort ändern würde",
        HowToBackUp = "So sichern Sie Ihre E-Mails",
        ToDo = "Was zu tun ist",
        ToMend = "Was behoben werden sollte",
        Must = "{n} nötig",
        Should = "{n} empfohlen",
        NothingToDo = "Es ist nichts zu tun.",
        Noticed = "Was sonst aufgefallen ist",
        Comparison = "POP3 und IMAP im Vergleich",
        Forecast = "Wie lange es dauern wird",
        Mailbox = "Das Postfach",
        Endpoints = "Die geprüften Server",
        Sources = "Woher die Einstellungen stammen",
        Drift = "Wo sich veröffentlichte Einstellungen widersprechen",
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Blocking] = "funktioniert nicht",
            [Severity.High] = "schwerwiegend",
            [Severity.Medium] = "sollte behoben werden",
            [Severity.Low] = "geringfügig",
            [Severity.Info] = "zur Kenntnis",
        },
        Likelihoods = new Dictionary<FindingConfidence, string>
        {
            [FindingConfidence.Likely] = "wahrscheinlich",
            [FindingConfidence.Possible] = "möglich",
        },
        Remedy = "Was zu tun ist: {remedy}",
        Evidence = "Beobachtet: {evidence}",
        MorePlaces = "{more} weitere Stellen",
        MoreSeen = "Und {more} weitere dieser Art; sie stehen unten bei den Servern.",
        ForYou = "Für Sie",
        NoDifference = "Einen Unterschied zwischen beiden würden Sie kaum bemerken.",
        Difference = "Den Unterschied würden Sie bemerken: „{task}“ dauert über {faster} {fasterTime}, über {slower} {slowerTime}.",
        DifferenceOnce = "Im Alltag würden Sie kaum einen Unterschied bemerken. „{task}“ dauert über {faster} {fasterTime}, über {slower} {slowerTime}.",
        DifferenceAtOnce = "Den Unterschied würden Sie bemerken: „{task}“ geht über {faster} sofort und dauert über {slower} {slowerTime}.",
        Tasks = new Dictionary<MailTask, string>
        {
            [MailTask.FirstSync] = "Erster Abruf aller E-Mails (POP3: nur der Posteingang)",
            [MailTask.FirstUsable] = "Erste Nachrichtenliste",
            [MailTask.CheckNothingNew] = "Nachsehen: nichts Neues",
            [MailTask.CheckNewMail] = "Nachsehen: neue Nachrichten eines Tages",
            [MailTask.OpenLargeMessage] = "Eine große Nachricht öffnen",
            [MailTask.OpenOldMessage] = "Eine ältere Nachricht öffnen",
        },
        AtOnce = "sofort",
        Unknown = "unbekannt",
        Estimated = "etwa {time}",
        Line = "Berechnet für {roundTrip} zum Server und zurück ({roundTripBasis}) und {capacity} ({capacityBasis}). „Etwa“ heißt, dass etwas angenommen werden musste.",
        LineBases = new Dictionary<LinkBasis, string>
        {
            [LinkBasis.Given] = "wie von Ihnen angegeben",
            [LinkBasis.Measured] = "wie von hier gemessen",
            [LinkBasis.Told] = "aus dem genannten Tempo",
            [LinkBasis.Assumed] = "ein üblicher Internetanschluss, denn Ihrer ist nicht bekannt",
        },
        Imap =
        [
            "Über IMAP: {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) in {folders:number} {folders:Ordner|Ordnern}.",
            "Gezählt wurde in {counted:number} dieser Ordner.",
            "Daneben gibt es {shared:number} Ordner anderer Personen, {shared:der nicht mitgezählt ist|die nicht mitgezählt sind}.",
            "Im Posteingang: {inboxMessages:number} {inboxMessages:Nachricht|Nachrichten} ({inboxBytes:size}).",
            "Größte Nachricht, die wir über IMAP gesehen haben: {largest:size}.",
            "Speicherplatz: {used:size} von {limit:size} belegt.",
            "Erlaubte Nachrichten: {limitMessages:number}; vorhanden sind {usedMessages:number}.",
            "Das Postfach wächst um etwa {growth:size} im Monat.",
            "Bleibt es dabei, ist das Postfach am {fullAt:date} voll.",
            "{samples:number} {samples:Nachricht|Nachrichten} zur Probe über IMAP abgerufen: je {median}, von {min} bis {max}.",
            "Über die Verbindung zu uns kamen mit IMAP {lineAtLeast:mindestens |}{line}.",
        ],
        Pop3 =
        [
            "Über POP3: {messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}).",
            "Größte Nachricht über POP3: {largest:size}.",
            "Der Server löscht Nachrichten nach {expireDays:number} {expireDays:Tag|Tagen} von selbst.",
            "Zwischen zwei Anmeldungen über POP3 verlangt der Server {loginDelay:duration} Abstand.",
            "{samples:number} {samples:Nachricht|Nachrichten} zur Probe über POP3 abgerufen: je {median}, von {min} bis {max}.",
            "Über die Verbindung zu uns kamen mit POP3 {lineAtLeast:mindestens |}{line}.",
        ],
        DeletedAtOnce = "Der Server darf eine Nachricht löschen, sobald POP3 sie abgerufen hat.",
        OnlyInImap = "POP3 zeigt {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) und {folders:number} Ordner nicht.",
        OnlyInImapsInbox = "POP3 zeigt {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) nicht.",
        Usable = "verwendbar",
        NotUsable = "nicht verwendbar",
        NotTrusted = "für ein Passwort nicht vertrauenswürdig",
        Cleartext = GermanEvidence.Phrases.Cleartext,
        RoundTrip = "{time} hin und zurück",
        Steps = new Dictionary<MailStep, string>
        {
            [MailStep.Resolve] = "Namensauflösung",
            [MailStep.Connect] = "Verbindungsaufbau",
            [MailStep.TlsHandshake] = "TLS-Aushandlung",
            [MailStep.Greeting] = "Begrüßung",
            [MailStep.Capability] = "Fähigkeiten",
            [MailStep.StartTls] = "STARTTLS-Befehl",
            [MailStep.SignIn] = "Anmeldung",
            [MailStep.OpenMailbox] = "Öffnen des Postfachs",
            [MailStep.Measure] = "Abruf der Proben",
        },
        StepFailed = "{step} nach {time} gescheitert: {cause}",
        RefusedBehindSignIn = "der Server hat es verweigert",
        Failures = GermanEvidence.Phrases.Failures,
        Quote = GermanEvidence.Phrases.Quote,
        SignIns = new Dictionary<SignInOutcome, string>
        {
            [SignInOutcome.Accepted] = "Anmeldung: angenommen ({mechanism}, {time})",
            [SignInOutcome.Rejected] = "Anmeldung: abgelehnt. {reason}",
            [SignInOutcome.NotAttempted] = "Anmeldung: nicht versucht. {reason}",
            [SignInOutcome.Unanswered] = "Anmeldung: ohne Antwort. {reason}",
        },
        SignInReasons = new Dictionary<SignInReason, string>
        {
            [SignInReason.NoCredentials] = "Es wurde kein Passwort angegeben",
            [SignInReason.EndpointNotUsable] = "Der Server ist nicht sicher erreichbar, deshalb wurde Ihr Passwort nicht gesendet",
            [SignInReason.OtherEndpointPreferred] = "Zum selben Postfach führt ein besserer Weg",
            [SignInReason.AuthMechanismMissing] = "Der Server nimmt keine Zugriffstoken an",
            [SignInReason.ConnectionFailed] = "Die Verbindung brach ab",
            [SignInReason.OtherProtocolRefused] = "Der Server des anderen Protokolls hatte dieses Passwort abgelehnt; einen zweiten Fehlversuch haben wir vermieden",
            [SignInReason.IncomingNotAccepted] = "Kein Server zum Lesen der E-Mails hatte diese Anmeldung angenommen; deshalb haben wir sie hier nicht versucht",
        },
        Certificate = "Zertifikat: {subject}, ausgestellt von {issuer}, gültig bis {date}: {status}",
        CertificateStatuses = GermanEvidence.Phrases.CertificateStatuses,
        SourceNames = new Dictionary<DiscoverySource, string>
        {
            [DiscoverySource.Explicit] = "von Ihnen genannt",
            [DiscoverySource.Autoconfig] = "Einstellungsdatei der Domain",
            [DiscoverySource.Pacc] = "Konfiguration für E-Mail-Programme (PACC)",
            [DiscoverySource.Srv] = "SRV-Eintrag",
            [DiscoverySource.Catalogue] = "Anbieterverzeichnis",
            [DiscoverySource.Mx] = "wer die E-Mails der Domain annimmt (MX)",
            [DiscoverySource.Convention] = "üblicher Name, geraten",
            [DiscoverySource.Jmap] = "JMAP-Adresse der Domain",
            [DiscoverySource.Provider] = "was über den Anbieter bekannt ist",
        },
        SourceOutcomes = new Dictionary<SourceOutcome, string>
        {
            [SourceOutcome.Found] = "gefunden",
            [SourceOutcome.NotFound] = "nichts vorhanden",
            [SourceOutcome.Failed] = "gescheitert: {cause}",
            [SourceOutcome.Skipped] = "nicht gefragt",
        },
        Candidates = "Mailserver von {name}, der beste zuerst",
        NoCandidates = "Für {name} haben wir keinen Mailserver gefunden.",
        Outgoing = "Server für den Versand",
        Forgeable = "unterwegs fälschbar",
        AskedInVain = "Nichts gefunden an {more:number} {more:weiterer Stelle|weiteren Stellen}.",
    };
}
