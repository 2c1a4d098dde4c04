using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The page that makes a report's check anew, in German.</summary>
internal static class GermanAgain
{
    public static AgainWords Words { get; } = new()
    {
        Title = "{subject} erneut prüfen",
        SameAs = "Konto und Antworten sind die des Berichts vom",
        Address = "E-Mail-Adresse",
        AddressHint = "Berichte verbergen sie ({masked}). Bitte ergänzen Sie sie.",
        OtherAccount = "Das ist nicht das Konto des Berichts ({masked}). Für ein anderes Konto beginnen Sie eine neue Prüfung.",
        Username = "Benutzername",
        UsernameHint = "Berichte verbergen ihn ({masked}). Bitte geben Sie ihn noch einmal ein.",
        PasswordHint = "Es wurde nicht aufbewahrt. Es geht nur verschlüsselt an den Mailserver.",
        PasswordMissing = "Geben Sie das Passwort ein. Um nur die Server zu prüfen, beginnen Sie eine neue Prüfung.",
        WithoutSignIn = "Bei jener Prüfung wurde nicht angemeldet; es fehlt also nichts.",
        WithToken = "Bei jener Prüfung wurde mit einem Zugriffstoken angemeldet, das diese Seite nicht annimmt: Jetzt werden nur die Server geprüft, nicht das Postfach.",
        Button = "Erneut prüfen",
        Back = "Zurück zum Bericht",
        New = "Neue Prüfung",
    };
}
