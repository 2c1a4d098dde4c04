using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Measurement;

/// <summary>
/// Adds folders up to a mailbox: what the server sums, what was read message by message, and an estimate for what was neither. Messages are summed up as they
/// come and not kept: a result is told after every folder, and there may be hundreds of thousands of messages.
/// </summary>
/// <param name="folders">All folders, counted or not.</param>
/// <param name="asOf">The instant to look back from.</param>
internal sealed class MailboxSize(IReadOnlyList<FolderCount> folders, DateTimeOffset asOf)
{
    private const double EnoughShare = 0.9;
    private const int MostLargest = 12;
    private const int MostDifferences = 12;
    private readonly List<FolderCount> _folders = [.. folders];
    private readonly Dictionary<string, Sum> _read = [];
    private List<FolderCount> _counted = MakingUpTheSum(folders);
    private readonly Growth _growth = new(asOf);
    private readonly SizeHistogram _sizes = new();
    private Sum _whole;

    private readonly record struct Sum(long Messages, long Bytes)
    {
        // No estimate is larger than a sum that is believed, so that estimates cannot overflow either.
        internal long ScaledTo(long messages) => Messages == 0 ? 0 : (long)Math.Min(Plausible.MaxBytes, Bytes * (messages / (double)Messages));
    }

    /// <summary>Folders that hold messages of their own, the Inbox included; null where none was listed.</summary>
    internal int? Folders => _folders.Count == 0 ? null : _folders.Count(HasItsOwn);

    /// <summary>Those of the folders whose count is known; null where none was listed.</summary>
    internal int? FoldersCounted => _folders.Count == 0 ? null : _folders.Count(folder => HasItsOwn(folder) && folder.Messages is not null);

    /// <summary>Those of the folders that did not tell their count, or did not let their messages be read, when they were asked; null where none was listed.</summary>
    internal int? FoldersRefused => _folders.Count == 0 ? null : _folders.Count(folder => HasItsOwn(folder) && folder.Refused);

    /// <summary>Those of the folders that answered with a count above 0; null when none answered.</summary>
    internal int? FilledFolders => _counted.Count == 0 ? null : _folders.Count(folder => HasItsOwn(folder) && folder.Messages > 0);

    /// <summary>Messages in folders of the user's own making; null when no folder answered. One that two folders show, as Gmail's labels do, counts once for each.</summary>
    internal long? SortedMessages => _counted.Count == 0 ? null
        : _folders.Where(folder => folder is { Role: FolderRole.Own, Use: FolderUse.Other } && !CustomaryFolders.Has(folder.Name)).Sum(folder => folder.Messages ?? 0);

    /// <summary>Whether a folder that belongs to the sum is not in it, for nobody knows its count: then the sum is a lower bound.</summary>
    internal bool IsPart => MakingUp(_folders).Any(folder => folder.Messages is null);

    /// <summary>Where the server's own counts contradict each other or sense.</summary>
    internal IReadOnlyList<CountDifference> Differences =>
        [.. _folders.Where(folder => folder.Disagrees).Take(MostDifferences).Select(folder => new CountDifference(folder.Use, folder.Told, folder.Shown))];

    /// <summary>The largest folders that hold messages, the largest first; one of unknown size stands where the mean size of the messages read puts it.</summary>
    internal IReadOnlyList<FolderSize> LargestFolders =>
    [
        .. _folders.Where(folder => folder.Messages > 0 && folder.Role != FolderRole.View)
            .OrderByDescending(folder => BytesOf(folder) ?? _whole.ScaledTo(folder.Messages!.Value)).ThenByDescending(folder => folder.Messages)
            .Take(MostLargest).Select(folder => new FolderSize(folder.Use, folder.Messages!.Value, BytesOf(folder))),
    ];

    /// <summary>Messages whose size, as the server told it, is not to be believed; they are taken at the mean size of the others.</summary>
    internal int ImplausibleSizes { get; private set; }

    /// <summary>Messages in all folders that answered; null when none did.</summary>
    internal long? Messages => _counted.Count == 0 ? null : _counted.Sum(folder => folder.Messages!.Value);

    /// <summary>The largest message read; null when none was.</summary>
    internal long? Largest { get; private set; }

    /// <summary>The size that this share of the messages read does not exceed; null when none was.</summary>
    internal long? Percentile(double share) => _sizes.Percentile(share);

    /// <summary>Where <see cref="Bytes"/> comes from; null while nothing is known.</summary>
    internal SizeBasis? Basis =>
        _counted.Count == 0 ? null
        : _counted.TrueForAll(IsSummed) ? SizeBasis.StatusSize
        : _counted.TrueForAll(folder => IsSummed(folder) || WasReadWhole(folder)) ? SizeBasis.Summed
        : _read.Count > 0 ? SizeBasis.Sampled : null;

    /// <summary>What the report says of it: with a folder that could not be counted, the whole is a part, however exactly that is known.</summary>
    internal SizeBasis? ToldBasis => Basis is not null && IsPart ? SizeBasis.Sampled : Basis;

    /// <summary>Bytes in all folders that answered; those of which only the count is known are taken at the mean size of the messages read.</summary>
    internal long? Bytes => Basis is null ? null : _counted.Sum(folder => BytesOf(folder) ?? _whole.ScaledTo(folder.Messages!.Value));

    /// <summary>Bytes that a month adds to the whole, as far as the messages read tell; null when they tell nothing.</summary>
    internal long? GrowthBytesPerMonth => (long?)(_growth.BytesPerMonth * Scale);

    /// <summary>More is known of a folder.</summary>
    internal void Replace(FolderCount folder)
    {
        var at = _folders.FindIndex(x => x.Name == folder.Name);
        if (at < 0) return;
        _folders[at] = folder;
        _counted = MakingUpTheSum(_folders);
    }

    /// <summary>Notes the messages of a folder.</summary>
    internal void Add(FolderCount folder, IReadOnlyList<MessageSize> messages)
    {
        List<MessageSize> believed = [.. messages.Where(message => message.Bytes <= Plausible.MaxMessageBytes)];
        var sum = believed.Aggregate(default(Sum), (so, message) => new Sum(so.Messages + 1, so.Bytes + message.Bytes));
        ImplausibleSizes += messages.Count - believed.Count;
        _read[folder.Name] = sum;
        if (!_counted.Contains(folder)) return;
        _whole = new Sum(_whole.Messages + sum.Messages, _whole.Bytes + sum.Bytes);
        foreach (var message in believed)
        {
            Largest = Math.Max(Largest ?? 0, message.Bytes);
            _sizes.Add(message.Bytes);
            if (message.Arrived is { } arrived) _growth.Add(message.Bytes, arrived);
        }
    }

    /// <summary>Bytes of one folder, summed by the server or from all or a part of its messages; null when unknown.</summary>
    internal long? BytesOf(FolderCount folder) =>
        IsSummed(folder) ? folder.Bytes ?? 0
        : folder.Messages is not { } messages || !_read.TryGetValue(folder.Name, out var sum) || sum.Messages == 0 ? null
        : WasReadWhole(folder) ? sum.Bytes : sum.ScaledTo(messages);

    /// <summary>Whether <see cref="BytesOf"/> is reckoned from a part of the folder's messages.</summary>
    internal bool IsEstimated(FolderCount folder) => BytesOf(folder) is not null && !IsSummed(folder) && !WasReadWhole(folder);

    /// <summary>The folder most worth reading next: the largest that was not; null once nine tenths of the mailbox are read and nothing is estimated.</summary>
    internal FolderCount? NextUnread()
    {
        if (_read.Count > 0 && Bytes is > 0 and var bytes && _whole.Bytes >= EnoughShare * bytes && Basis != SizeBasis.Sampled) return null;
        return UnreadFolders.MaxBy(Weight);
    }

    /// <summary>Those of the folders most worth reading next that are to be read together: so many at most, and so many messages.</summary>
    internal IReadOnlyList<FolderCount> Unread(int mostFolders, long mostMessages)
    {
        var (chosen, bytes, messages) = (new List<FolderCount>(), _whole.Bytes, 0L);
        if (NextUnread() is null) return chosen;
        var (isEstimated, all) = (Basis is SizeBasis.Sampled or null, Bytes ?? 0);
        foreach (var folder in UnreadFolders.OrderByDescending(Weight).Take(mostFolders))
        {
            if ((!isEstimated && bytes >= EnoughShare * all) || (messages += folder.Messages!.Value) > mostMessages) break;
            chosen.Add(folder);
            bytes += folder.Bytes ?? 0;
        }

        return chosen;
    }

    private IEnumerable<FolderCount> UnreadFolders => _counted.Where(folder => folder.Messages > 0 && !folder.Refused && !_read.ContainsKey(folder.Name));

    private static long Weight(FolderCount folder) => folder.Bytes ?? folder.Messages!.Value;

    // How much larger the whole is than what was read; 1 when all was.
    private double Scale => _whole.Bytes > 0 && Bytes is { } bytes && bytes > _whole.Bytes ? bytes / (double)_whole.Bytes : 1;

    // Where one folder shows all messages (Gmail's "All Mail"), it stands for the others, and only what it leaves out is added.
    private static IEnumerable<FolderCount> MakingUp(IReadOnlyList<FolderCount> folders) => folders.Any(folder => folder is { Role: FolderRole.All, Messages: not null })
        ? folders.Where(folder => folder.Role is FolderRole.All or FolderRole.Apart)
        : folders.Where(HasItsOwn);

    private static List<FolderCount> MakingUpTheSum(IReadOnlyList<FolderCount> folders) => [.. MakingUp(folders).Where(folder => folder.Messages is not null)];

    private static bool HasItsOwn(FolderCount folder) => folder.Role is FolderRole.Own or FolderRole.Apart;

    private static bool IsSummed(FolderCount folder) => folder.Bytes is not null || folder.Messages == 0;

    // At least: a message may have come between the count and the reading.
    private bool WasReadWhole(FolderCount folder) => _read.TryGetValue(folder.Name, out var sum) && sum.Messages >= folder.Messages;
}
