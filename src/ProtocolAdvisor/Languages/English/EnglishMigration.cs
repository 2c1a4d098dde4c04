using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Languages.English;

/// <summary>The way from one protocol to the other, in English.</summary>
internal static class EnglishMigration
{
    public static Dictionary<MailProtocol, string> Headings { get; } = new()
    {
        [MailProtocol.Imap] = "How to move from POP3 to IMAP, step by step",
        [MailProtocol.Pop3] = "How to move from IMAP to POP3, step by step",
    };

    public static Dictionary<MigrationStepCode, IReadOnlyList<string>> Steps { get; } = new()
    {
        [MigrationStepCode.WaitForSignIn] = ["Change nothing yet: so far we have not seen this mailbox open with the new protocol. Make sure of that first; until then the old account is the one that works."],
        [MigrationStepCode.StopDeleting] =
        [
            "First of all, on each of your {devices:number} devices: in the settings of the POP3 account, turn off the option that deletes fetched messages from the server.",
            "First of all, on every device on which POP3 is set up: in the settings of that account, turn off the option that deletes fetched messages from the server.",
        ],
        [MigrationStepCode.StopFetching] = ["Then switch off, in the same settings, that mail is fetched by itself, and do not fetch over POP3 any more: this server deletes what POP3 has fetched, or would hand out the same messages again and again."],
        [MigrationStepCode.AddImap] =
        [
            "Set up the mailbox a second time, with IMAP, beside the POP3 account, which stays as it is for now. It will also show {folders:number} {folders:folder|folders} with {messages:number} {messages:message|messages} that POP3 never showed.",
            "Set up the mailbox a second time, with IMAP, beside the POP3 account, which stays as it is for now.",
        ],
        [MigrationStepCode.SeeLocalSize] =
        [
            "Check in your mail program how much mail it keeps on the device. We cannot see that from here: the Inbox on the server now shows {messages:number} {messages:message|messages} ({bytes:size}), and what a program has fetched and deleted there is on the device only.",
            "Check in your mail program how much mail it keeps on the device. We cannot see that from here: what a program has fetched and deleted on the server is on the device only.",
        ],
        [MigrationStepCode.MakeRoom] =
        [
            "The server has too little room: {roomBytes:size} of {limitBytes:size} are free. Before you copy anything up, move about {bytes:size} of old mail from the server into an archive folder on your computer, or delete it, or ask your provider for more room. What then does not fit stays in the local folders.",
            "The server has too little room: {roomMessages:number} {roomMessages:message|messages} more of {limitMessages:number} may lie there. Before you copy anything up, move about {messages:number} old {messages:message|messages} from the server into an archive folder on your computer, or delete them, or ask your provider for more room. What then does not fit stays in the local folders.",
        ],
        [MigrationStepCode.CheckRoom] =
        [
            "Compare: on the server {roomBytes:size} of {limitBytes:size} are free. If your local mail is larger, ask your provider for more room first, or copy up only what you need and leave the rest in the local folders.",
            "Compare: on the server there is room for {roomMessages:number} more {roomMessages:message|messages} of {limitMessages:number}. If there are more in your local folders, ask your provider for more room first, or copy up only what you need.",
        ],
        [MigrationStepCode.AskForRoom] = ["Find out how much room the mailbox has on the server (webmail often shows it, or ask your provider): we do not know it. If your local mail is larger, copy up only what you need."],
        [MigrationStepCode.CopyUp] =
        [
            "In your mail program, copy (do not move) your local folders into the IMAP account, one after the other. What lies in the Inbox on the server already need not be copied. With {upMbit:number}\u00A0Mbit/s up, a gigabyte takes {secondsPerGigabyte:duration} at least; as much as the Inbox on the server holds now, {bytes:size}, would take {seconds:duration}.",
            "In your mail program, copy (do not move) your local folders into the IMAP account, one after the other. What lies in the Inbox on the server already need not be copied. With {upMbit:number}\u00A0Mbit/s up, a gigabyte takes {secondsPerGigabyte:duration} at least.",
            "In your mail program, copy (do not move) your local folders into the IMAP account, one after the other. What lies in the Inbox on the server already need not be copied. How long that takes depends on your internet connection's upload speed, which we do not know.",
        ],
        [MigrationStepCode.CheckCopies] = ["Compare the number of messages of every local folder with its copy, and open some of the copies on another device or in webmail, one with an attachment among them."],
        [MigrationStepCode.RemovePop3] = ["Only when all is there, remove the POP3 account on every device. If the program asks, let it keep the mail on the device."],
        [MigrationStepCode.KeepLocalMail] = ["Keep the old local folders as a backup, best as a copy on another drive."],
        [MigrationStepCode.SeeWhatStays] =
        [
            "See what POP3 would leave behind, because it fetches the Inbox only: at least {atLeastMessages:number} {atLeastMessages:message|messages} ({atLeastBytes:size}) in {folders:number} {folders:folder|folders} on the server.",
            "See what POP3 would leave behind, because it fetches the Inbox only: at least {atLeastMessages:number} {atLeastMessages:message|messages} on the server.",
            "See what POP3 would leave behind, because it fetches the Inbox only: {messages:number} {messages:message|messages} ({bytes:size}) in {folders:number} {folders:folder|folders} on the server.",
            "See what POP3 would leave behind, because it fetches the Inbox only: {messages:number} {messages:message|messages} on the server.",
            "See what POP3 would leave behind, because it fetches the Inbox only: all that lies in other folders stays on the server.",
        ],
        [MigrationStepCode.NothingStays] = ["POP3 fetches the Inbox only. All your mail lies there, so nothing stays behind."],
        [MigrationStepCode.BringAlong] = ["Of that, move what you still need into the Inbox, or copy it into local folders on your device, which are then to be backed up, too."],
        [MigrationStepCode.Backup] =
        [
            "Set up a backup that runs at least every {days:number} {days:day|days}, and go on only when it has run once.",
            "Set up a backup that runs every day, and go on only when it has run once.",
        ],
        [MigrationStepCode.KeepBackup] =
        [
            "Keep up your backup, let it run at least every {days:number} {days:day|days}, and go on only when it has run once with what you have copied.",
            "Keep up your backup, let it run every day, and go on only when it has run once with what you have copied.",
        ],
        [MigrationStepCode.AddPop3] = ["Set up the mailbox a second time, with POP3, beside the IMAP account, which stays as it is for now. Do not fetch yet."],
        [MigrationStepCode.LeaveOnServer] =
        [
            "In the settings of the POP3 account, leave fetched messages on the server for {days:number} {days:day|days}.",
            "In the settings of the POP3 account, leave fetched messages on the server for one more day.",
        ],
        [MigrationStepCode.RemoveFromServer] = ["In the settings of the POP3 account, let messages be removed from the server once they have been fetched. Before the first time that you fetch, copy the Inbox into a local folder with the IMAP account."],
        [MigrationStepCode.CheckFetched] =
        [
            "Fetch now. Compare what was fetched with the Inbox on the server (now {messages:number} {messages:message|messages}), and open some messages without a connection.",
            "Fetch now. Compare the number of messages that were fetched with that of the Inbox on the server, and open some messages without a connection.",
        ],
        [MigrationStepCode.RemoveImap] = ["Only when all is there and the backup has run, remove the IMAP account from the device. What still lies in its folders stays on the server."],
    };

    public static Dictionary<FolderUse, string> Folders { get; } = new()
    {
        [FolderUse.Inbox] = "Inbox",
        [FolderUse.Sent] = "Sent",
        [FolderUse.Drafts] = "Drafts",
        [FolderUse.Trash] = "Trash",
        [FolderUse.Junk] = "Junk",
        [FolderUse.Archive] = "Archive",
        [FolderUse.All] = "All mail, where that of the other folders and of the Inbox shows once more",
        [FolderUse.Other] = "{folders:number} {folders:other folder|other folders}",
    };
}
