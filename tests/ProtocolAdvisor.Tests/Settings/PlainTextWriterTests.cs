using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Tests.Fixtures;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Tests.Settings;

public class PlainTextWriterTests
{
    [Fact]
    public void The_German_text_can_be_pasted_into_a_mail() => Assert.Equal(
        """
        E-Mail-Einstellungen für example.com

        Für Ihr Postfach empfehlen wir POP3: Ihre E-Mails werden auf Ihr Gerät geladen, sind dort auch ohne Internetverbindung lesbar, und auf dem Server wird wieder Platz frei.

        Posteingangsserver (POP3), nicht geprüft
        Server: mail.example.com
        Port: 995
        Verschlüsselung: SSL/TLS
        Benutzername: Ihre vollständige E-Mail-Adresse
        Anmeldung: mit dem Passwort Ihres Postfachs

        Postausgangsserver (SMTP), nicht geprüft
        Server: smtp.example.com
        Port: 587
        Verschlüsselung: STARTTLS
        Benutzername: Ihre vollständige E-Mail-Adresse
        Anmeldung: mit dem Passwort Ihres Postfachs

        Bitte beachten Sie
        - Richten Sie eine Datensicherung ein, die mindestens alle 7 Tage läuft. Mit POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät; ohne Sicherung genügt eine defekte Festplatte oder ein gestohlener Laptop, um alle zu verlieren.
        - Lassen Sie im E-Mail-Programm abgerufene Nachrichten noch 14 Tage auf dem Server, als Sicherheitsnetz zwischen zwei Datensicherungen.

        Hinweise zu einzelnen Programmen
        - Apple Mail (iPhone, iPad, Mac): Wenn Sie das Konto mit einer Profildatei (.mobileconfig) einrichten, stellen Sie bitte anschließend in den Einstellungen des Kontos ein, wie lange Nachrichten auf dem Server bleiben. Die Datei kann das nicht vorgeben.
        - Thunderbird für Android und K-9 Mail: Diese Programme löschen abgerufene Nachrichten nicht von selbst vom Server. Bitte achten Sie darauf, dass Ihr Postfach nicht voll wird.

        """.ReplaceLineEndings("\n"),
        Text(Sample.Pop3First with { Outgoing = Sample.Submission with { Port = 587, Security = ConnectionSecurity.StartTls } }, Language.German));

    [Fact]
    public void The_English_text_can_be_pasted_as_well() => Assert.Equal(
        """
        Mail settings for example.com

        We recommend IMAP for your mailbox: your mail stays on the server, and all your devices and webmail show the same.

        Incoming mail server (IMAP), not tested
        Server: mail.example.com
        Port: 993
        Encryption: SSL/TLS
        User name: usually your full e-mail address
        Sign-in: with the password of your mailbox

        Outgoing mail server (SMTP)
        We could not find out the outgoing mail server. Please ask your provider for it.

        Please note
        - Before 1 June 2027, move about 1.2 GB of old mail into an archive folder on your computer (and into its backup), or delete it: your mailbox is then under 60 % full again.

        """.ReplaceLineEndings("\n"),
        Text(
            Sample.ImapFirst with { Incoming = [Sample.Imaps with { LoginName = LoginName.Usual }], Outgoing = null, Archive = Sample.Archive },
            Language.English));

    [Theory]
    [InlineData("en", "\n- Messages up to 52 MB can be sent. Files grow by about a third on the way, so attachments may have up to about 38 MB.\n")]
    [InlineData("de", "\n- Nachrichten bis 52 MB lassen sich senden. Dateien wachsen unterwegs um etwa ein Drittel, Anhänge dürfen also bis etwa 38 MB groß sein.\n")]
    public void How_large_a_message_may_be_is_said_where_the_server_told_it(string language, string said)
    {
        var sending = Sample.ImapFirst with { Outgoing = Sample.Submission with { MaxMessageBytes = 52_428_800 } };
        Assert.Contains(said, Text(sending, Language.All.Single(x => x.Tag == language)).Replace('\u00A0', ' '), StringComparison.Ordinal);
        Assert.DoesNotContain("MB", Text(Sample.ImapFirst with { Archive = null }, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void File_and_kind_are_plain_text()
    {
        var file = SettingsWriter.Write(Sample.ImapFirst, SettingsFormat.Text, Language.German).File!;
        Assert.Equal(("example.com.txt", "text/plain"), (file.Name, file.MediaType));
    }

    [Theory]
    [InlineData("%EMAILLOCALPART%", "der Teil Ihrer E-Mail-Adresse vor dem @-Zeichen")]
    [InlineData("%EMAILLOCALPART%@local.domain", "[Teil vor dem @-Zeichen]@local.domain")]
    [InlineData("office", "der Benutzername, den Ihnen Ihr Anbieter genannt hat (nicht immer Ihre E-Mail-Adresse)")]
    public void A_user_name_is_said_in_words(string template, string said) =>
        Assert.Contains($"\nBenutzername: {said}\n", Text(Sample.ImapFirst with { Incoming = [Sample.Server(Facts.Imaps, template)] }, Language.German), StringComparison.Ordinal);

    [Fact]
    public void Who_asks_for_the_other_protocol_is_told_what_we_recommend_and_is_not_left_without_a_backup()
    {
        var text = Text(Sample.ImapFirst with { Incoming = [Sample.Pop3s] }, Language.German);
        Assert.Contains("empfehlen wir IMAP: ", text, StringComparison.Ordinal);
        Assert.Contains(" Wie gewünscht finden Sie hier die Einstellungen für POP3.\n", text, StringComparison.Ordinal);
        Assert.Contains("- Bei POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät. Bitte sichern Sie sie regelmäßig.\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_speaks_against_the_protocol_that_was_asked_for_is_the_first_note()
    {
        var reason = new Reason(ReasonCode.MultiDevice, MailProtocol.Imap, 100, true, ["usage.devices=2"]);
        var text = Text(Sample.ImapFirst with { Incoming = [Sample.Pop3s], Warnings = [reason], LeaveOnServerDays = 14 }, Language.English);
        Assert.Contains($"Please note\n- {AdviceWords.In(Language.English).Text(reason)}\n- With POP3", text, StringComparison.Ordinal);
        Assert.Contains(AdviceWords.In(Language.English).LeaveOnServer(14), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_asks_for_a_protocol_where_none_is_recommended_is_told_so() => Assert.Contains(
        "weder IMAP noch POP3. Wie gewünscht finden Sie hier die Einstellungen für POP3.\n",
        Text(Sample.Pop3First with { Recommended = null }, Language.German), StringComparison.Ordinal);

    [Fact]
    public void A_password_that_worked_against_what_is_published_is_explained() => Assert.Contains(
        "\nNotes on some programs\n- Your provider publishes OAuth2 as the only way to sign in, but the server took your password in our test.",
        Text(Sample.ImapFirst with { PasswordBeatsPublished = true }, Language.English), StringComparison.Ordinal);

    [Fact]
    public void The_plan_is_told_in_the_words_of_the_report()
    {
        var (words, backup) = (AdviceWords.In(Language.German), new BackupPlan(false, 1));
        var pop3 = Text(Sample.Pop3First with { Backup = backup, LeaveOnServerDays = 0 }, Language.German);
        Assert.Contains($"\n- {words.Text(backup)}\n- {words.LeaveOnServer(0)}\n", pop3, StringComparison.Ordinal);
        Assert.EndsWith($"\n- {words.Text(Sample.Archive)}\n", Text(Sample.ImapFirst with { Archive = Sample.Archive }, Language.German), StringComparison.Ordinal);
    }

    [Fact]
    public void Who_has_to_move_is_told_the_way_step_by_step_and_nothing_of_it_before()
    {
        var words = AdviceWords.In(Language.English);
        MigrationStep[] steps =
        [
            new(MigrationStepCode.SeeWhatStays, new Dictionary<string, string> { ["messages"] = "120", ["bytes"] = "6491665", ["folders"] = "2" })
                { Folders = [new(FolderUse.Sent, 1, 100, 6_000_000), new(FolderUse.Trash, 1, 20, null)] },
            new(MigrationStepCode.Backup, new Dictionary<string, string> { ["days"] = "7" }),
            new(MigrationStepCode.LeaveOnServer, new Dictionary<string, string> { ["days"] = "14" }),
        ];
        var text = Text(Sample.Pop3First with { Migration = steps }, Language.English);
        var way = $"""

            How to move from IMAP to POP3, step by step
            1. {words.Text(steps[0])}
               - {words.Text(steps[0].Folders[0])}
               - {words.Text(steps[0].Folders[1])}
            2. {words.Text(steps[1])}
            3. {words.Text(steps[2])}

            """.ReplaceLineEndings("\n");
        Assert.Contains(way, text, StringComparison.Ordinal);
        Assert.DoesNotContain("Please note", text, StringComparison.Ordinal);
    }

    [Fact]
    public void What_must_be_mended_first_comes_before_what_is_typed_in() => Assert.Contains(
        "\n\nBevor Sie beginnen: Es wird ein App-Passwort gebraucht.\n\nPosteingangsserver (IMAP), nicht geprüft\n",
        Text(Sample.ImapFirst with { FirstThingToFix = "Es wird ein App-Passwort gebraucht." }, Language.German), StringComparison.Ordinal);

    [Fact]
    public void A_server_that_wants_no_sign_in_wants_no_user_name()
    {
        var text = Text(Sample.ImapFirst with { Outgoing = Sample.Submission with { Authentication = [AuthenticationMethod.ClientIpAddress] } }, Language.English);
        Assert.EndsWith("Encryption: SSL/TLS\nSign-in: none (the server knows your connection)\n", text, StringComparison.Ordinal);
    }

    private static string Text(ClientSettings settings, Language language) => SettingsWriter.Write(settings, SettingsFormat.Text, language).File!.Content;
}
