using System.Text.Json.Serialization;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>How the mailbox is, or will be, used: the user's own answers. What is not said is not assumed; it lowers confidence.</summary>
public sealed record Usage
{
    /// <summary>What is set up now: where it is not what is recommended, the plan has the way there.</summary>
    public AccountToday? Today { get; init; }

    /// <summary>Devices that read the mailbox, 1 or more.</summary>
    public int? Devices { get; init; }

    /// <summary>People who read the mailbox, 1 or more.</summary>
    public int? People { get; init; }

    /// <summary>Whether webmail is used beside the client.</summary>
    public bool? Webmail { get; init; }

    /// <summary>Whether mail must be readable without a connection.</summary>
    public bool? OfflineReading { get; init; }

    /// <summary>Whether mail is sorted into folders on the server.</summary>
    public bool? ServerFolders { get; init; }

    /// <summary>What matters more; null is derived from the rest.</summary>
    public Priority? Priority { get; init; }

    /// <summary>Whether the device is backed up.</summary>
    public Backup? Backup { get; init; }

    /// <summary>New messages a day, 0 or more.</summary>
    public int? NewMessagesPerDay { get; init; }

    /// <summary>The user's own line; without it forecasts use the line that was measured.</summary>
    public UserLink? Link { get; init; }
}

/// <summary>How the mailbox is set up in the user's mail programs now.</summary>
[JsonConverter(typeof(CamelCase<AccountToday>))]
public enum AccountToday
{
    /// <summary>With POP3.</summary>
    Pop3,

    /// <summary>With IMAP.</summary>
    Imap,

    /// <summary>Not yet.</summary>
    None,
}

/// <summary>What matters more to the user.</summary>
[JsonConverter(typeof(CamelCase<Priority>))]
public enum Priority
{
    /// <summary>Speed on one device.</summary>
    Speed,

    /// <summary>The same mailbox everywhere.</summary>
    Flexibility,
}

/// <summary>Whether the user's device is backed up.</summary>
[JsonConverter(typeof(CamelCase<Backup>))]
public enum Backup
{
    /// <summary>Not now.</summary>
    None,

    /// <summary>Regularly.</summary>
    Regular,

    /// <summary>It cannot be.</summary>
    Impossible,
}
