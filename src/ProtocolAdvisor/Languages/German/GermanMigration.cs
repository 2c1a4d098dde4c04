using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Languages.German;

/// <summary>The way from one protocol to the other, in German.</summary>
internal static class GermanMigration
{
    public static Dictionary<MailProtocol, string> Headings { get; } = new()
    {
        [MailProtocol.Imap] = "Von POP3 zu IMAP umziehen, Schritt für Schritt",
        [MailProtocol.Pop3] = "Von IMAP zu POP3 umziehen, Schritt für Schritt",
    };

    public static Dictionary<MigrationStepCode, IReadOnlyList<string>> Steps { get; } = new()
    {
        [MigrationStepCode.WaitForSignIn] = ["Ändern Sie noch nichts: Dass sich dieses Postfach mit dem neuen Protokoll öffnet, haben wir bisher nicht gesehen. Klären Sie das zuerst; bis dahin ist das alte Konto das, das funktioniert."],
        [MigrationStepCode.StopDeleting] =
        [
            "Als Allererstes, auf jedem Ihrer {devices:number} Geräte: Schalten Sie in den Einstellungen des POP3-Kontos ab, dass abgerufene Nachrichten vom Server gelöscht werden.",
            "Als Allererstes, auf jedem Gerät, auf dem POP3 eingerichtet ist: Schalten Sie in den Einstellungen dieses Kontos ab, dass abgerufene Nachrichten vom Server gelöscht werden.",
        ],
        [MigrationStepCode.StopFetching] = ["Schalten Sie dann an derselben Stelle auch das selbsttätige Abrufen ab, und rufen Sie über POP3 nichts mehr ab: Dieser Server löscht, was POP3 abgerufen hat, oder gibt dieselben Nachrichten immer wieder heraus."],
        [MigrationStepCode.AddImap] =
        [
            "Richten Sie das Postfach ein zweites Mal ein, mit IMAP, neben dem POP3-Konto, das vorerst bleibt, wie es ist. Es zeigt dann auch {folders:number} {folders:Ordner|Ordner} mit {messages:number} {messages:Nachricht|Nachrichten}, die POP3 nie gezeigt hat.",
            "Richten Sie das Postfach ein zweites Mal ein, mit IMAP, neben dem POP3-Konto, das vorerst bleibt, wie es ist.",
        ],
        [MigrationStepCode.SeeLocalSize] =
        [
            "Sehen Sie in Ihrem E-Mail-Programm nach, wie viele E-Mails es auf dem Gerät aufbewahrt. Von hier aus sehen wir das nicht: Der Posteingang auf dem Server zeigt jetzt {messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}), und was ein Programm dort abgerufen und gelöscht hat, liegt nur auf dem Gerät.",
            "Sehen Sie in Ihrem E-Mail-Programm nach, wie viele E-Mails es auf dem Gerät aufbewahrt. Von hier aus sehen wir das nicht: Was ein Programm auf dem Server abgerufen und gelöscht hat, liegt nur auf dem Gerät.",
        ],
        [MigrationStepCode.MakeRoom] =
        [
            "Auf dem Server ist zu wenig Platz: {roomBytes:size} von {limitBytes:size} sind frei. Verschieben Sie, bevor Sie etwas hochladen, rund {bytes:size} alter E-Mails vom Server in einen Archivordner auf Ihrem Computer, oder löschen Sie sie, oder bitten Sie Ihren Anbieter um mehr Platz. Was danach nicht hineinpasst, bleibt in den lokalen Ordnern.",
            "Auf dem Server ist zu wenig Platz: {roomMessages:number} weitere von {limitMessages:number} Nachrichten haben dort noch Platz. Verschieben Sie, bevor Sie etwas hochladen, rund {messages:number} alte {messages:Nachricht|Nachrichten} vom Server in einen Archivordner auf Ihrem Computer, oder löschen Sie sie, oder bitten Sie Ihren Anbieter um mehr Platz. Was danach nicht hineinpasst, bleibt in den lokalen Ordnern.",
        ],
        [MigrationStepCode.CheckRoom] =
        [
            "Vergleichen Sie: Auf dem Server sind {roomBytes:size} von {limitBytes:size} frei. Haben Sie mehr lokale E-Mails, bitten Sie zuerst Ihren Anbieter um mehr Platz, oder laden Sie nur hoch, was Sie brauchen, und lassen Sie den Rest in den lokalen Ordnern.",
            "Vergleichen Sie: Auf dem Server haben noch {roomMessages:number} von {limitMessages:number} Nachrichten Platz. Liegen in Ihren lokalen Ordnern mehr, bitten Sie zuerst Ihren Anbieter um mehr Platz, oder laden Sie nur hoch, was Sie brauchen.",
        ],
        [MigrationStepCode.AskForRoom] = ["Stellen Sie fest, wie viel Platz das Postfach auf dem Server hat (oft zeigt es das Webmail, sonst fragen Sie Ihren Anbieter): Wir wissen es nicht. Haben Sie mehr lokale E-Mails, laden Sie nur hoch, was Sie brauchen."],
        [MigrationStepCode.CopyUp] =
        [
            "Kopieren (nicht verschieben) Sie im E-Mail-Programm Ihre lokalen Ordner nacheinander in das IMAP-Konto. Was auf dem Server schon im Posteingang liegt, brauchen Sie nicht zu kopieren. Mit {upMbit:number}\u00A0Mbit/s Upload dauert ein Gigabyte mindestens {secondsPerGigabyte:duration}; so viel, wie der Posteingang auf dem Server jetzt enthält, {bytes:size}, würde {seconds:duration} dauern.",
            "Kopieren (nicht verschieben) Sie im E-Mail-Programm Ihre lokalen Ordner nacheinander in das IMAP-Konto. Was auf dem Server schon im Posteingang liegt, brauchen Sie nicht zu kopieren. Mit {upMbit:number}\u00A0Mbit/s Upload dauert ein Gigabyte mindestens {secondsPerGigabyte:duration}.",
            "Kopieren (nicht verschieben) Sie im E-Mail-Programm Ihre lokalen Ordner nacheinander in das IMAP-Konto. Was auf dem Server schon im Posteingang liegt, brauchen Sie nicht zu kopieren. Wie lange das dauert, hängt vom Upload Ihres Internetanschlusses ab, den wir nicht kennen.",
        ],
        [MigrationStepCode.CheckCopies] = ["Vergleichen Sie bei jedem lokalen Ordner die Zahl der Nachrichten mit der seiner Kopie, und öffnen Sie einige Kopien auf einem anderen Gerät oder im Webmail, darunter eine mit Anhang."],
        [MigrationStepCode.RemovePop3] = ["Erst wenn alles da ist, entfernen Sie auf jedem Gerät das POP3-Konto. Fragt das Programm danach, lassen Sie die E-Mails auf dem Gerät."],
        [MigrationStepCode.KeepLocalMail] = ["Heben Sie die alten lokalen Ordner als Datensicherung auf, am besten als Kopie auf einem anderen Laufwerk."],
        [MigrationStepCode.SeeWhatStays] =
        [
            "Sehen Sie, was POP3 zurückließe, denn es ruft nur den Posteingang ab: mindestens {atLeastMessages:number} {atLeastMessages:Nachricht|Nachrichten} ({atLeastBytes:size}) in {folders:number} {folders:Ordner|Ordnern} auf dem Server.",
            "Sehen Sie, was POP3 zurückließe, denn es ruft nur den Posteingang ab: mindestens {atLeastMessages:number} {atLeastMessages:Nachricht|Nachrichten} auf dem Server.",
            "Sehen Sie, was POP3 zurückließe, denn es ruft nur den Posteingang ab: {messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) in {folders:number} {folders:Ordner|Ordnern} auf dem Server.",
            "Sehen Sie, was POP3 zurückließe, denn es ruft nur den Posteingang ab: {messages:number} {messages:Nachricht|Nachrichten} auf dem Server.",
            "Sehen Sie, was POP3 zurückließe, denn es ruft nur den Posteingang ab: Alles, was in anderen Ordnern liegt, bleibt auf dem Server.",
        ],
        [MigrationStepCode.NothingStays] = ["POP3 ruft nur den Posteingang ab. Dort liegen alle Ihre E-Mails, es bleibt also nichts zurück."],
        [MigrationStepCode.BringAlong] = ["Verschieben Sie davon, was Sie noch brauchen, in den Posteingang, oder kopieren Sie es in lokale Ordner auf Ihrem Gerät, die dann ebenfalls zu sichern sind."],
        [MigrationStepCode.Backup] =
        [
            "Richten Sie eine Datensicherung ein, die mindestens {days:jeden|alle} {days:number} {days:Tag|Tage} läuft, und fahren Sie erst fort, wenn sie einmal gelaufen ist.",
            "Richten Sie eine Datensicherung ein, die jeden Tag läuft, und fahren Sie erst fort, wenn sie einmal gelaufen ist.",
        ],
        [MigrationStepCode.KeepBackup] =
        [
            "Behalten Sie Ihre Datensicherung bei, lassen Sie sie mindestens {days:jeden|alle} {days:number} {days:Tag|Tage} laufen, und fahren Sie erst fort, wenn sie mit dem, was Sie kopiert haben, einmal gelaufen ist.",
            "Behalten Sie Ihre Datensicherung bei, lassen Sie sie jeden Tag laufen, und fahren Sie erst fort, wenn sie mit dem, was Sie kopiert haben, einmal gelaufen ist.",
        ],
        [MigrationStepCode.AddPop3] = ["Richten Sie das Postfach ein zweites Mal ein, mit POP3, neben dem IMAP-Konto, das vorerst bleibt, wie es ist. Rufen Sie noch nichts ab."],
        [MigrationStepCode.LeaveOnServer] =
        [
            "Lassen Sie in den Einstellungen des POP3-Kontos abgerufene Nachrichten noch {days:number} {days:Tag|Tage} auf dem Server.",
            "Lassen Sie in den Einstellungen des POP3-Kontos abgerufene Nachrichten noch einen Tag auf dem Server.",
        ],
        [MigrationStepCode.RemoveFromServer] = ["Stellen Sie im POP3-Konto ein, dass Nachrichten nach dem Abrufen vom Server gelöscht werden. Kopieren Sie vor dem ersten Abruf mit dem IMAP-Konto den Posteingang in einen lokalen Ordner."],
        [MigrationStepCode.CheckFetched] =
        [
            "Rufen Sie jetzt ab. Vergleichen Sie, was abgerufen wurde, mit dem Posteingang auf dem Server (jetzt {messages:number} {messages:Nachricht|Nachrichten}), und öffnen Sie einige Nachrichten ohne Verbindung.",
            "Rufen Sie jetzt ab. Vergleichen Sie die Zahl der abgerufenen Nachrichten mit der des Posteingangs auf dem Server, und öffnen Sie einige Nachrichten ohne Verbindung.",
        ],
        [MigrationStepCode.RemoveImap] = ["Erst wenn alles da ist und die Datensicherung gelaufen ist, entfernen Sie das IMAP-Konto vom Gerät. Was noch in seinen Ordnern liegt, bleibt auf dem Server."],
    };

    public static Dictionary<FolderUse, string> Folders { get; } = new()
    {
        [FolderUse.Inbox] = "Posteingang",
        [FolderUse.Sent] = "Gesendet",
        [FolderUse.Drafts] = "Entwürfe",
        [FolderUse.Trash] = "Papierkorb",
        [FolderUse.Junk] = "Spam",
        [FolderUse.Archive] = "Archiv",
        [FolderUse.All] = "Alle Nachrichten, wo sich die der anderen Ordner und des Posteingangs noch einmal zeigen",
        [FolderUse.Other] = "{folders:number} {folders:anderer Ordner|andere Ordner}",
    };
}
