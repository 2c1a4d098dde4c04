using ProtocolAdvisor.Advice;
using static ProtocolAdvisor.Advice.ForYouCode;

namespace ProtocolAdvisor.Languages.German;

/// <summary>The comparison in German.</summary>
internal static class GermanComparison
{
    public static ComparisonPhrases Phrases { get; } = new(Topics, ForYou);

    private static Dictionary<ComparisonTopic, ComparisonText> Topics => new()
    {
        [ComparisonTopic.WhatItIs] = new(
            "Was es ist",
            "Wie Post abholen: Was Sie abgeholt haben, liegt nicht mehr im Postamt.",
            "Wie eine Ablage beim Anbieter: Sie lesen den Brief und legen ihn zurück."),
        [ComparisonTopic.AfterReading] = new(
            "Nach dem Lesen",
            "In der Regel wird die Kopie auf dem Server gelöscht; das E-Mail-Programm kann sie für eine bestimmte Zeit dort belassen.",
            "Die E-Mails bleiben auf dem Server, bis Sie sie löschen."),
        [ComparisonTopic.SeveralDevices] = new(
            "Mehrere Geräte, Webmail",
            "Eine Nachricht, die ein Gerät abgerufen hat, fehlt auf den anderen, wenn keine Kopie auf dem Server bleibt.",
            "Sie sehen auf allen Geräten und im Webmail dasselbe Postfach."),
        [ComparisonTopic.SeveralPeople] = new(
            "Mehrere Personen an einem Postfach",
            "Dafür nicht gemacht: Immer nur ein Programm zur selben Zeit hat Zugriff, und niemand sieht, was die anderen gelesen haben.",
            "Alle arbeiten gleichzeitig und sehen denselben Stand."),
        [ComparisonTopic.Folders] = new(
            "Ordnung auf dem Server",
            "Nur der Posteingang; Ordner gibt es nur auf Ihrem Gerät.",
            "Ordner, Markierungen und Suche auf dem Server."),
        [ComparisonTopic.Offline] = new(
            "Lesen ohne Verbindung, große Anhänge",
            "Liegt schon auf Ihrem Gerät: öffnet sich sofort, auch ohne Verbindung.",
            "Wird beim Öffnen geladen, wenn das E-Mail-Programm keine Kopien vorhält."),
        [ComparisonTopic.DeviceLoss] = new(
            "Wenn das einzige Gerät ausfällt",
            "Alle E-Mails sind verloren, wenn es keine Datensicherung gibt.",
            "Nichts geht verloren: Ihre E-Mails liegen auf dem Server."),
        [ComparisonTopic.Quota] = new(
            "Platz auf dem Server",
            "Abrufen schafft Platz auf dem Server.",
            "Das Postfach füllt sich: Löschen oder archivieren Sie regelmäßig."),
        [ComparisonTopic.Checking] = new(
            "Abruf bei sehr großem Postfach",
            "Der Aufwand richtet sich nur nach den neuen E-Mails, solange Abgerufenes vom Server verschwindet.",
            "Kann länger dauern, je größer das Postfach wird."),
        [ComparisonTopic.BestFor] = new(
            "Wofür es passt",
            "Wenn Sie nur an einem Ort lesen und es schnell gehen soll; mit einer regelmäßigen Datensicherung.",
            "Für Flexibilität, mehrere Geräte oder mehrere Personen; das brauchen die meisten Unternehmen."),
    };

    private static Dictionary<ForYouCode, IReadOnlyList<string>> ForYou => new()
    {
        [MailboxSize] =
        [
            "Ihr Postfach enthält {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) in {folders:number} {folders:Ordner|Ordnern}.",
            "Ihr Postfach enthält {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}).",
            "Ihr Postfach enthält {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten}.",
        ],
        [BothServers] = ["Ihr Anbieter hat für beide einen Server."],
        [ImapServerOnly] = ["Hier kennen wir nur für IMAP einen verwendbaren Server."],
        [Pop3ServerOnly] = ["Hier kennen wir nur für POP3 einen verwendbaren Server."],
        [CopiesForAll] = ["Mit POP3 müsste jedes Ihrer Geräte die Kopien auf dem Server lassen."],
        [NoFolders] = ["Sie sortieren Ihre E-Mails nicht in Ordner auf dem Server; mit POP3 würden Ihnen also keine fehlen."],
        [AlwaysOnline] = ["Sie müssen Ihre E-Mails nicht ohne Verbindung lesen können."],
        [NewMail] = ["Sie erhalten etwa {messages:number} {messages:Nachricht|Nachrichten} am Tag."],
        [DeletedAtOnce] = ["Ihr Server darf eine Nachricht löschen, sobald POP3 sie abgerufen hat."],
        [DeletedAfterDays] = ["Ihr Server löscht Nachrichten nach {days:number} {days:Tag|Tagen} von sich aus."],
        [NoLastingNumbers] = ["Ihr Server gibt den Nachrichten für POP3 keine dauerhaften Kennungen; dort belassene Kopien würden immer wieder abgerufen."],
        [LeaveDays] = ["Wir raten, die Kopien {days:number} {days:Tag|Tage} dort zu lassen."],
        [SeveralDevices] = ["Sie lesen Ihre E-Mails auf {devices:number} Geräten."],
        [WebmailToo] = ["Sie nutzen auch Webmail: Mit POP3 zeigte es nur, was noch nicht abgerufen wurde."],
        [OnePlace] = ["Sie lesen Ihre E-Mails nur auf einem Gerät; anderswo würde also nichts fehlen."],
        [SeveralPeople] = ["{people:number} Personen nutzen dieses Postfach."],
        [Alone] = ["Sie nutzen dieses Postfach allein."],
        [LeftBehind] =
        [
            "Mit POP3 {messages:bliebe|blieben} {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} zurück: Es zeigt nur {shown:number}.",
            "Mit POP3 {messages:bliebe|blieben} {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) in {folders:number} {folders:Ordner|Ordnern} zurück.",
            "Mit POP3 {messages:bliebe|blieben} {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} ({bytes:size}) außerhalb des Posteingangs zurück.",
            "Mit POP3 {messages:bliebe|blieben} {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} in {folders:number} {folders:Ordner|Ordnern} zurück.",
            "Mit POP3 {messages:bliebe|blieben} {atLeast:mindestens |}{messages:number} {messages:Nachricht|Nachrichten} außerhalb des Posteingangs zurück.",
        ],
        [AllInInbox] = ["Alle Ihre E-Mails liegen im Posteingang; POP3 würde sie also alle zeigen."],
        [SortsIntoFolders] = ["Sie sortieren Ihre E-Mails auf dem Server in Ordner; POP3 würde diese nicht zeigen."],
        [WantsOffline] = ["Sie möchten ohne Verbindung lesen: Lassen Sie das E-Mail-Programm mit IMAP Kopien aller Nachrichten vorhalten."],
        [LargestMessage] = ["Die größte Nachricht, die wir gesehen haben, ist {bytes:size} groß."],
        [NoBackup] = ["Sie haben keine Datensicherung; mit POP3 bräuchten Sie eine."],
        [BackedUp] = ["Ihr Gerät wird regelmäßig gesichert; behalten Sie das mit POP3 bei."],
        [BackupImpossible] = ["Ihr Gerät lässt sich nicht sichern."],
        [Fullness] =
        [
            "Ihr Postfach ist zu {percent}\u00A0% voll ({used:size} von {limit:size}); beim jetzigen Zuwachs ist es in etwa {months:number} {months:Monat|Monaten} voll.",
            "Ihr Postfach ist zu {percent}\u00A0% voll ({used:size} von {limit:size}).",
            "Ihr Postfach ist zu {percent}\u00A0% voll ({usedMessages:number} von {limitMessages:number} Nachrichten).",
            "Ihr Postfach belegt {used:size} von {limit:size}.",
            "Ihr Postfach enthält {usedMessages:number} von {limitMessages:number} erlaubten Nachrichten.",
        ],
        [Pop3Slower] = ["Auf Ihrem Server dauert das Abrufen mit POP3 länger, soweit wir es messen und berechnen konnten."],
        [LoginDelay] = ["Ihr Server lässt POP3-Programme zwischen zwei Abrufen {seconds:duration} warten."],
        [Push] = ["Über IMAP meldet Ihr Server neue E-Mails, sobald sie eintreffen."],
        [NoPush] = ["Ihr Server meldet neue E-Mails nicht von sich aus: Das E-Mail-Programm muss mit beiden Protokollen nachsehen."],
        [Imap] = ["IMAP ist für Sie die bessere Wahl."],
        [Pop3] = ["POP3 mit regelmäßiger Datensicherung ist für Sie die bessere Wahl."],
        [Neither] = ["Derzeit lässt sich keines von beiden empfehlen."],
    };
}
