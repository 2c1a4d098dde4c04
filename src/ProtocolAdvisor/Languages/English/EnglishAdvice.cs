using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Languages.English;

/// <summary>English, for a mailbox owner who has never heard of protocols; support staff can paste it.</summary>
internal static class EnglishAdvice
{
    public static AdvicePhrases Phrases { get; } = new()
    {
        Reasons = Reasons,
        Changes = Changes,
        IfItWorked = "If {protocol} worked for this account,",
        WouldBe = "the advice would be {protocol}.",
        WouldBeNone = "neither protocol could be recommended.",
        Confidence = new Dictionary<AdviceConfidence, string>
        {
            [AdviceConfidence.High] = "We are sure of this advice.",
            [AdviceConfidence.Medium] = "We are fairly sure of this advice.",
            [AdviceConfidence.Low] = "This is a first indication.",
        },
        OpenPoints = new Dictionary<OpenPoint, string>
        {
            [OpenPoint.Devices] = "on how many devices you read your mail",
            [OpenPoint.People] = "how many people use this mailbox",
            [OpenPoint.Webmail] = "whether you use webmail",
            [OpenPoint.ServerFolders] = "whether you sort mail into folders on the server",
            [OpenPoint.Priority] = "whether speed or flexibility matters more to you",
            [OpenPoint.Backup] = "whether your device is backed up",
            [OpenPoint.NewMessagesPerDay] = "how many messages you get a day",
            [OpenPoint.Line] = "how fast your internet connection is",
            [OpenPoint.Servers] = "We could not find out whether there is a server for {protocol} here that can be used: check again, or ask your provider.",
            [OpenPoint.SignIn] = "A sign-in that works would show whether {protocol} can be used with this account.",
            [OpenPoint.Mailbox] = "Check again: once the server hands out the mailbox, we know whether {protocol} can be used with this account.",
            [OpenPoint.Measurement] = "A complete measurement over {protocol} would make the advice surer: we do not know all of the server's speed and rules yet.",
            [OpenPoint.OtherSignIn] = "Check again: no answer came to the sign-in over {protocol} this time.",
            [OpenPoint.Forecast] = "The advice rests on a forecast from one measurement: another one, at another time, would make it surer.",
        },
        IfWeKnew = "The advice would be surer if we knew {questions}.",
        And = "and",
        BackupNeeded =
        [
            "Set up a backup that runs every day. With POP3 your mail ends up on your device only; without a backup, one broken disk or stolen laptop loses all of it.",
            "Set up a backup that runs at least every {days} days. With POP3 your mail ends up on your device only; without a backup, one broken disk or stolen laptop loses all of it.",
        ],
        BackupKeepUp =
        [
            "Keep up your backup, and let it run every day: with POP3 it is in the end the only second copy of your mail.",
            "Keep up your backup, and let it run at least every {days} days: with POP3 it is in the end the only second copy of your mail.",
        ],
        BackupHow =
        [
            "Windows: connect an external drive and switch on File History (Control Panel), including the folder in which your mail program keeps its mail.",
            "Mac: connect an external drive and switch on Time Machine (System Settings, General); it includes Apple Mail's and Thunderbird's mail.",
            "Linux: let Déjà Dup (“Backups”) or your own backup tool include your home folder; Thunderbird keeps its mail there, under .thunderbird or its Flatpak or Snap folder.",
            "Thunderbird: Help, Troubleshooting Information, Profile Folder shows the folder to back up; close Thunderbird while you copy it.",
            "Outlook (classic): File, Account Settings, Data Files shows the .pst file to back up; close Outlook while you copy it.",
            "Once, try it: open a message from the backup. Only then do you know that it works.",
        ],
        LeaveNothing = "In your mail program, let messages be removed from the server once they have been fetched.",
        LeaveDays =
        [
            "In your mail program, leave fetched messages on the server for one more day, as a safety net.",
            "In your mail program, leave fetched messages on the server for {days} days, as a safety net between two backups.",
        ],
        Archive =
        [
            "Before {date:date}, move about {bytes:size} of old mail into an archive folder on your computer (and into its backup), or delete it: your mailbox is then under 60\u00A0% full again.",
            "Now, move old mail into an archive folder on your computer (and into its backup), or delete it: about {bytes:size} or about {messages:number} {messages:message|messages}, whichever is more. Your mailbox is then under 60\u00A0% full again.",
            "Now, move about {bytes:size} of old mail into an archive folder on your computer (and into its backup), or delete it: your mailbox is then under 60\u00A0% full again.",
            "Now, move about {messages:number} old {messages:message|messages} into an archive folder on your computer (and into its backup), or delete them: your mailbox is then under 60\u00A0% full again.",
        ],
        Steps = Steps,
        Causes = Causes,
        Migration = EnglishMigration.Steps,
        MigrationTo = EnglishMigration.Headings,
        Folders = EnglishMigration.Folders,
        FolderShare = ["{folder}: {messages:number} {messages:message|messages} ({bytes:size})", "{folder}: {messages:number} {messages:message|messages}"],
    };

    private static Dictionary<PlanStepCode, IReadOnlyList<string>> Steps => new()
    {
        [PlanStepCode.HeedTheUse] = ["Mind that POP3 does not suit the way you use this mailbox."],
        [PlanStepCode.Backup] = ["Set up a backup that runs at least every {days:number} {days:day|days}.", "Set up a backup that runs every day."],
        [PlanStepCode.KeepBackup] = ["Keep up your backup, and let it run at least every {days:number} {days:day|days}.", "Keep up your backup, and let it run every day."],
        [PlanStepCode.LeaveOnServer] =
        [
            "In your mail program, leave fetched messages on the server for {days:number} {days:day|days}.",
            "In your mail program, leave fetched messages on the server for one more day.",
        ],
        [PlanStepCode.RemoveFromServer] = ["In your mail program, let messages be removed from the server once they have been fetched."],
        [PlanStepCode.FetchInTime] = ["Fetch your mail at least every {days:number} {days:day|days}, on holiday too.", "Fetch your mail every day, on holiday too."],
        [PlanStepCode.TakeFoldersAlong] =
        [
            "Before you change to POP3, move what you need from your other folders into the Inbox, or keep it by way of IMAP: POP3 would leave {messages:number} {messages:message|messages} behind.",
            "Before you change to POP3, move what you need from your other folders into the Inbox, or keep it by way of IMAP: POP3 would leave at least {atLeastMessages:number} {atLeastMessages:message|messages} behind.",
        ],
        [PlanStepCode.AllowTime] =
        [
            "Allow time for the first download of {bytes:size}: it takes about {seconds:duration}, and the first backup takes its time, too.",
            "Allow time for the first download of {bytes:size}, and for the first backup.",
        ],
        [PlanStepCode.Archive] =
        [
            "Before {date:date}, move about {bytes:size} of old mail into an archive folder on your computer (and into its backup), or delete it.",
            "Now, move about {bytes:size} of old mail into an archive folder on your computer (and into its backup), or delete it.",
        ],
        [PlanStepCode.ArchiveMessages] = ["Now, move about {messages:number} old {messages:message|messages} into an archive folder on your computer (and into its backup), or delete them."],
    };

    private static Dictionary<PlanCause, IReadOnlyList<string>> Causes => new()
    {
        [PlanCause.SeveralDevices] =
        [
            "You read your mail on {devices:number} devices: what one of them fetches and removes is missing on the others.",
            "The other devices need that time to fetch them, too: set it on all of them.",
        ],
        [PlanCause.SeveralPeople] =
        [
            "{people:number} people use this mailbox: what one of them fetches and removes is missing for the others.",
            "The others need that time to fetch them, too: let all of them set it.",
        ],
        [PlanCause.Webmail] = ["You use webmail: it shows only what has not been removed from the server."],
        [PlanCause.OnlyCopy] = ["With POP3 your mail ends up on your device only; without a backup, one broken disk or stolen laptop loses all of it."],
        [PlanCause.ServerDeletes] =
        [
            "The server deletes mail by itself after {keptDays:number} {keptDays:day|days}. What it has deleted before you fetched it, on a long holiday for example, is lost; what you fetched is on your device only.",
            "The server keeps nothing longer.",
        ],
        [PlanCause.DeletedWhenFetched] =
        [
            "The server may delete a message as soon as it has been fetched: from then on it is on your device only.",
            "The server need not keep them anyway.",
        ],
        [PlanCause.MuchMail] = ["So much mail arrives that a longer time without a backup would put too much of it at risk."],
        [PlanCause.SafetyNet] = ["They are a safety net between two backups."],
        [PlanCause.Quota] = ["The space on the server is running out."],
        [PlanCause.NoUidl] = ["This server gives messages no permanent IDs over POP3: what is left there would be fetched again and again."],
        [PlanCause.InboxOnly] = ["POP3 shows the Inbox only."],
        [PlanCause.LargeMailbox] = ["The mailbox is large."],
        [PlanCause.FetchingFreesTooLittle] = ["POP3 fetches the Inbox only: that alone does not free enough space on the server."],
    };

    private static Dictionary<ReasonCode, IReadOnlyList<string>> Reasons => new()
    {
        [ReasonCode.NoUsableEndpoint] =
        [
            "We know of no {other} server that answers over an encrypted connection with a valid certificate. That rules {other} out.",
            "We know of no server, neither for IMAP nor for POP3, that answers over an encrypted connection with a valid certificate.",
        ],
        [ReasonCode.SignInRejected] = ["The same sign-in works with {favoured} but is refused by {other}: the password is right. As long as {other} refuses it, {other} is out."],
        [ReasonCode.MailboxNotOpened] =
        [
            "The sign-in works over {other}, but the server does not open the mailbox behind it. As long as that is so, {other} is out.",
            "The sign-in works, but the server does not open the mailbox behind it, neither over IMAP nor over POP3.",
        ],
        [ReasonCode.MultiDevice] = ["You read your mail on {usage.devices:number} devices. A message that POP3 fetches on one of them is missing on the others; with IMAP all show the same mailbox."],
        [ReasonCode.SharedMailbox] = ["{usage.people:number} people use this mailbox. POP3 lets only one in at a time and shows nobody what the others have read or answered; IMAP does."],
        [ReasonCode.DeletesOnRetrieval] = ["This server may delete a message as soon as POP3 has fetched it. Without a regular backup, your device would hold the only copy."],
        [ReasonCode.BackupImpossible] = ["Your device cannot be backed up. POP3 keeps your mail on the device only, so one broken disk would lose all of it; with IMAP it stays on the server."],
        [ReasonCode.SingleDevice] = ["You read your mail on one device only. That is what POP3 is made for: it fetches the mail once, and from then on the mail is at hand there."],
        [ReasonCode.WantsSpeed] = ["Speed matters most to you. What POP3 has fetched is on your device and opens at once; IMAP fetches a message when you open it, unless the program keeps copies."],
        [ReasonCode.OfflineReading] = ["You want to read mail without a connection. With POP3 all mail that was fetched, attachments included, is on your device."],
        [ReasonCode.LargeMessages] = ["On this connection a large message takes about {forecast.openLargeMessage.imapSeconds:duration} to open over IMAP. With POP3 it is on your device already."],
        [ReasonCode.QuotaPressure] =
        [
            "Your mailbox is {imap.quota.usedPercent}\u00A0% full, and at its present growth the rest lasts {imap.quota.monthsUntilFull:number} {imap.quota.monthsUntilFull:month|months}. POP3 frees space on the server as it fetches.",
            "Your mailbox is {imap.quota.usedPercent}\u00A0% full. POP3 frees space on the server as it fetches.",
            "Your mailbox holds many times as much as it may. POP3 frees space on the server as it fetches.",
        ],
        [ReasonCode.WantsFlexibility] = ["Flexibility matters most to you. With IMAP your mail, your folders and what you have read are the same wherever you sign in."],
        [ReasonCode.Webmail] = ["You use webmail. It shows what is on the server, and POP3 takes mail away from there; with IMAP both show the same."],
        [ReasonCode.ServerFolders] =
        [
            "{imap.percentSorted}\u00A0% of your messages ({imap.sortedMessages:number}) are sorted into folders on the server. POP3 shows the Inbox only; IMAP shows all folders.",
            "You sort mail into folders on the server. POP3 shows the Inbox only; IMAP shows all folders.",
        ],
        [ReasonCode.NoBackup] = ["You have no backup. With POP3 your device would hold the only copy of your mail; with IMAP it stays on the server."],
        [ReasonCode.Pop3Slower] =
        [
            "With POP3 your daily checks for mail would take about {forecast.pop3Seconds:duration} here, with IMAP {forecast.imapSeconds:duration}: {forecast.pop3SlowerPercent}\u00A0% longer.",
            "With POP3 your daily checks for mail would take about {forecast.pop3Seconds:duration} here, with IMAP only {forecast.imapSeconds:duration}.",
        ],
        [ReasonCode.Pop3NoUidl] = ["This server gives messages no permanent IDs over POP3 (no UIDL), so a program that leaves mail on the server fetches the same messages again and again."],
        [ReasonCode.LoginDelay] = ["This server makes POP3 programs wait {pop3.loginDelaySeconds:duration} between two checks for new mail; IMAP has no such wait."],
        [ReasonCode.Push] = ["You get about {usage.newMessagesPerDay:number} messages a day, and with IMAP this server announces each one as it arrives; POP3 has to keep asking."],
        [ReasonCode.OperatorPrefers] = ["Your provider's own settings put {favoured} first."],
        [ReasonCode.LargeMailbox] =
        [
            "Your mailbox holds {imap.bytes:size}. With POP3, all of it that lies in the Inbox would be on one device only, and we know of no regular backup of it.",
            "POP3 would fetch {pop3.bytes:size}. So much mail would then be on one device only, and we know of no regular backup of it.",
            "Your Inbox holds {imap.inboxBytes:size}. With POP3 so much mail would be on one device only, and we know of no regular backup of it.",
        ],
        [ReasonCode.EndpointUnknown] = ["{favoured} suits the way you use this mailbox, but we know of no {favoured} server here, only of one for {other}. Ask your provider whether there is one; if not, use {other}."],
        [ReasonCode.SignInRefusedByBoth] = ["Both IMAP and POP3 refused this sign-in, so this advice follows from the way you use the mailbox. Nothing works until the sign-in does."],
        [ReasonCode.SignInUnproven] = ["The sign-in works with {other}; whether it works with {favoured}, too, we could not find out. If it does not, use {other}."],
        [ReasonCode.SignInRefused] = ["{favoured} refused this sign-in. Nothing works until the sign-in does."],
        [ReasonCode.SignInUnanswered] = ["No answer came to the sign-in over {favoured}, so we could not find out whether it works for this account. Try again a little later."],
        [ReasonCode.SignInProven] = ["The sign-in works with {favoured}. Over {other} no answer came to it, so nobody knows whether {other} works for this account."],
        [ReasonCode.UseUnknown] = ["We do not know on how many devices you read your mail. Until you say so, IMAP is the safe choice: it takes nothing away from the server."],
    };

    private static Dictionary<string, string> Changes => new()
    {
        ["devices=1"] = "If you read your mail on one device only,",
        ["devices=2"] = "If you read your mail on two or more devices,",
        ["people=1"] = "If only one person used this mailbox,",
        ["people=2"] = "If two or more people used this mailbox,",
        ["webmail=false"] = "If you did not use webmail,",
        ["webmail=true"] = "If you also used webmail,",
        ["serverFolders=false"] = "If you did not sort mail into folders on the server,",
        ["serverFolders=true"] = "If you sorted mail into folders on the server,",
        ["priority=speed"] = "If speed mattered most to you,",
        ["priority=flexibility"] = "If flexibility mattered most to you,",
        ["backup=none"] = "If your device were not backed up,",
        ["backup=regular"] = "If your device were backed up regularly,",
        ["backup=impossible"] = "If your device could not be backed up,",
    };
}
