using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;

namespace ProtocolAdvisor.Languages.German;

/// <summary>German.</summary>
internal static class GermanSettings
{
    public static SettingsPhrases Phrases { get; } = new()
    {
        Title = "E-Mail-Einstellungen für {name}",
        Recommended = new Dictionary<MailProtocol, string>
        {
            [MailProtocol.Imap] = "Für Ihr Postfach empfehlen wir IMAP: Ihre E-Mails bleiben auf dem Server, und alle Ihre Geräte sowie Webmail zeigen denselben Stand.",
            [MailProtocol.Pop3] = "Für Ihr Postfach empfehlen wir POP3: Ihre E-Mails werden auf Ihr Gerät geladen, sind dort auch ohne Internetverbindung lesbar, und auf dem Server wird wieder Platz frei.",
        },
        NothingRecommended = "Im jetzigen Zustand empfehlen wir für Ihr Postfach weder IMAP noch POP3.",
        AskedFor = "Wie gewünscht finden Sie hier die Einstellungen für {protocol}.",
        FirstThingToFix = "Bevor Sie beginnen: {remedy}",
        Account = "Ihr Konto",
        OwnName = "Ihr Name",
        OwnAddress = "E-Mail-Adresse",
        Incoming = "Posteingangsserver ({protocol})",
        Outgoing = "Postausgangsserver (SMTP)",
        States = new Dictionary<ServerState, string>
        {
            [ServerState.Tested] = "geprüft",
            [ServerState.SignInNotTested] = "geprüft bis auf die Anmeldung",
            [ServerState.NotTested] = "nicht geprüft",
            [ServerState.SignInRefused] = "geprüft: Die Anmeldung wurde abgelehnt",
            [ServerState.DoesNotWork] = "geprüft: Er funktionierte nicht",
        },
        WithState = "{heading}, {state}",
        OutgoingUnknown = "Den Postausgangsserver konnten wir nicht ermitteln. Bitte fragen Sie Ihren Anbieter danach.",
        Server = "Server",
        Port = "Port",
        Encryption = "Verschlüsselung",
        UserName = "Benutzername",
        SignIn = "Anmeldung",
        WholeAddress = "Ihre vollständige E-Mail-Adresse",
        UsuallyWholeAddress = "in der Regel Ihre vollständige E-Mail-Adresse",
        UsuallyThis = "in der Regel {name}",
        PartBeforeAt = "der Teil Ihrer E-Mail-Adresse vor dem @-Zeichen",
        OwnUserName = "der Benutzername, den Ihnen Ihr Anbieter genannt hat (nicht immer Ihre E-Mail-Adresse)",
        Placeholders = new Dictionary<string, string>
        {
            [LoginName.Address] = "[Ihre E-Mail-Adresse]",
            [LoginName.LocalPart] = "[Teil vor dem @-Zeichen]",
            [LoginName.Domain] = "[Teil nach dem @-Zeichen]",
        },
        Methods = new Dictionary<AuthenticationMethod, string>
        {
            [AuthenticationMethod.PasswordCleartext] = "{password}",
            [AuthenticationMethod.PasswordEncrypted] = "{password} („verschlüsseltes Passwort“)",
            [AuthenticationMethod.Ntlm] = "NTLM",
            [AuthenticationMethod.Gssapi] = "Kerberos (GSSAPI)",
            [AuthenticationMethod.ClientIpAddress] = "keine (der Server erkennt Ihren Anschluss)",
            [AuthenticationMethod.TlsClientCert] = "mit Ihrem Zertifikat",
            [AuthenticationMethod.OAuth2] = "OAuth2 (Ihr E-Mail-Programm öffnet dafür die Anmeldeseite Ihres Anbieters)",
            [AuthenticationMethod.None] = "keine",
        },
        Either = "{one}; oder {other}",
        Passwords = new Dictionary<PasswordKind, string>
        {
            [PasswordKind.Own] = "mit dem Passwort Ihres Postfachs",
            [PasswordKind.AppPassword] = "mit einem App-Passwort, nicht mit Ihrem eigenen",
            [PasswordKind.AppPasswordWithSecondFactor] = "mit dem Passwort Ihres Postfachs; mit einem App-Passwort, wenn Sie sich beim Anbieter in zwei Schritten anmelden",
            [PasswordKind.AuthorisationCode] = "mit dem Autorisierungscode, den Ihr Anbieter Ihnen gibt, nicht mit Ihrem eigenen Passwort",
            [PasswordKind.MailPassword] = "mit dem Passwort für E-Mail-Programme, das Sie beim Anbieter festgelegt haben",
            [PasswordKind.AsTested] = "mit dem Passwort, das in unserem Test angenommen wurde",
            [PasswordKind.NotTheRefused] = "mit dem Passwort, das auch Ihr Webmail öffnet; mit den eingegebenen Daten wurde unser Test abgelehnt",
            [PasswordKind.Renewed] = "mit dem neuen Passwort Ihres Postfachs, sobald Sie es geändert haben",
        },
        Notes = "Bitte beachten Sie",
        MaxMessage = "Nachrichten bis {bytes:size} lassen sich senden. Dateien wachsen unterwegs um etwa ein Drittel, Anhänge dürfen also bis etwa {files:size} groß sein.",
        PasswordBeatsPublished = "Ihr Anbieter veröffentlicht OAuth2 als einzige Anmeldung, der Server hat in unserem Test aber Ihr Passwort angenommen. Wählen Sie das Passwort; OAuth2 funktioniert nur in Programmen, die diesen Anbieter kennen.",
        BackupInAnyCase = "Bei POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät. Bitte sichern Sie sie regelmäßig.",
        ProgramNotes = "Hinweise zu einzelnen Programmen",
        Caveats = new Dictionary<CaveatCode, string>
        {
            [CaveatCode.ThunderbirdOAuthOnlyWhereKnown] = "Thunderbird: Das Programm kann sich nur bei Anbietern, die es kennt, mit OAuth2 anmelden, und dieser gehört nicht dazu. Bitte verwenden Sie ein anderes Programm, oder fragen Sie Ihren Anbieter nach einer anderen Anmeldung.",
            [CaveatCode.ThunderbirdWithoutScram] = "Thunderbird: Dem Programm fehlt jede Anmeldung mit Passwort, die dieser Server anbietet. Bitte verwenden Sie ein anderes Programm, oder fragen Sie Ihren Anbieter nach einer anderen Anmeldung.",
            [CaveatCode.AppleProfileWithoutOAuth] = "Apple Mail (iPhone, iPad, Mac): Mit einer Profildatei (.mobileconfig) lässt sich die Anmeldung über OAuth2 nicht einrichten. Bitte legen Sie das Konto in den Einstellungen des Geräts an.",
            [CaveatCode.AppleProfileWithoutLeaveOnServer] = "Apple Mail (iPhone, iPad, Mac): Wenn Sie das Konto mit einer Profildatei (.mobileconfig) einrichten, stellen Sie bitte anschließend in den Einstellungen des Kontos ein, wie lange Nachrichten auf dem Server bleiben. Die Datei kann das nicht vorgeben.",
            [CaveatCode.ThunderbirdAndroidPop3WithoutOAuth] = "Thunderbird für Android und K-9 Mail: Diese Programme können sich bei POP3 nicht über OAuth2 anmelden. Bitte verwenden Sie für dieses Postfach ein anderes Programm.",
            [CaveatCode.ThunderbirdAndroidRemovesNothing] = "Thunderbird für Android und K-9 Mail: Diese Programme löschen abgerufene Nachrichten nicht von selbst vom Server. Bitte achten Sie darauf, dass Ihr Postfach nicht voll wird.",
        },
        Obstacles = new Dictionary<SettingsObstacle, string>
        {
            [SettingsObstacle.NothingRecommended] = "Der Bericht empfiehlt keines der beiden Protokolle; daher gibt es nichts einzurichten. Was Sie zuerst beheben sollten, steht unter „headline“.",
            [SettingsObstacle.ProtocolNotUsable] = "Der Bericht kennt für dieses Protokoll keinen Server, der sich sicher erreichen lässt und dem Sie das Passwort des Kontos anvertrauen können.",
            [SettingsObstacle.OutgoingServerUnknown] = "Dieses Format muss den Postausgangsserver nennen, und es ist keiner bekannt. Wählen Sie ein anderes Format: „text“ kann alles ausdrücken.",
            [SettingsObstacle.SignInNotExpressible] = "Dieses Format kann nicht ausdrücken, wie man sich an diesen Servern anmeldet. Wählen Sie ein anderes Format: „text“ kann alles ausdrücken.",
            [SettingsObstacle.UserNameNotExpressible] = "Dieses Format kann nicht ausdrücken, welchen Benutzernamen diese Server verlangen; das E-Mail-Programm würde sich mit einem anderen anmelden. Wählen Sie ein anderes Format: „text“ kann alles ausdrücken.",
            [SettingsObstacle.PortNotExpressible] = "Dieses Format kann nur Server nennen, die auf dem Standardport vom ersten Byte an TLS verwenden; dieser gehört nicht dazu. Wählen Sie ein anderes Format: „text“ kann alles ausdrücken.",
        },
    };
}
