using ProtocolAdvisor.Web.Console;
using ProtocolAdvisor.Web.Console.Words;

namespace ProtocolAdvisor.Web.Languages.German;

/// <summary>The words around the settings to enter, in German.</summary>
internal static class GermanEnter
{
    public static EnterWords Words { get; } = new()
    {
        Copy = "Kopieren",
        CopyOf = "Kopieren: {name}",
        Copied = "Kopiert",
        Programs = "Welches E-Mail-Programm?",
        Clients = new Dictionary<MailProgram, ClientGuide>
        {
            [MailProgram.Thunderbird] = new("Thunderbird",
            [
                "Öffnen Sie das Menü ☰, dann „Neues Konto“, „E-Mail“ (ältere Fassungen: „Konten-Einstellungen“, „Konten-Aktionen“, „E-Mail-Konto hinzufügen“).",
                "Geben Sie den Namen und die vollständige E-Mail-Adresse ein und gehen Sie weiter. Wählen Sie „Manuell einrichten“, wenn danach gefragt wird.",
                "Wählen Sie {protocol} für den Posteingang und tragen Sie die Werte oben ein, zuerst für eingehende, dann für ausgehende E-Mails.",
                "Geben Sie das Passwort ein und schließen Sie ab.",
            ]),
            [MailProgram.Outlook] = new("Outlook",
            [
                "Klassisches Outlook: „Datei“, „Konto hinzufügen“. Neues Outlook: „Einstellungen“, „Konten“, „Konto hinzufügen“.",
                "Geben Sie die vollständige E-Mail-Adresse ein. Klassisch: unter „Erweiterte Optionen“ die manuelle Einrichtung ankreuzen. Neu: den Anbieter von Hand wählen.",
                "Wählen Sie {protocol}; der Eintrag kann „POP“ heißen, wo POP3 gemeint ist.",
                "Tragen Sie die Werte oben für eingehende und ausgehende E-Mails ein, dann das Passwort.",
            ]),
            [MailProgram.Apple] = new("Apple Mail",
            [
                "Am einfachsten: Öffnen Sie die Profildatei unten auf dem Gerät und installieren Sie sie unter „Einstellungen“, „Profil geladen“ (Mac: „Systemeinstellungen“, „Geräteverwaltung“).",
                "Von Hand auf iPhone und iPad: „Einstellungen“, „Apps“, „Mail“, „Mail-Accounts“, „Account hinzufügen“, „Andere“. Auf dem Mac: „Mail“, „Account hinzufügen“, „Anderer Mail-Account“.",
                "Geben Sie den Namen, die vollständige E-Mail-Adresse und das Passwort ein.",
                "Wählen Sie {protocol} und tragen Sie die Werte oben für eingehende und ausgehende E-Mails ein; der Benutzername wird für beide gebraucht.",
            ]),
            [MailProgram.Android] = new("Thunderbird für Android",
            [
                "Öffnen Sie das Menü, dann „Einstellungen“, „Konto hinzufügen“, und geben Sie die vollständige E-Mail-Adresse ein.",
                "Werden andere Server angeboten als die oben, wählen Sie „Konfiguration bearbeiten“.",
                "Wählen Sie {protocol} und tragen Sie die Werte oben ein, zuerst für eingehende, dann für ausgehende E-Mails.",
                "Geben Sie das Passwort ein und schließen Sie ab.",
            ]),
            [MailProgram.Gmail] = new("Gmail-App",
            [
                "Tippen Sie auf Ihr Bild, dann „Weiteres Konto hinzufügen“, „Andere“.",
                "Geben Sie die vollständige E-Mail-Adresse ein und wählen Sie „Manuell einrichten“.",
                "Wählen Sie „Privat ({protocol})“ und geben Sie das Passwort ein.",
                "Tragen Sie die Werte oben ein, zuerst für eingehende, dann für ausgehende E-Mails.",
            ]),
        },
        Customer = "Für den Kunden",
        CustomerHint = "Ein Text, der so verschickt werden kann. Ein Passwort steht nicht darin; der Link darin öffnet diesen Bericht.",
        CustomerText = "Text für den Kunden",
        CopyCustomer = "Text kopieren",
        MailCustomer = "E-Mail damit schreiben",
        Subject = "Ihre E-Mail-Einstellungen für {name}",
        WholeReport = "Der ganze Bericht, bis zum {day}: {link}",
    };
}
