using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice;

/// <summary>One step of the way from the protocol that is set up now to the one that is recommended.</summary>
/// <param name="Code">What to do.</param>
/// <param name="Figures">Its figures, in invariant text, only what is known: <c>devices</c>, <c>days</c>, <c>keptDays</c>, <c>messages</c>,
/// <c>bytes</c>, <c>folders</c>, <c>atLeastMessages</c> and <c>atLeastBytes</c> (where not all folders were counted), <c>roomBytes</c>,
/// <c>limitBytes</c>, <c>roomMessages</c>, <c>limitMessages</c>, <c>upMbit</c>, <c>seconds</c>, <c>secondsPerGigabyte</c>.</param>
public sealed record MigrationStep(MigrationStepCode Code, IReadOnlyDictionary<string, string> Figures)
{
    /// <summary>Why, where the plan has a reason for it.</summary>
    public PlanCause? Cause { get; init; }

    /// <summary>The largest folders that it is about, by what they are for; empty where they are not known.</summary>
    public IReadOnlyList<FolderShare> Folders { get; init; } = [];
}

/// <summary>Folders of one use.</summary>
/// <param name="Role">What they are for.</param>
/// <param name="Folders">How many they are.</param>
/// <param name="Messages">Their messages.</param>
/// <param name="Bytes">Their bytes; null where those of one are not known.</param>
public sealed record FolderShare(FolderUse Role, int Folders, long Messages, long? Bytes);

/// <summary>What to do on the way from one protocol to the other.</summary>
[JsonConverter(typeof(KebabCase<MigrationStepCode>))]
public enum MigrationStepCode
{
    /// <summary>Either way: change nothing before the recommended protocol lets one in.</summary>
    WaitForSignIn,

    /// <summary>To IMAP: let no device delete what it fetches any more.</summary>
    StopDeleting,

    /// <summary>To IMAP: fetch nothing more over POP3, because the server deletes it, or it would come again and again.</summary>
    StopFetching,

    /// <summary>To IMAP: set up IMAP beside POP3.</summary>
    AddImap,

    /// <summary>To IMAP: look how much mail the device holds, which no server shows.</summary>
    SeeLocalSize,

    /// <summary>To IMAP: the server has too little room; make some first.</summary>
    MakeRoom,

    /// <summary>To IMAP: hold the local mail against the room on the server.</summary>
    CheckRoom,

    /// <summary>To IMAP: ask how much room the server has, where it does not tell.</summary>
    AskForRoom,

    /// <summary>To IMAP: copy the local mail up.</summary>
    CopyUp,

    /// <summary>To IMAP: compare the counts of local and copied folders.</summary>
    CheckCopies,

    /// <summary>To IMAP: remove the POP3 account.</summary>
    RemovePop3,

    /// <summary>To IMAP: keep the local mail as a backup.</summary>
    KeepLocalMail,

    /// <summary>To POP3: see what stays behind on the server, folder by folder.</summary>
    SeeWhatStays,

    /// <summary>To POP3: nothing stays behind.</summary>
    NothingStays,

    /// <summary>To POP3: move into the Inbox, or export, what is still needed.</summary>
    BringAlong,

    /// <summary>To POP3: begin a regular backup.</summary>
    Backup,

    /// <summary>To POP3: keep up the regular backup.</summary>
    KeepBackup,

    /// <summary>To POP3: set up POP3 beside IMAP.</summary>
    AddPop3,

    /// <summary>To POP3: leave fetched messages on the server for so many days.</summary>
    LeaveOnServer,

    /// <summary>To POP3: let fetched messages be removed from the server only after the comparison.</summary>
    RemoveFromServer,

    /// <summary>To POP3: compare the counts of the Inbox and what was fetched.</summary>
    CheckFetched,

    /// <summary>To POP3: only now remove the IMAP account.</summary>
    RemoveImap,
}
