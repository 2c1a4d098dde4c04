using System.Globalization;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>What to do beside choosing a protocol.</summary>
/// <param name="Backup">For POP3: the backup; null otherwise.</param>
/// <param name="LeaveOnServerDays">For POP3: days to leave fetched messages on the server; null otherwise.</param>
/// <param name="Archive">What must leave the server to make room, where the protocol does not do that by itself; null otherwise.</param>
public sealed record Plan(BackupPlan? Backup, int? LeaveOnServerDays, ArchivePlan? Archive)
{
    /// <summary>The same as steps, in the order in which they are to be taken.</summary>
    public IReadOnlyList<PlanStep> Steps { get; init; } = [];

    /// <summary>
    /// The way here from the other protocol, where that is set up now, step by step; empty otherwise. What it takes over from the plan is
    /// not among <see cref="Steps"/>.
    /// </summary>
    public IReadOnlyList<MigrationStep> Migration { get; init; } = [];

    /// <summary>The same, where a server deletes mail by itself with the days that it keeps it.</summary>
    internal Plan Telling(int? keptDays) => keptDays is not { } days ? this : this with
    {
        Steps = [.. Steps.Select(x => x.Cause != PlanCause.ServerDeletes ? x : x with
        {
            Figures = new Dictionary<string, string>(x.Figures) { ["keptDays"] = days.ToString(CultureInfo.InvariantCulture) },
        })],
    };
}

/// <summary>The backup that POP3 needs.</summary>
/// <param name="Needed">Whether one must be begun; false where a regular one exists and is to be kept up.</param>
/// <param name="EveryDays">Days between backups.</param>
public sealed record BackupPlan(bool Needed, int EveryDays);

/// <summary>What to move off the server.</summary>
/// <param name="Before">Archive by this date, so that usage falls below 60 % in time; null when it is due now or no date can be told.</param>
/// <param name="BytesToFree">How many bytes must go to fall below 60 %; null where the storage has room.</param>
/// <param name="MessagesToFree">How many messages must go for the same; null where their number is not limited, or there is room.</param>
public sealed record ArchivePlan(DateTimeOffset? Before, long? BytesToFree, long? MessagesToFree = null);

/// <summary>One step of a plan.</summary>
/// <param name="Code">What to do.</param>
/// <param name="Cause">Why.</param>
/// <param name="Figures">Its figures, in invariant text: <c>days</c>, <c>bytes</c>, <c>messages</c>, <c>atLeastMessages</c>, <c>devices</c>, <c>seconds</c>, <c>date</c>, <c>keptDays</c>.</param>
public sealed record PlanStep(PlanStepCode Code, PlanCause Cause, IReadOnlyDictionary<string, string> Figures);

/// <summary>What to do.</summary>
[JsonConverter(typeof(KebabCase<PlanStepCode>))]
public enum PlanStepCode
{
    /// <summary>Heed that POP3 does not suit this use.</summary>
    HeedTheUse,

    /// <summary>Begin a regular backup.</summary>
    Backup,

    /// <summary>Keep up the regular backup.</summary>
    KeepBackup,

    /// <summary>Leave fetched messages on the server for so many days.</summary>
    LeaveOnServer,

    /// <summary>Let fetched messages be removed from the server at once.</summary>
    RemoveFromServer,

    /// <summary>Fetch before the server deletes.</summary>
    FetchInTime,

    /// <summary>Take along what POP3 does not show.</summary>
    TakeFoldersAlong,

    /// <summary>Allow time for the first download.</summary>
    AllowTime,

    /// <summary>Archive, counted in bytes.</summary>
    Archive,

    /// <summary>Archive, counted in messages.</summary>
    ArchiveMessages,
}

/// <summary>Why a step is to be taken.</summary>
[JsonConverter(typeof(KebabCase<PlanCause>))]
public enum PlanCause
{
    /// <summary>Mail is read on several devices.</summary>
    SeveralDevices,

    /// <summary>Several people read it.</summary>
    SeveralPeople,

    /// <summary>Webmail is used.</summary>
    Webmail,

    /// <summary>The device holds the only copy in the end.</summary>
    OnlyCopy,

    /// <summary>The server deletes after some days.</summary>
    ServerDeletes,

    /// <summary>The server may delete what was fetched.</summary>
    DeletedWhenFetched,

    /// <summary>Much mail comes.</summary>
    MuchMail,

    /// <summary>It is a safety net between two backups.</summary>
    SafetyNet,

    /// <summary>The server is full.</summary>
    Quota,

    /// <summary>Without UIDL it would be fetched again and again.</summary>
    NoUidl,

    /// <summary>POP3 shows the Inbox only.</summary>
    InboxOnly,

    /// <summary>The mailbox is large.</summary>
    LargeMailbox,

    /// <summary>Fetching the Inbox would not make enough room.</summary>
    FetchingFreesTooLittle,
}
