using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Providers;

/// <summary>How much the provider allows; what is above is refused for a while.</summary>
public sealed record LimitFact : ProviderFact
{
    /// <summary>What is counted.</summary>
    public required LimitKind Kind { get; init; }

    /// <summary>How many are allowed.</summary>
    public required long Amount { get; init; }
}

/// <summary>What a provider counts.</summary>
[JsonConverter(typeof(CamelCase<LimitKind>))]
public enum LimitKind
{
    /// <summary>Connections to one mailbox at once.</summary>
    ConnectionsPerMailbox,

    /// <summary>Connections from one address at once.</summary>
    ConnectionsPerAddress,

    /// <summary>Sign-ins in an hour.</summary>
    SignInsPerHour,

    /// <summary>Megabytes that may be fetched in a day.</summary>
    DownloadMegabytesPerDay,

    /// <summary>Megabytes that may be put in by IMAP in a day.</summary>
    UploadMegabytesPerDay,

    /// <summary>Messages that may be sent in a day.</summary>
    MessagesSentPerDay,
}
