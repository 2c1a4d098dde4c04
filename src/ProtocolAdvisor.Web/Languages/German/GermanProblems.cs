using ProtocolAdvisor.Languages.German;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Web.Problems;
using ProtocolAdvisor.Web.Wire;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>Refusals in German.</summary>
internal static class GermanProblems
{
    public static ProblemPhrases Phrases { get; } = new(
        new Dictionary<int, string>
        {
            [400] = "Fehlerhafte Anfrage",
            [401] = "Nicht angemeldet",
            [403] = "Zugriff nicht erlaubt",
            [404] = "Nicht gefunden",
            [405] = "Methode nicht erlaubt",
            [406] = "Format nicht verfügbar",
            [408] = "Zeitüberschreitung",
            [413] = "Anfrage zu groß",
            [415] = "Medientyp nicht unterstützt",
            [421] = "Falsch adressierte Anfrage",
            [422] = "Anfrage nicht ausführbar",
            [429] = "Zu viele Anfragen",
            [500] = "Interner Fehler",
            [503] = "Dienst nicht verfügbar",
        },
        new Dictionary<string, string>
        {
            [ProblemCode.MalformedJson] = "Der Inhalt ist kein wohlgeformtes JSON oder zu tief verschachtelt.",
            [ProblemCode.InvalidRequest] = "Einige Angaben der Anfrage sind falsch.",
            [ProblemCode.BadRequest] = "Die Anfrage ist nicht lesbar.",
            [ProblemCode.KeyRequired] = "Ein Schlüssel ist erforderlich: X-Api-Key oder Authorization: Bearer.",
            [ProblemCode.KeyUnknown] = "Der Schlüssel ist hier nicht bekannt.",
            [ProblemCode.ScopeMissing] = "Dafür gilt der Schlüssel nicht.",
            [ProblemCode.FormOfAnotherSite] = "Formulare werden nur von unseren eigenen Seiten angenommen. Öffnen Sie die Startseite und senden Sie das Formular von dort ab.",
            [ProblemCode.HostNotAllowed] = "Ohne Schlüssel antwortet der Dienst nur unter den Namen, unter denen er erreichbar sein soll, zum Beispiel localhost.",
            [ProblemCode.NotFound] = "Unter dieser Adresse gibt es nichts.",
            [ProblemCode.AssessmentNotFound] = "Diesen Bericht gibt es nicht, oder er ist abgelaufen.",
            [ProblemCode.SettingsFormatUnknown] = "Dieses Format gibt es nicht. Verfügbar sind: {formats}.",
            [ProblemCode.ProtocolUnknown] = "Erwartet wird bei „protocol“ einer dieser Werte: {protocols}.",
            [ProblemCode.NothingRecommended] = GermanSettings.Phrases.Obstacles[SettingsObstacle.NothingRecommended],
            [ProblemCode.ProtocolNotUsable] = GermanSettings.Phrases.Obstacles[SettingsObstacle.ProtocolNotUsable],
            [ProblemCode.OutgoingServerUnknown] = GermanSettings.Phrases.Obstacles[SettingsObstacle.OutgoingServerUnknown],
            [ProblemCode.SignInNotExpressible] = GermanSettings.Phrases.Obstacles[SettingsObstacle.SignInNotExpressible],
            [ProblemCode.UserNameNotExpressible] = GermanSettings.Phrases.Obstacles[SettingsObstacle.UserNameNotExpressible],
            [ProblemCode.EmailOfAnotherDomain] = "Diese Adresse gehört zu einer anderen Domain als der Bericht, und damit zu anderen Servern. Starten Sie für sie eine eigene Prüfung.",
            [ProblemCode.PortNotExpressible] = GermanSettings.Phrases.Obstacles[SettingsObstacle.PortNotExpressible],
            [ProblemCode.MethodNotAllowed] = "Diese Methode gibt es hier nicht.",
            [ProblemCode.NotAcceptable] = "Verfügbar ist dies als: {types}.",
            [ProblemCode.RequestTimeout] = "Der Inhalt der Anfrage kam nicht innerhalb von 5 Sekunden an.",
            [ProblemCode.BodyTooLarge] = "Der Inhalt einer Anfrage darf höchstens 256\u00A0KiB groß sein.",
            [ProblemCode.UnsupportedMediaType] = "Erwartet wird application/json in UTF-8, nicht komprimiert.",
            [ProblemCode.TargetNotAllowed] = "Die Anfrage nennt einen Server oder Port, zu dem dieser Dienst keine Verbindung herstellen darf: nur öffentliche Mailserver auf Mailports, sofern der Betreiber nicht mehr erlaubt.",
            [ProblemCode.TooManyAssessments] = "Es laufen und warten bereits zu viele Prüfungen.",
            [ProblemCode.TooManyRequests] = "Die Anfragen, die der Schlüssel pro Minute erlaubt, sind verbraucht.",
            [ProblemCode.StorageUnavailable] = "Gespeicherte Berichte lassen sich gerade nicht lesen, ablegen oder löschen. Versuchen Sie es gleich noch einmal.",
            [ProblemCode.Stopping] = "Der Dienst wird beendet und nimmt nichts Neues an. Versuchen Sie es gleich noch einmal.",
            [ProblemCode.TooManyFailedSignIns] = "Innerhalb einer Stunde sind zu viele Anmeldungen gescheitert; es wurde nichts versucht. Ohne Zugangsdaten lässt sich der Server weiterhin prüfen.",
        },
        new Dictionary<string, string>
        {
            [ProblemCode.NotAcceptable] = "Keiner der Medientypen, die die Anfrage annimmt, ist hier verfügbar; die Antwort nennt die verfügbaren.",
            [ProblemCode.InternalError] = "Ein Fehler dieses Dienstes. Seine Ursache findet der Betreiber unter der traceId der Antwort.",
            [JsonShape.WrongTypeOfMember] = "Der Wert hat einen anderen Typ als die Angabe oder ist keiner der erlaubten Werte.",
        },
        new Dictionary<string, string>
        {
            ["required"] = "Diese Angabe ist erforderlich.",
            ["duplicate-member"] = "Diese Angabe kommt doppelt vor.",
            ["unknown-member"] = "Diese Angabe gibt es nicht.",
            ["unknown-parameter"] = "Diesen Query-Parameter gibt es hier nicht.",
            ["one-object"] = "Erwartet wird ein JSON-Objekt.",
            ["object"] = "Erwartet wird hier ein Objekt.",
            ["array"] = "Erwartet wird hier eine Liste.",
            ["not-null"] = "null ist hier nicht erlaubt.",
            ["boolean"] = "Erwartet wird hier true oder false.",
            ["number"] = "Erwartet wird hier eine Zahl.",
            ["whole-number"] = "Erwartet wird hier eine ganze Zahl.",
            ["string"] = "Erwartet wird hier eine gültige Zeichenkette.",
            ["one-of"] = "Erwartet wird hier einer dieser Werte: {values}.",
            ["number-between"] = "Erwartet wird eine Zahl von {From} bis {To}.",
            ["length-between"] = "Erwartet werden {MinLength} bis {MaxLength} Zeichen.",
            ["control-character"] = "Steuerzeichen sind hier nicht erlaubt.",
            ["display-name-character"] = "Steuerzeichen, Zeilenumbrüche und Zeichen, die die Schreibrichtung ändern, gehören nicht in einen Namen, und aus Leerzeichen allein besteht er nicht.",
            ["email-invalid"] = "Erwartet wird eine E-Mail-Adresse in der Form name@domain.",
            ["server-required"] = "Eine E-Mail-Adresse oder der Mailserver ist erforderlich.",
            ["domain-required"] = "Eine E-Mail-Adresse oder eine Mail-Domain ist erforderlich.",
            ["email-and-domain"] = "Erwartet wird eine E-Mail-Adresse oder eine Mail-Domain, nicht beides.",
            ["domain-invalid"] = "Erwartet wird ein Domainname wie example.com.",
            ["host-required"] = "Nennen Sie einen Server oder die Endpunkte.",
            ["endpoint-host-required"] = "Nennen Sie hier oder bei „server“ einen Hostnamen.",
            ["host-invalid"] = "Erwartet wird ein Hostname oder eine IP-Adresse in ihrer kanonischen Schreibweise.",
            ["endpoints-count"] = "Erwartet werden 1 bis 16 Endpunkte.",
            ["protocol-required"] = "Erwartet wird imap oder pop3.",
            ["port-required"] = "Ein Port ist erforderlich.",
            ["security-required"] = "Erwartet wird implicitTls, startTls oder cleartext.",
            ["username-required"] = "Ohne E-Mail-Adresse ist ein Benutzername erforderlich.",
            ["secret-required"] = "Ein Passwort oder ein Zugriffstoken ist erforderlich.",
            ["password-and-token"] = "Erwartet wird ein Passwort oder ein Zugriffstoken, nicht beides.",
            ["password-length"] = "Erwartet werden 1 bis 1024 Zeichen.",
            ["token-length"] = "Erwartet werden 1 bis 16384 Zeichen.",
            ["token-character"] = "Ein Zugriffstoken besteht nur aus sichtbaren ASCII-Zeichen.",
            ["largest-folders-out-of-range"] = "Erwartet werden höchstens 12 Ordner.",
        });
}
