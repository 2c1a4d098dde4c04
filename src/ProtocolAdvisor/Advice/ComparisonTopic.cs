using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What the two protocols are compared in.</summary>
[JsonConverter(typeof(KebabCase<ComparisonTopic>))]
public enum ComparisonTopic
{
    /// <summary>What each of them is.</summary>
    WhatItIs,

    /// <summary>What becomes of a message once it was read.</summary>
    AfterReading,

    /// <summary>Several devices, and webmail.</summary>
    SeveralDevices,

    /// <summary>Several people at one mailbox.</summary>
    SeveralPeople,

    /// <summary>Folders, flags and search.</summary>
    Folders,

    /// <summary>Reading offline, and large attachments.</summary>
    Offline,

    /// <summary>The loss of the only device.</summary>
    DeviceLoss,

    /// <summary>Space on the server.</summary>
    Quota,

    /// <summary>Looking for new mail, in a very large mailbox too.</summary>
    Checking,

    /// <summary>What each of them is therefore best for.</summary>
    BestFor,
}

/// <summary>What a topic can mean for one mailbox; each is a sentence of the table.</summary>
public enum ForYouCode
{
    /// <summary>How large the mailbox is.</summary>
    MailboxSize,

    /// <summary>Servers of both protocols can be used.</summary>
    BothServers,

    /// <summary>Only IMAP's can.</summary>
    ImapServerOnly,

    /// <summary>Only POP3's can.</summary>
    Pop3ServerOnly,

    /// <summary>EXPIRE 0: fetched messages may be deleted at once.</summary>
    DeletedAtOnce,

    /// <summary>EXPIRE n.</summary>
    DeletedAfterDays,

    /// <summary>No UIDL.</summary>
    NoLastingNumbers,

    /// <summary>The plan leaves copies on the server.</summary>
    LeaveDays,

    /// <summary>Several devices fetch, and each must leave its copies.</summary>
    CopiesForAll,

    /// <summary>Several devices.</summary>
    SeveralDevices,

    /// <summary>Webmail beside the program.</summary>
    WebmailToo,

    /// <summary>One device.</summary>
    OnePlace,

    /// <summary>Several people.</summary>
    SeveralPeople,

    /// <summary>One person.</summary>
    Alone,

    /// <summary>What POP3 would not fetch.</summary>
    LeftBehind,

    /// <summary>All mail is in the Inbox.</summary>
    AllInInbox,

    /// <summary>Mail is sorted into folders; how much is not known.</summary>
    SortsIntoFolders,

    /// <summary>Mail is not sorted into folders.</summary>
    NoFolders,

    /// <summary>Mail must be readable offline.</summary>
    WantsOffline,

    /// <summary>Mail need not be readable offline.</summary>
    AlwaysOnline,

    /// <summary>How large the largest message is.</summary>
    LargestMessage,

    /// <summary>No backup.</summary>
    NoBackup,

    /// <summary>A regular backup.</summary>
    BackedUp,

    /// <summary>No backup is possible.</summary>
    BackupImpossible,

    /// <summary>How full the mailbox is.</summary>
    Fullness,

    /// <summary>POP3 was measured to be slower.</summary>
    Pop3Slower,

    /// <summary>LOGIN-DELAY.</summary>
    LoginDelay,

    /// <summary>IDLE.</summary>
    Push,

    /// <summary>No IDLE.</summary>
    NoPush,

    /// <summary>How many messages come a day.</summary>
    NewMail,

    /// <summary>The advice is IMAP.</summary>
    Imap,

    /// <summary>The advice is POP3.</summary>
    Pop3,

    /// <summary>Neither can be advised.</summary>
    Neither,
}
