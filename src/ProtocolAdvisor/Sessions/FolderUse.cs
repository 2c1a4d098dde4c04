using System.Text.Json.Serialization;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What a folder is for: the Inbox, or its special use (RFC 6154).</summary>
[JsonConverter(typeof(CamelCase<FolderUse>))]
public enum FolderUse
{
    /// <summary>Of no special use, or of none that the server tells.</summary>
    Other,

    /// <summary>The Inbox.</summary>
    Inbox,

    /// <summary>Sent messages.</summary>
    Sent,

    /// <summary>Drafts.</summary>
    Drafts,

    /// <summary>Deleted messages.</summary>
    Trash,

    /// <summary>Spam.</summary>
    Junk,

    /// <summary>An archive.</summary>
    Archive,

    /// <summary>All messages, those of other folders included.</summary>
    All,
}
