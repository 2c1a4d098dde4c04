using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>Something that POP3 does otherwise at this provider than a user expects.</summary>
public sealed record Pop3Fact : ProviderFact
{
    /// <summary>What it does.</summary>
    public required Pop3Trait Trait { get; init; }

    /// <summary>How much, in the unit that the trait names; null for a trait without one.</summary>
    public int? Amount { get; init; }
}

/// <summary>Peculiarities of POP3.</summary>
[JsonConverter(typeof(CamelCase<Pop3Trait>))]
public enum Pop3Trait
{
    /// <summary>Lists only the messages of the last <see cref="Pop3Fact.Amount"/> days, unless the user sets otherwise.</summary>
    ListsRecentDays,

    /// <summary>Lists at most the <see cref="Pop3Fact.Amount"/> messages that came last.</summary>
    ListsRecentMessages,

    /// <summary>The user chooses whether all mail is listed, or only what comes from now on.</summary>
    ListsFromSwitchingOn,

    /// <summary>A message that one program has fetched is not listed to others (Gmail, without "recent:" before the user name).</summary>
    ListsUnfetchedOnly,

    /// <summary>Messages that were sent are listed beside those that came.</summary>
    ListsSentMail,

    /// <summary>Lists the messages of more folders than the Inbox.</summary>
    ListsOtherFolders,

    /// <summary>Messages in the spam folder are never listed.</summary>
    LeavesOutSpam,

    /// <summary>RETR marks a message as read for every other program.</summary>
    FetchingMarksRead,

    /// <summary>RETR alone may remove a message from the mailbox: what happens to it is the account's setting, not the program's.</summary>
    FetchingMayRemove,

    /// <summary>DELE is not obeyed: what happens to a message that was fetched is the account's setting, not the program's.</summary>
    AccountDecidesDeletion,

    /// <summary>The provider deletes messages <see cref="Pop3Fact.Amount"/> days after they came or were fetched.</summary>
    DeletesAfterDays,

    /// <summary>Asking for mail more often than every <see cref="Pop3Fact.Amount"/> minutes is refused.</summary>
    MinutesBetweenChecks,
}
