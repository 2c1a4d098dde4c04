using ProtocolAdvisor.Advice;
using static ProtocolAdvisor.Advice.ForYouCode;

namespace ProtocolAdvisor.Languages.English;

/// <summary>The comparison in English.</summary>
internal static class EnglishComparison
{
    public static ComparisonPhrases Phrases { get; } = new(Topics, ForYou);

    private static Dictionary<ComparisonTopic, ComparisonText> Topics => new()
    {
        [ComparisonTopic.WhatItIs] = new(
            "What it is",
            "Like fetching the post: what you have fetched has left the post office.",
            "Like a file room at the provider's: you read the letter and put it back."),
        [ComparisonTopic.AfterReading] = new(
            "After reading",
            "As a rule the copy on the server is deleted; the mail program can leave it there for a set time.",
            "Mail stays on the server until you delete it."),
        [ComparisonTopic.SeveralDevices] = new(
            "Several devices, webmail",
            "A message fetched on one device is missing on the others, unless a copy is left on the server.",
            "Every device and webmail show the same mailbox."),
        [ComparisonTopic.SeveralPeople] = new(
            "Several people at one mailbox",
            "Not made for it: only one program at a time is let in, and nobody sees what the others have read.",
            "All work at the same time and see the same state."),
        [ComparisonTopic.Folders] = new(
            "Order on the server",
            "The Inbox only; folders exist only on your device.",
            "Folders, flags and search on the server."),
        [ComparisonTopic.Offline] = new(
            "Reading offline, large attachments",
            "Already on your device: opens at once, without a connection.",
            "Fetched when you open it, unless the mail program keeps copies."),
        [ComparisonTopic.DeviceLoss] = new(
            "If the only device breaks",
            "All mail is lost, unless there is a backup.",
            "Nothing is lost: your mail is on the server."),
        [ComparisonTopic.Quota] = new(
            "Space on the server",
            "Fetching frees space on the server.",
            "The mailbox fills up: delete or archive regularly."),
        [ComparisonTopic.Checking] = new(
            "Checking a very large mailbox",
            "The effort follows the new mail only, as long as fetched mail leaves the server.",
            "Can take longer as the mailbox grows."),
        [ComparisonTopic.BestFor] = new(
            "Best for",
            "One place only, and speed: with a regular backup.",
            "Flexibility, several devices or several people: what most businesses want."),
    };

    private static Dictionary<ForYouCode, IReadOnlyList<string>> ForYou => new()
    {
        [MailboxSize] =
        [
            "Your mailbox holds {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}) in {folders:number} {folders:folder|folders}.",
            "Your mailbox holds {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}).",
            "Your mailbox holds {atLeast:at least |}{messages:number} {messages:message|messages}.",
        ],
        [BothServers] = ["Your provider has a server for each of them."],
        [ImapServerOnly] = ["Here we know of a server for IMAP only that can be used."],
        [Pop3ServerOnly] = ["Here we know of a server for POP3 only that can be used."],
        [CopiesForAll] = ["With POP3 each of your devices would have to leave its copies on the server."],
        [NoFolders] = ["You do not sort mail into folders on the server; you would miss none with POP3."],
        [AlwaysOnline] = ["You need not read your mail without a connection."],
        [NewMail] = ["You get about {messages:number} {messages:message|messages} a day."],
        [DeletedAtOnce] = ["Your server may delete a message as soon as POP3 has fetched it."],
        [DeletedAfterDays] = ["Your server deletes messages by itself after {days:number} {days:day|days}."],
        [NoLastingNumbers] = ["Your server gives messages no permanent IDs over POP3, so copies left there would be fetched again and again."],
        [LeaveDays] = ["We advise leaving the copies there for {days:number} {days:day|days}."],
        [SeveralDevices] = ["You read your mail on {devices:number} devices."],
        [WebmailToo] = ["You also use webmail: with POP3 it would show only what has not been fetched yet."],
        [OnePlace] = ["You read your mail on one device only, so nothing would be missing elsewhere."],
        [SeveralPeople] = ["{people:number} people use this mailbox."],
        [Alone] = ["You use this mailbox alone."],
        [LeftBehind] =
        [
            "POP3 would leave {atLeast:at least |}{messages:number} {messages:message|messages} behind: it shows {shown:number} only.",
            "POP3 would leave {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}) in {folders:number} {folders:folder|folders} behind.",
            "POP3 would leave {atLeast:at least |}{messages:number} {messages:message|messages} ({bytes:size}) outside the Inbox behind.",
            "POP3 would leave {atLeast:at least |}{messages:number} {messages:message|messages} in {folders:number} {folders:folder|folders} behind.",
            "POP3 would leave {atLeast:at least |}{messages:number} {messages:message|messages} outside the Inbox behind.",
        ],
        [AllInInbox] = ["All your mail is in the Inbox, so POP3 would show it all."],
        [SortsIntoFolders] = ["You sort mail into folders on the server; POP3 would not show them."],
        [WantsOffline] = ["You want to read without a connection: with IMAP, let the mail program keep copies of all messages."],
        [LargestMessage] = ["The largest message that we saw is {bytes:size} in size."],
        [NoBackup] = ["You have no backup; with POP3 you would need one."],
        [BackedUp] = ["Your device is backed up regularly; with POP3, keep that up."],
        [BackupImpossible] = ["Your device cannot be backed up."],
        [Fullness] =
        [
            "Your mailbox is {percent}\u00A0% full ({used:size} of {limit:size}); at its present growth it will be full in about {months:number} {months:month|months}.",
            "Your mailbox is {percent}\u00A0% full ({used:size} of {limit:size}).",
            "Your mailbox is {percent}\u00A0% full ({usedMessages:number} of {limitMessages:number} messages).",
            "Your mailbox uses {used:size} of {limit:size}.",
            "Your mailbox holds {usedMessages:number} of {limitMessages:number} messages allowed.",
        ],
        [Pop3Slower] = ["On your server checking for mail takes longer with POP3, as far as we could measure and calculate."],
        [LoginDelay] = ["Your server makes POP3 programs wait {seconds:duration} between two checks."],
        [Push] = ["Over IMAP, your server announces new mail as it arrives."],
        [NoPush] = ["Your server does not announce new mail by itself: with both protocols the mail program has to look."],
        [Imap] = ["IMAP is the better choice for you."],
        [Pop3] = ["POP3 with a regular backup is the better choice for you."],
        [Neither] = ["As things are, neither can be recommended."],
    };
}
