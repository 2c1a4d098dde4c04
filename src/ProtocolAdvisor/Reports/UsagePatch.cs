using System.Globalization;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Advice;

namespace ProtocolAdvisor.Reports;

/// <summary>Another answer, as a merge patch (RFC 7396) of <c>usage</c>: only what changes is there, so that it can be laid over the answers that were sent.</summary>
public sealed record UsagePatch
{
    /// <summary>Devices that read the mailbox.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? Devices { get; init; }

    /// <summary>People who read the mailbox.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? People { get; init; }

    /// <summary>Whether webmail is used beside the client.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? Webmail { get; init; }

    /// <summary>Whether mail is sorted into folders on the server.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public bool? ServerFolders { get; init; }

    /// <summary>What matters more.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Priority? Priority { get; init; }

    /// <summary>Whether the device is backed up.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Backup? Backup { get; init; }

    /// <summary>The patch that answers a question so.</summary>
    /// <param name="question">One that <see cref="WhatIf"/> asks.</param>
    /// <param name="answer">The answer, as JSON would write it.</param>
    internal static UsagePatch Of(OpenPoint question, string answer) => question switch
    {
        OpenPoint.Devices => new() { Devices = int.Parse(answer, CultureInfo.InvariantCulture) },
        OpenPoint.People => new() { People = int.Parse(answer, CultureInfo.InvariantCulture) },
        OpenPoint.Webmail => new() { Webmail = bool.Parse(answer) },
        OpenPoint.ServerFolders => new() { ServerFolders = bool.Parse(answer) },
        OpenPoint.Priority => new() { Priority = Enum.Parse<Priority>(answer, ignoreCase: true) },
        OpenPoint.Backup => new() { Backup = Enum.Parse<Backup>(answer, ignoreCase: true) },
        _ => throw new ArgumentOutOfRangeException(nameof(question)),
    };
}
