using ProtocolAdvisor.Web.Console.Words;
using ProtocolAdvisor.Web.Problems;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>Pages that only explain a problem, in German.</summary>
internal static class GermanProblemPage
{
    public static ProblemPageWords Words { get; } = new()
    {
        WhatToDo = "Was zu tun ist",
        TryAgain = "Noch einmal versuchen",
        Back = "Zurück",
        FormText = "Etwas im gesendeten Formular geht so nicht. Es ist nichts geschehen.",
        Titles = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "Diese Seite gibt es nicht",
            [ProblemCode.MethodNotAllowed] = "Diese Seite gibt es nicht",
            [ProblemCode.SettingsFormatUnknown] = "Diese Datei gibt es nicht",
            [ProblemCode.ScopeMissing] = "Ihr Schlüssel öffnet das nicht",
            [ProblemCode.ReportOfAnotherKey] = "Dieser Bericht gehört jemand anderem",
            [ProblemCode.FormOfAnotherSite] = "Dieses Formular kam von einer anderen Website",
            [ProblemCode.HostNotAllowed] = "Nicht unter diesem Namen",
            [ProblemCode.NothingRecommended] = "Es gibt noch keine Einstellungen",
            [ProblemCode.ProtocolNotUsable] = "Dafür gibt es keine Einstellungen",
            [ProblemCode.TooManyRequests] = "Zu viele Anfragen auf einmal",
            [ProblemCode.TooManyWrongKeys] = "Zu viele falsche Schlüssel",
            [ProblemCode.TooManyAssessments] = "Zu viele Prüfungen auf einmal",
            [ProblemCode.TooManyFailedSignIns] = "Zu viele falsche Passwörter",
            [ProblemCode.StorageUnavailable] = "Berichte lassen sich gerade nicht öffnen",
            [ProblemCode.Stopping] = "Der Dienst wird neu gestartet",
        },
        OtherTitle = "Das ging nicht",
        Texts = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "Der Link ist vielleicht alt oder vertippt.",
            [ProblemCode.MethodNotAllowed] = "Der Link ist vielleicht alt oder vertippt.",
            [ProblemCode.BadRequest] = "Was der Browser geschickt hat, lässt sich nicht lesen.",
            [ProblemCode.InvalidRequest] = "In der Adresse der Seite steht etwas, das nicht dorthin gehört.",
            [ProblemCode.ScopeMissing] = "Der Schlüssel, mit dem Sie angemeldet sind, ist für anderes gedacht.",
            [ProblemCode.ReportOfAnotherKey] = "Er wurde mit einem anderen Schlüssel erstellt, und nur dieser darf ihn löschen.",
            [ProblemCode.FormOfAnotherSite] = "Es wurde nicht von unseren eigenen Seiten gesendet, also ist nichts geschehen: Vielleicht will eine andere Website Ihre Anmeldung nutzen.",
            [ProblemCode.HostNotAllowed] = "Diese Installation ist nur für diesen Rechner da und antwortet nicht unter diesem Namen.",
            [ProblemCode.TooManyRequests] = "Die Anfragen dieser Minute sind verbraucht.",
            [ProblemCode.StorageUnavailable] = "Die Datenbank der Berichte antwortet zurzeit nicht.",
        },
        Remedies = new Dictionary<string, string>
        {
            [ProblemCode.NotFound] = "Beginnen Sie auf der Startseite, oder suchen Sie den Bericht im Verlauf.",
            [ProblemCode.MethodNotAllowed] = "Beginnen Sie auf der Startseite, oder suchen Sie den Bericht im Verlauf.",
            [ProblemCode.AssessmentNotFound] = "Prüfen Sie erneut; das dauert meist nur ein paar Sekunden.",
            [ProblemCode.SettingsFormatUnknown] = "Gehen Sie zurück zum Bericht: Er verweist auf jede Datei, die es gibt.",
            [ProblemCode.ScopeMissing] = "Bitten Sie den Betreiber um einen Schlüssel, der prüfen darf.",
            [ProblemCode.ReportOfAnotherKey] = "Bitten Sie den, der ihn erstellt hat. Wenn der Bericht abläuft, wird er von selbst gelöscht.",
            [ProblemCode.FormOfAnotherSite] = "Öffnen Sie die Startseite und senden Sie das Formular von dort.",
            [ProblemCode.HostNotAllowed] = "Öffnen Sie sie unter dem Namen localhost auf dem Rechner, auf dem sie läuft.",
            [ProblemCode.NothingRecommended] = "Gehen Sie zurück zum Bericht und beheben Sie zuerst, was er nennt.",
            [ProblemCode.ProtocolNotUsable] = "Gehen Sie zurück zum Bericht und nehmen Sie die Einstellungen, die er zeigt.",
            [ProblemCode.TooManyRequests] = "Warten Sie eine Minute, und versuchen Sie es dann noch einmal.",
            [ProblemCode.TooManyWrongKeys] = "Warten Sie eine Minute, und geben Sie dann den richtigen Schlüssel ein.",
            [ProblemCode.TooManyAssessments] = "Warten Sie eine Minute, und versuchen Sie es dann noch einmal.",
            [ProblemCode.TooManyFailedSignIns] = "Prüfen Sie die Server ohne das Passwort, oder warten Sie eine Stunde.",
            [ProblemCode.StorageUnavailable] = "Versuchen Sie es in einer Minute noch einmal. Bleibt es dabei, sagen Sie es dem Betreiber.",
            [ProblemCode.Stopping] = "Versuchen Sie es in einer Minute noch einmal.",
        },
        OtherRemedy = "Gehen Sie zurück und versuchen Sie es anders, oder beginnen Sie auf der Startseite.",
    };
}
