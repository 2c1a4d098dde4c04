using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Findings.Drift;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Web.Console.Words;

/// <summary>Labels in German.</summary>
internal static class GermanLabels
{
    public static LabelWords Words { get; } = new()
    {
        Steps = new Dictionary<MailStep, string>
        {
            [MailStep.Resolve] = "Namensauflösung",
            [MailStep.Connect] = "Verbindung",
            [MailStep.TlsHandshake] = "Verschlüsselung (TLS)",
            [MailStep.Greeting] = "Begrüßung",
            [MailStep.Capability] = "Fähigkeiten",
            [MailStep.StartTls] = "STARTTLS",
            [MailStep.SignIn] = "Anmeldung",
            [MailStep.OpenMailbox] = "Öffnen des Postfachs",
            [MailStep.Measure] = "Messung",
        },
        Securities = new Dictionary<ConnectionSecurity, string>
        {
            [ConnectionSecurity.ImplicitTls] = "SSL/TLS",
            [ConnectionSecurity.StartTls] = "STARTTLS",
            [ConnectionSecurity.Cleartext] = "keine Verschlüsselung",
        },
        Sources = new Dictionary<DiscoverySource, string>
        {
            [DiscoverySource.Explicit] = "Von Ihnen genannt",
            [DiscoverySource.Autoconfig] = "Einstellungsdatei (Autoconfig)",
            [DiscoverySource.Pacc] = "Einstellungsdatei (PACC)",
            [DiscoverySource.Srv] = "DNS-Einträge (SRV)",
            [DiscoverySource.Catalogue] = "Anbieterverzeichnis",
            [DiscoverySource.Mx] = "Anbieter hinter dem MX-Eintrag",
            [DiscoverySource.Convention] = "Übliche Namen",
        },
        SourceOutcomes = new Dictionary<SourceOutcome, string>
        {
            [SourceOutcome.Found] = "gefunden",
            [SourceOutcome.NotFound] = "nichts vorhanden",
            [SourceOutcome.Failed] = "fehlgeschlagen",
            [SourceOutcome.Skipped] = "nicht nötig",
        },
        Failures = new Dictionary<FailureKind, string>
        {
            [FailureKind.HostNotFound] = "den Namen gibt es nicht",
            [FailureKind.NoAddress] = "der Name hat keine Adresse",
            [FailureKind.LookupFailed] = "die Nameserver antworten nicht",
            [FailureKind.AddressBlocked] = "diese Adresse darf von hier nicht angewählt werden",
            [FailureKind.ConnectionRefused] = "dort antwortet kein Dienst",
            [FailureKind.ConnectionReset] = "der Server hat die Verbindung getrennt",
            [FailureKind.HostUnreachable] = "kein Weg führt dorthin",
            [FailureKind.TimedOut] = "keine Antwort in der Zeit",
            [FailureKind.TlsFailed] = "keine Einigung auf eine Verschlüsselung",
            [FailureKind.CertificateUntrusted] = "das Zertifikat ist nicht gültig",
            [FailureKind.GreetingRejected] = "der Server hat uns abgewiesen",
            [FailureKind.WrongProtocol] = "dort wird etwas anderes gesprochen",
            [FailureKind.ProtocolViolation] = "die Antwort verletzt die Regeln",
            [FailureKind.ResponseTooLarge] = "die Antwort ist zu groß",
            [FailureKind.HttpStatus] = "der Webserver hat abgelehnt",
            [FailureKind.RedirectRefused] = "die Weiterleitung ist nicht erlaubt",
            [FailureKind.DocumentInvalid] = "die Datei ist nicht lesbar",
            [FailureKind.DigestMismatch] = "die Datei ist nicht die angekündigte",
            [FailureKind.AnswerForged] = "die DNS-Antwort ist gefälscht",
            [FailureKind.CapabilityMissing] = "eine nötige Fähigkeit fehlt",
            [FailureKind.StartTlsRefused] = "STARTTLS wurde abgelehnt",
            [FailureKind.SignInRejected] = "die Anmeldung wurde abgelehnt",
            [FailureKind.DeadlineReached] = "die Zeit war um",
            [FailureKind.TargetBusy] = "dieser Server wird gerade zu oft gefragt",
            [FailureKind.Unexpected] = "ein Fehler auf unserer Seite",
        },
        SignIns = new Dictionary<SignInOutcome, string>
        {
            [SignInOutcome.Accepted] = "Anmeldung gelingt",
            [SignInOutcome.Rejected] = "Anmeldung abgelehnt",
            [SignInOutcome.NotAttempted] = "keine Anmeldung versucht",
            [SignInOutcome.Unanswered] = "Anmeldung unbeantwortet",
        },
        Tasks = new Dictionary<MailTask, string>
        {
            [MailTask.FirstSync] = "Alles zum ersten Mal abholen",
            [MailTask.FirstUsable] = "Bis die ersten Nachrichten erscheinen",
            [MailTask.CheckNothingNew] = "Nach neuer Mail sehen: keine da",
            [MailTask.CheckNewMail] = "Die neue Mail eines Tages abholen",
            [MailTask.OpenLargeMessage] = "Eine große Nachricht öffnen",
            [MailTask.OpenOldMessage] = "Eine gewöhnliche Nachricht öffnen",
        },
        Severities = new Dictionary<Severity, string>
        {
            [Severity.Blocking] = "Blockierend",
            [Severity.High] = "Schwerwiegend",
            [Severity.Medium] = "Beachtenswert",
            [Severity.Low] = "Gering",
            [Severity.Info] = "Hinweis",
        },
        Drifts = new Dictionary<DriftFact, string>
        {
            [DriftFact.Offered] = "überhaupt angeboten",
            [DriftFact.Host] = "Servername",
            [DriftFact.Port] = "Port",
            [DriftFact.Security] = "Verschlüsselung",
            [DriftFact.Username] = "Benutzername",
            [DriftFact.Preferred] = "bevorzugtes Protokoll",
            [DriftFact.Endpoint] = "Server",
            [DriftFact.Certificate] = "Name im Zertifikat",
        },
    };
}
