using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Languages.German;

/// <summary>German, for a mailbox owner who has never heard of protocols; support staff can paste it.</summary>
internal static class GermanAdvice
{
    public static AdvicePhrases Phrases { get; } = new()
    {
        Reasons = Reasons,
        Changes = Changes,
        IfItWorked = "Wäre {protocol} für dieses Konto verwendbar,",
        WouldBe = "würden wir {protocol} empfehlen.",
        WouldBeNone = "könnten wir keines der beiden Protokolle empfehlen.",
        Confidence = new Dictionary<AdviceConfidence, string>
        {
            [AdviceConfidence.High] = "Bei dieser Empfehlung sind wir uns sicher.",
            [AdviceConfidence.Medium] = "Bei dieser Empfehlung sind wir uns ziemlich sicher.",
            [AdviceConfidence.Low] = "Dies ist ein erster Anhaltspunkt.",
        },
        OpenPoints = new Dictionary<OpenPoint, string>
        {
            [OpenPoint.Devices] = "auf wie vielen Geräten Sie Ihre E-Mails lesen",
            [OpenPoint.People] = "wie viele Personen dieses Postfach nutzen",
            [OpenPoint.Webmail] = "ob Sie Webmail nutzen",
            [OpenPoint.ServerFolders] = "ob Sie E-Mails auf dem Server in Ordner sortieren",
            [OpenPoint.Priority] = "ob Ihnen Geschwindigkeit oder Flexibilität wichtiger ist",
            [OpenPoint.Backup] = "ob Ihr Gerät gesichert wird",
            [OpenPoint.NewMessagesPerDay] = "wie viele Nachrichten Sie am Tag erhalten",
            [OpenPoint.Line] = "wie schnell Ihr Internetanschluss ist",
            [OpenPoint.Servers] = "Ob es hier einen verwendbaren {protocol}-Server gibt, ließ sich nicht feststellen: Prüfen Sie erneut, oder fragen Sie Ihren Anbieter.",
            [OpenPoint.SignIn] = "Eine Anmeldung, die gelingt, würde zeigen, ob {protocol} für dieses Konto funktioniert.",
            [OpenPoint.Mailbox] = "Prüfen Sie erneut: Gibt der Server das Postfach heraus, wissen wir, ob {protocol} für dieses Konto funktioniert.",
            [OpenPoint.Measurement] = "Eine vollständige Messung über {protocol} würde helfen: Tempo und Regeln des Servers kennen wir noch nicht ganz.",
            [OpenPoint.OtherSignIn] = "Prüfen Sie erneut: Auf die Anmeldung über {protocol} kam diesmal keine Antwort.",
            [OpenPoint.Forecast] = "Diese Empfehlung beruht auf einer Vorhersage aus einer einzigen Messung: Sicherer wären wir nach einer zweiten zu einer anderen Zeit.",
        },
        IfWeKnew = "Sicherer wären wir, wenn wir wüssten, {questions}.",
        And = "und",
        BackupNeeded =
        [
            "Richten Sie eine Datensicherung ein, die jeden Tag läuft. Mit POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät; ohne Sicherung genügt eine defekte Festplatte oder ein gestohlener Laptop, um alle zu verlieren.",
            "Richten Sie eine Datensicherung ein, die mindestens alle {days} Tage läuft. Mit POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät; ohne Sicherung genügt eine defekte Festplatte oder ein gestohlener Laptop, um alle zu verlieren.",
        ],
        BackupKeepUp =
        [
            "Behalten Sie Ihre Datensicherung bei und lassen Sie sie jeden Tag laufen: Mit POP3 ist sie auf Dauer die einzige zweite Kopie Ihrer E-Mails.",
            "Behalten Sie Ihre Datensicherung bei und lassen Sie sie mindestens alle {days} Tage laufen: Mit POP3 ist sie auf Dauer die einzige zweite Kopie Ihrer E-Mails.",
        ],
        BackupHow =
        [
            "Windows: Schließen Sie ein externes Laufwerk an und schalten Sie den Dateiversionsverlauf ein (Systemsteuerung); nehmen Sie den Ordner mit auf, in dem Ihr E-Mail-Programm die E-Mails ablegt.",
            "Mac: Schließen Sie ein externes Laufwerk an und schalten Sie Time Machine ein (Systemeinstellungen, Allgemein); die E-Mails von Apple Mail und Thunderbird werden mitgesichert.",
            "Linux: Nehmen Sie Ihren persönlichen Ordner in Déjà Dup („Datensicherungen“) oder Ihr eigenes Sicherungsprogramm auf; Thunderbird legt die E-Mails dort ab, unter .thunderbird oder in seinem Flatpak- oder Snap-Ordner.",
            "Thunderbird: Unter „Hilfe“, „Informationen zur Fehlerbehebung“, „Profilordner“ finden Sie den Ordner, der zu sichern ist; schließen Sie Thunderbird, bevor Sie ihn kopieren.",
            "Outlook (klassisch): Unter „Datei“, „Kontoeinstellungen“, „Datendateien“ finden Sie die .pst-Datei, die zu sichern ist; schließen Sie Outlook, bevor Sie sie kopieren.",
            "Machen Sie einmal die Probe: Öffnen Sie eine Nachricht aus der Sicherung. Erst dann wissen Sie, dass sie funktioniert.",
        ],
        LeaveNothing = "Stellen Sie im E-Mail-Programm ein, dass Nachrichten nach dem Abrufen vom Server gelöscht werden.",
        LeaveDays =
        [
            "Lassen Sie im E-Mail-Programm abgerufene Nachrichten zur Sicherheit noch einen Tag auf dem Server.",
            "Lassen Sie im E-Mail-Programm abgerufene Nachrichten noch {days} Tage auf dem Server, als Sicherheitsnetz zwischen zwei Datensicherungen.",
        ],
        Archive =
        [
            "Verschieben Sie vor dem {date:date} rund {bytes:size} alter E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie: Danach ist Ihr Postfach wieder zu weniger als 60\u00A0% voll.",
            "Verschieben Sie jetzt alte E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie: rund {bytes:size} oder rund {messages:number} {messages:Nachricht|Nachrichten}, je nachdem, was mehr ist. Danach ist Ihr Postfach wieder zu weniger als 60\u00A0% voll.",
            "Verschieben Sie jetzt rund {bytes:size} alter E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie: Danach ist Ihr Postfach wieder zu weniger als 60\u00A0% voll.",
            "Verschieben Sie jetzt rund {messages:number} alte {messages:Nachricht|Nachrichten} in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie: Danach ist Ihr Postfach wieder zu weniger als 60\u00A0% voll.",
        ],
        Steps = Steps,
        Causes = Causes,
        Migration = GermanMigration.Steps,
        MigrationTo = GermanMigration.Headings,
        Folders = GermanMigration.Folders,
        FolderShare = ["{folder}: {messages:number} {messages:Nachricht|Nachrichten} ({bytes:size})", "{folder}: {messages:number} {messages:Nachricht|Nachrichten}"],
    };

    private static Dictionary<PlanStepCode, IReadOnlyList<string>> Steps => new()
    {
        [PlanStepCode.HeedTheUse] = ["Bedenken Sie: POP3 passt nicht zu der Art, wie Sie dieses Postfach nutzen."],
        [PlanStepCode.Backup] = ["Richten Sie eine Datensicherung ein, die mindestens {days:jeden|alle} {days:number} {days:Tag|Tage} läuft.", "Richten Sie eine Datensicherung ein, die jeden Tag läuft."],
        [PlanStepCode.KeepBackup] =
        [
            "Behalten Sie Ihre Datensicherung bei und lassen Sie sie mindestens {days:jeden|alle} {days:number} {days:Tag|Tage} laufen.",
            "Behalten Sie Ihre Datensicherung bei und lassen Sie sie jeden Tag laufen.",
        ],
        [PlanStepCode.LeaveOnServer] =
        [
            "Lassen Sie im E-Mail-Programm abgerufene Nachrichten noch {days:number} {days:Tag|Tage} auf dem Server.",
            "Lassen Sie im E-Mail-Programm abgerufene Nachrichten noch einen Tag auf dem Server.",
        ],
        [PlanStepCode.RemoveFromServer] = ["Stellen Sie im E-Mail-Programm ein, dass Nachrichten nach dem Abrufen vom Server gelöscht werden."],
        [PlanStepCode.FetchInTime] = ["Rufen Sie Ihre E-Mails mindestens {days:jeden|alle} {days:number} {days:Tag|Tage} ab, auch im Urlaub.", "Rufen Sie Ihre E-Mails jeden Tag ab, auch im Urlaub."],
        [PlanStepCode.TakeFoldersAlong] =
        [
            "Verschieben Sie vor dem Wechsel zu POP3, was Sie aus anderen Ordnern brauchen, in den Posteingang, oder behalten Sie es über IMAP im Blick: Mit POP3 {messages:bliebe|blieben} {messages:number} {messages:Nachricht|Nachrichten} zurück.",
            "Verschieben Sie vor dem Wechsel zu POP3, was Sie aus anderen Ordnern brauchen, in den Posteingang, oder behalten Sie es über IMAP im Blick: Mit POP3 {atLeastMessages:bliebe|blieben} mindestens {atLeastMessages:number} {atLeastMessages:Nachricht|Nachrichten} zurück.",
        ],
        [PlanStepCode.AllowTime] =
        [
            "Planen Sie für den ersten Abruf von {bytes:size} Zeit ein: Er dauert etwa {seconds:duration}, und auch die erste Datensicherung braucht ihre Zeit.",
            "Planen Sie für den ersten Abruf von {bytes:size} und für die erste Datensicherung Zeit ein.",
        ],
        [PlanStepCode.Archive] =
        [
            "Verschieben Sie vor dem {date:date} rund {bytes:size} alter E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie.",
            "Verschieben Sie jetzt rund {bytes:size} alter E-Mails in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie.",
        ],
        [PlanStepCode.ArchiveMessages] = ["Verschieben Sie jetzt rund {messages:number} alte {messages:Nachricht|Nachrichten} in einen Archivordner auf Ihrem Computer (und in dessen Datensicherung), oder löschen Sie sie."],
    };

    private static Dictionary<PlanCause, IReadOnlyList<string>> Causes => new()
    {
        [PlanCause.SeveralDevices] =
        [
            "Sie lesen Ihre E-Mails auf {devices:number} Geräten: Was eines davon abruft und löscht, fehlt auf den anderen.",
            "So lange haben die anderen Geräte Zeit, sie ebenfalls abzurufen: Stellen Sie das auf allen ein.",
        ],
        [PlanCause.SeveralPeople] =
        [
            "{people:number} Personen nutzen dieses Postfach: Was eine davon abruft und löscht, fehlt den anderen.",
            "So lange haben die anderen Zeit, sie ebenfalls abzurufen: Das sollten alle so einstellen.",
        ],
        [PlanCause.Webmail] = ["Sie nutzen Webmail: Es zeigt nur, was noch nicht vom Server gelöscht wurde."],
        [PlanCause.OnlyCopy] = ["Mit POP3 liegen Ihre E-Mails auf Dauer nur auf Ihrem Gerät; ohne Sicherung genügt eine defekte Festplatte oder ein gestohlener Laptop, um alle zu verlieren."],
        [PlanCause.ServerDeletes] =
        [
            "Der Server löscht E-Mails nach {keptDays:number} {keptDays:Tag|Tagen} von sich aus. Was er gelöscht hat, bevor Sie es abrufen konnten, etwa während eines langen Urlaubs, ist verloren; was Sie abgerufen haben, liegt nur noch auf Ihrem Gerät.",
            "Länger behält der Server nichts.",
        ],
        [PlanCause.DeletedWhenFetched] =
        [
            "Der Server darf eine Nachricht löschen, sobald sie abgerufen wurde: Von da an liegt sie nur noch auf Ihrem Gerät.",
            "Der Server muss sie ohnehin nicht behalten.",
        ],
        [PlanCause.MuchMail] = ["Es trifft so viel ein, dass ohne häufige Sicherung zu viel auf dem Spiel stünde."],
        [PlanCause.SafetyNet] = ["Sie sind ein Sicherheitsnetz zwischen zwei Datensicherungen."],
        [PlanCause.Quota] = ["Der Platz auf dem Server geht zur Neige."],
        [PlanCause.NoUidl] = ["Dieser Server gibt den Nachrichten für POP3 keine dauerhaften Kennungen: Was dort bleibt, würde immer wieder abgerufen."],
        [PlanCause.InboxOnly] = ["POP3 zeigt nur den Posteingang."],
        [PlanCause.LargeMailbox] = ["Das Postfach ist groß."],
        [PlanCause.FetchingFreesTooLittle] = ["POP3 ruft nur den Posteingang ab: Das allein schafft auf dem Server nicht genug Platz."],
    };

    private static Dictionary<ReasonCode, IReadOnlyList<string>> Reasons => new()
    {
        [ReasonCode.NoUsableEndpoint] =
        [
            "Wir kennen keinen {other}-Server, der über eine verschlüsselte Verbindung mit gültigem Zertifikat antwortet. Damit scheidet {other} aus.",
            "Wir kennen weder für IMAP noch für POP3 einen Server, der über eine verschlüsselte Verbindung mit gültigem Zertifikat antwortet.",
        ],
        [ReasonCode.SignInRejected] = ["Dieselbe Anmeldung gelingt mit {favoured}, wird mit {other} aber abgelehnt: Das Passwort stimmt. Solange {other} sie ablehnt, scheidet {other} aus."],
        [ReasonCode.MailboxNotOpened] =
        [
            "Die Anmeldung über {other} gelingt, doch der Server öffnet das Postfach dahinter nicht. Solange das so ist, scheidet {other} aus.",
            "Die Anmeldung gelingt, doch der Server öffnet das Postfach dahinter nicht, weder über IMAP noch über POP3.",
        ],
        [ReasonCode.MultiDevice] = ["Sie lesen Ihre E-Mails auf {usage.devices:number} Geräten. Eine Nachricht, die POP3 auf einem davon abruft, fehlt auf den anderen; mit IMAP zeigen alle dasselbe Postfach."],
        [ReasonCode.SharedMailbox] = ["{usage.people:number} Personen nutzen dieses Postfach. Mit POP3 hat immer nur eine zur selben Zeit Zugriff, und niemand sieht, was die anderen gelesen oder beantwortet haben; mit IMAP sehen alle denselben Stand."],
        [ReasonCode.DeletesOnRetrieval] = ["Dieser Server darf eine Nachricht löschen, sobald POP3 sie abgerufen hat. Ohne regelmäßige Datensicherung läge die einzige Kopie auf Ihrem Gerät."],
        [ReasonCode.BackupImpossible] = ["Ihr Gerät lässt sich nicht sichern. Mit POP3 liegen Ihre E-Mails nur dort, und eine defekte Festplatte genügt, um alle zu verlieren; mit IMAP bleiben sie auf dem Server."],
        [ReasonCode.SingleDevice] = ["Sie lesen Ihre E-Mails nur auf einem Gerät. Dafür ist POP3 gemacht: Es holt die E-Mails einmal ab, und von da an liegen sie dort bereit."],
        [ReasonCode.WantsSpeed] = ["Geschwindigkeit ist Ihnen am wichtigsten. Was POP3 abgerufen hat, liegt auf Ihrem Gerät und öffnet sich sofort; IMAP lädt eine Nachricht erst beim Öffnen, wenn das Programm keine Kopien vorhält."],
        [ReasonCode.OfflineReading] = ["Sie möchten Ihre E-Mails auch ohne Verbindung lesen. Mit POP3 liegt alles, was abgerufen wurde, samt Anhängen auf Ihrem Gerät."],
        [ReasonCode.LargeMessages] = ["Über diesen Anschluss dauert es mit IMAP etwa {forecast.openLargeMessage.imapSeconds:duration}, eine große Nachricht zu öffnen. Mit POP3 liegt sie schon auf Ihrem Gerät."],
        [ReasonCode.QuotaPressure] =
        [
            "Ihr Postfach ist zu {imap.quota.usedPercent}\u00A0% voll, und beim jetzigen Zuwachs reicht der Rest noch {imap.quota.monthsUntilFull:number} {imap.quota.monthsUntilFull:Monat|Monate}. POP3 schafft beim Abrufen Platz auf dem Server.",
            "Ihr Postfach ist zu {imap.quota.usedPercent}\u00A0% voll. POP3 schafft beim Abrufen Platz auf dem Server.",
            "Ihr Postfach enthält ein Vielfaches dessen, was erlaubt ist. POP3 schafft beim Abrufen Platz auf dem Server.",
        ],
        [ReasonCode.WantsFlexibility] = ["Flexibilität ist Ihnen am wichtigsten. Mit IMAP sehen Sie überall, wo Sie sich anmelden, dieselben E-Mails, dieselben Ordner und was Sie schon gelesen haben."],
        [ReasonCode.Webmail] = ["Sie nutzen Webmail. Es zeigt, was auf dem Server liegt, und POP3 holt die E-Mails von dort weg; mit IMAP zeigen beide dasselbe."],
        [ReasonCode.ServerFolders] =
        [
            "{imap.percentSorted}\u00A0% Ihrer Nachrichten ({imap.sortedMessages:number}) sind auf dem Server in Ordner sortiert. POP3 zeigt nur den Posteingang, IMAP zeigt alle Ordner.",
            "Sie sortieren Ihre E-Mails auf dem Server in Ordner. POP3 zeigt nur den Posteingang, IMAP zeigt alle Ordner.",
        ],
        [ReasonCode.NoBackup] = ["Sie haben keine Datensicherung. Mit POP3 läge die einzige Kopie Ihrer E-Mails auf Ihrem Gerät; mit IMAP bleiben sie auf dem Server."],
        [ReasonCode.Pop3Slower] =
        [
            "Mit POP3 würden Ihre täglichen Abrufe hier etwa {forecast.pop3Seconds:duration} dauern, mit IMAP {forecast.imapSeconds:duration}: {forecast.pop3SlowerPercent}\u00A0% länger.",
            "Mit POP3 würden Ihre täglichen Abrufe hier etwa {forecast.pop3Seconds:duration} dauern, mit IMAP nur {forecast.imapSeconds:duration}.",
        ],
        [ReasonCode.Pop3NoUidl] = ["Dieser Server gibt den Nachrichten für POP3 keine dauerhaften Kennungen (kein UIDL). Ein Programm, das E-Mails auf dem Server belässt, ruft dieselben Nachrichten deshalb immer wieder ab."],
        [ReasonCode.LoginDelay] = ["Dieser Server lässt POP3-Programme zwischen zwei Abrufen {pop3.loginDelaySeconds:duration} warten; IMAP kennt diese Wartezeit nicht."],
        [ReasonCode.Push] = ["Sie erhalten etwa {usage.newMessagesPerDay:number} Nachrichten am Tag, und über IMAP meldet dieser Server jede, sobald sie eintrifft; POP3 muss immer wieder nachfragen."],
        [ReasonCode.OperatorPrefers] = ["Die Einstellungen Ihres Anbieters nennen {favoured} zuerst."],
        [ReasonCode.LargeMailbox] =
        [
            "Ihr Postfach umfasst {imap.bytes:size}. Mit POP3 läge davon alles, was im Posteingang ist, nur auf einem Gerät, und von einer regelmäßigen Datensicherung wissen wir nichts.",
            "POP3 würde {pop3.bytes:size} abrufen. So viel läge dann nur auf einem Gerät, und von einer regelmäßigen Datensicherung wissen wir nichts.",
            "Ihr Posteingang umfasst {imap.inboxBytes:size}. Mit POP3 läge so viel nur auf einem Gerät, und von einer regelmäßigen Datensicherung wissen wir nichts.",
        ],
        [ReasonCode.EndpointUnknown] = ["{favoured} passt zu der Art, wie Sie dieses Postfach nutzen, doch wir kennen hier keinen {favoured}-Server, nur einen für {other}. Fragen Sie Ihren Anbieter, ob es einen gibt; wenn nicht, verwenden Sie {other}."],
        [ReasonCode.SignInRefusedByBoth] = ["Sowohl IMAP als auch POP3 haben diese Anmeldung abgelehnt; diese Empfehlung folgt daher aus Ihrer Nutzung des Postfachs. Solange die Anmeldung scheitert, geht nichts."],
        [ReasonCode.SignInUnproven] = ["Die Anmeldung gelingt mit {other}; ob sie auch mit {favoured} gelingt, ließ sich nicht feststellen. Gelingt sie nicht, verwenden Sie {other}."],
        [ReasonCode.SignInRefused] = ["{favoured} hat diese Anmeldung abgelehnt. Solange die Anmeldung scheitert, geht nichts."],
        [ReasonCode.SignInUnanswered] = ["Auf die Anmeldung über {favoured} kam keine Antwort; ob sie für dieses Konto gelingt, ließ sich daher nicht feststellen. Versuchen Sie es etwas später noch einmal."],
        [ReasonCode.SignInProven] = ["Die Anmeldung gelingt mit {favoured}. Über {other} kam keine Antwort darauf; ob {other} für dieses Konto funktioniert, weiß daher niemand."],
        [ReasonCode.UseUnknown] = ["Wir wissen nicht, auf wie vielen Geräten Sie Ihre E-Mails lesen. Solange Sie es uns nicht sagen, ist IMAP die sichere Wahl: Es nimmt nichts vom Server weg."],
    };

    private static Dictionary<string, string> Changes => new()
    {
        ["devices=1"] = "Bei nur einem Gerät",
        ["devices=2"] = "Bei zwei oder mehr Geräten",
        ["people=1"] = "Bei nur einer Person an diesem Postfach",
        ["people=2"] = "Bei zwei oder mehr Personen an diesem Postfach",
        ["webmail=false"] = "Ohne Webmail",
        ["webmail=true"] = "Käme Webmail hinzu,",
        ["serverFolders=false"] = "Ohne Ordner auf dem Server",
        ["serverFolders=true"] = "Mit Ordnern auf dem Server",
        ["priority=speed"] = "Wäre Ihnen Geschwindigkeit am wichtigsten,",
        ["priority=flexibility"] = "Wäre Ihnen Flexibilität am wichtigsten,",
        ["backup=none"] = "Ohne Datensicherung Ihres Geräts",
        ["backup=regular"] = "Mit einer regelmäßigen Datensicherung Ihres Geräts",
        ["backup=impossible"] = "Ließe sich Ihr Gerät nicht sichern,",
    };
}
