using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Languages.German;

/// <summary>What must be done before a mail program is set up, in German.</summary>
internal static class GermanPreparation
{
    public static PreparationPhrases Phrases { get; } = new()
    {
        Heading = "Bevor Sie anfangen, bei {provider}",
        OrOAuth2 = "Oder nehmen Sie ein E-Mail-Programm, das für diesen Anbieter OAuth2 hat.",
        OnlyIfChosen = "Nur falls Sie das andere Protokoll wählen: {step}",
        KnownSince = "Das haben wir zuletzt am {date:date} nachgesehen; es kann sich geändert haben.",
        Steps = new Dictionary<PreparationCode, IReadOnlyList<string>>
        {
            [PreparationCode.UseOwnPrograms] = ["Verwenden Sie die eigenen Programme des Anbieters oder seine Webseite. Gewöhnliche E-Mail-Programme können sich nicht mit ihm verbinden."],
            [PreparationCode.InstallBridge] = ["Installieren Sie die Bridge des Anbieters auf Ihrem Computer. Sie zeigt den Server, den Port und das Passwort an, die Ihr E-Mail-Programm braucht. Soweit bekannt, gehört sie nur zu bezahlten Tarifen."],
            [PreparationCode.SwitchOnImap] = ["Schalten Sie IMAP in den Webeinstellungen des Anbieters ein. Bis dahin ist es aus."],
            [PreparationCode.SwitchOnPop3] = ["Schalten Sie POP3 in den Webeinstellungen des Anbieters ein. Bis dahin ist es aus."],
            [PreparationCode.AskForImap] = ["Wenn eine Organisation das Postfach betreibt: Fragen Sie ihren Administrator, ob IMAP für Sie eingeschaltet ist."],
            [PreparationCode.AskForPop3] = ["Wenn eine Organisation das Postfach betreibt: Fragen Sie ihren Administrator, ob POP3 für Sie eingeschaltet ist."],
            [PreparationCode.PlanLacksImap] = ["Nicht jeder Tarif hat IMAP: „{plan}“ hat keines.", "Die Tarife des Anbieters haben kein IMAP. Verwenden Sie seine Webseite oder seine eigenen Programme."],
            [PreparationCode.PlanLacksPop3] = ["Nicht jeder Tarif hat POP3: „{plan}“ hat keines.", "Die Tarife des Anbieters haben kein POP3."],
            [PreparationCode.CreateAppPassword] = ["Erstellen Sie beim Anbieter ein App-Passwort, und geben Sie es im E-Mail-Programm anstelle Ihres eigenen Passworts ein, das dort abgelehnt wird."],
            [PreparationCode.CreateAppPasswordWithSecondFactor] = ["Wenn Sie sich beim Anbieter in zwei Schritten anmelden: Erstellen Sie ein App-Passwort, und geben Sie es im E-Mail-Programm anstelle Ihres eigenen Passworts ein."],
            [PreparationCode.CheckAppPassword] = ["Prüfen Sie das App-Passwort, das Sie eingegeben haben: vollständig, ohne Leerzeichen und von diesem Konto. Im Zweifel erstellen Sie beim Anbieter ein neues."],
            [PreparationCode.CreateAuthorisationCode] = ["Lassen Sie sich in den Webeinstellungen des Anbieters einen Autorisierungscode geben, und geben Sie ihn im E-Mail-Programm anstelle Ihres eigenen Passworts ein, das dort abgelehnt wird."],
            [PreparationCode.SetMailPassword] = ["Legen Sie auf den Webseiten des Anbieters das eigene Passwort für E-Mail-Programme fest, und geben Sie dieses im E-Mail-Programm ein."],
            [PreparationCode.UseOauth2] = ["Nehmen Sie ein E-Mail-Programm, das für diesen Anbieter OAuth2 (moderne Authentifizierung) hat. Es öffnet die Anmeldeseite des Anbieters; Passwörter, die man ins Programm eintippt, werden abgelehnt."],
            [PreparationCode.UseLocalPart] = ["Geben Sie als Benutzernamen nur ein, was in Ihrer Adresse vor dem @-Zeichen steht."],
            [PreparationCode.UseAccountName] = ["Geben Sie als Benutzernamen den ein, den der Anbieter Ihnen gegeben hat; er ist nicht Ihre E-Mail-Adresse."],
            [PreparationCode.UseMainAddress] = ["Geben Sie als Benutzernamen die Hauptadresse des Kontos ein; seine anderen Adressen (Aliasse) werden abgelehnt."],
        },
    };
}
