using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>Adds folders up to a mailbox: what the server sums, what was read message by message, and an estimate for what was neither.</summary>
internal sealed class MailboxSize(IReadOnlyList<FolderCount> folders)
{
    private readonly Dictionary<FolderCount, IReadOnlyList<MessageSize>> _read = [];

    // Where one folder shows all messages (Gmail's "All Mail"), it stands for the others, and only what it leaves out is added.
    private readonly List<FolderCount> _counted = [.. folders.Any(folder => folder.Role == FolderRole.All)
        ? folders.Where(folder => folder.Role is FolderRole.All or FolderRole.Apart)
        : folders.Where(folder => folder.Role != FolderRole.View)];

    /// <summary>The Inbox; null where none was listed.</summary>
    internal FolderCount? Inbox => folders.FirstOrDefault(folder => folder.IsInbox);

    /// <summary>Folders that hold messages of their own, the Inbox included.</summary>
    internal int Folders => folders.Count(folder => folder.Role is FolderRole.Own or FolderRole.Apart);

    /// <summary>The messages that were read, of the folders that make up the sum.</summary>
    internal IEnumerable<MessageSize> Read => _read.Where(x => _counted.Contains(x.Key)).SelectMany(x => x.Value);

    /// <summary>How much larger the whole is than what was read; 1 when all was.</summary>
    internal double Scale => ReadBytes > 0 && Bytes > ReadBytes ? Bytes.Value / (double)ReadBytes : 1;

    /// <summary>Messages in all folders that answered.</summary>
    internal long Messages => _counted.Sum(folder => folder.Messages ?? 0);

    /// <summary>Where <see cref="Bytes"/> comes from; null while nothing is known.</summary>
    internal SizeBasis? Basis =>
        _counted.All(folder => folder.Bytes is not null || folder.Messages == 0) ? SizeBasis.StatusSize
        : _counted.All(IsKnown) ? SizeBasis.Summed
        : _read.Count > 0 ? SizeBasis.Sampled : null;

    /// <summary>Bytes in all folders; folders of which only the count is known are taken at the mean size of the messages read.</summary>
    internal long? Bytes
    {
        get
        {
            if (Basis is null) return null;
            var sizes = Read.Select(x => x.Bytes).DefaultIfEmpty(0).Average();
            return _counted.Sum(folder => BytesOf(folder) ?? (long)((folder.Messages ?? 0) * sizes));
        }
    }

    private long ReadBytes => Read.Sum(x => x.Bytes);

    /// <summary>Notes the messages of a folder.</summary>
    internal void Add(FolderCount folder, IReadOnlyList<MessageSize> messages) => _read[folder] = messages;

    /// <summary>Bytes of one folder, summed by the server or from all or a part of its messages; null when unknown.</summary>
    internal long? BytesOf(FolderCount folder)
    {
        if (folder.Bytes is not null || folder.Messages == 0) return folder.Bytes ?? 0;
        if (!_read.TryGetValue(folder, out var messages) || messages.Count == 0) return null;
        return (long)(messages.Sum(x => x.Bytes) * ((folder.Messages ?? messages.Count) / (double)messages.Count));
    }

    /// <summary>The folders still worth reading: the largest first, until nine tenths of the mailbox are read.</summary>
    internal IEnumerable<FolderCount> Unread()
    {
        foreach (var folder in _counted.OrderByDescending(folder => folder.Bytes ?? folder.Messages ?? 0))
        {
            if (_read.Count > 0 && ReadShare >= EnoughShare && Basis != SizeBasis.Sampled) yield break;
            if (!_read.ContainsKey(folder) && folder.Messages > 0) yield return folder;
        }
    }

    private const double EnoughShare = 0.9;

    private double ReadShare => Bytes is > 0 ? ReadBytes / (double)Bytes.Value : 0;

    private bool IsKnown(FolderCount folder) =>
        folder.Bytes is not null || folder.Messages == 0 || (_read.TryGetValue(folder, out var messages) && messages.Count == folder.Messages);
}
