using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>What the survey may ask, as the server's capabilities say.</summary>
/// <param name="ListStatus">Whether a list of folders brings their counts along (RFC 5819).</param>
/// <param name="ListSpecialUse">Whether it takes the wish for special uses (RFC 6154 §2).</param>
/// <param name="StatusSize">Whether STATUS sums sizes up (RFC 8438).</param>
/// <param name="Namespaces">Whether NAMESPACE is there (RFC 2342).</param>
/// <param name="Quota">Whether GETQUOTAROOT is there (RFC 9208).</param>
/// <param name="Literals">Whether literals may be sent without being asked for (RFC 7888).</param>
internal sealed record SurveyOffer(bool ListStatus, bool ListSpecialUse, bool StatusSize, bool Namespaces, bool Quota, bool Literals);

/// <summary>
/// A first look at a mailbox in as few round trips as can be: the Inbox, the quota and the list of folders in one, then the counts that the list did not bring, many in
/// one write. What one folder refuses takes nothing from the others. The Inbox is examined, not selected: nothing changes.
/// </summary>
internal sealed class ImapSurvey(ImapExchange exchange, SurveyOffer offer)
{
    private const string Everything = "*";
    private const int MaxAsked = 2_000;
    private const int FirstWindow = 16;
    private const int LargestWindow = 64;

    // A server that waits for its answers to be read must not be waited for by our own write.
    private const int MaxWindowCharacters = 16 << 10;
    private static readonly TimeSpan Swift = TimeSpan.FromSeconds(1);

    private readonly ImapNamespaces _namespaces = new();
    private readonly ImapQuota _quota = new();
    private readonly Dictionary<string, FolderCount> _folders = [];
    private readonly Dictionary<string, (long? Messages, long? Bytes)> _told = [];
    private readonly HashSet<string> _asked = [];
    private readonly HashSet<string> _askedForSize = [];
    private List<FolderCount>? _own;
    private bool _sizes = offer.StatusSize;
    private long? _opened;
    private UnexpectedReplyException? _refusal;

    /// <summary>The Inbox; its count is null until it is known.</summary>
    internal FolderCount Inbox => Current(new FolderCount(ImapFolder.Inbox, true, FolderRole.Own, null, null, FolderUse.Inbox));

    /// <summary>The user's folders, the Inbox first; null until they are listed.</summary>
    internal IReadOnlyList<FolderCount>? Folders => _own is null ? null : [Inbox, .. _own.Select(Current)];

    /// <summary>Folders that were listed and are not the user's: other users', and everybody's; null until they are listed.</summary>
    internal int? Foreign { get; private set; }

    /// <summary>The fullest storage quota.</summary>
    internal Quota? Storage => _quota.Storage;

    /// <summary>The fullest quota of messages.</summary>
    internal MessageQuota? MessageQuota => _quota.Messages;

    /// <summary>The first look: one round trip, and one more where the list has to be asked for again.</summary>
    /// <param name="learned">Told as more becomes known.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task LookAsync(Action learned, CancellationToken token)
    {
        ImapCommand?[] commands =
        [
            offer.Namespaces ? ImapCommand.Plain("NAMESPACE") : null,
            offer.ListStatus ? null : Status(ImapFolder.Inbox),
            offer.Quota ? ImapCommand.Plain($"GETQUOTAROOT {ImapFolder.Inbox}") : null,
            ImapCommand.Plain($"EXAMINE {ImapFolder.Inbox}"),
            List(Everything, ListsMore),
        ];
        var answers = await exchange.AskAsync([.. commands.OfType<ImapCommand>()], Hear, token, learned);
        var (opened, listed) = (answers[^2], await ListRestAsync(answers[^1], learned, token));
        _refusal = !opened.Ok ? new(FailureKind.MailboxRefused, opened.Text) : !listed.Ok ? new(FailureKind.FolderListRefused, listed.Text) : null;
        if (!listed.Ok) return;
        _own = [.. _folders.Values.Where(x => !x.IsInbox && _namespaces.IsOwn(x.Name))];
        Foreign = _folders.Values.Count(x => !x.IsInbox) - _own.Count;
    }

    /// <summary>Asks for the counts that are missing, window by window, until all are known or it was enough.</summary>
    /// <param name="enough">Whether no more are to be asked for.</param>
    /// <param name="learned">Told as more becomes known.</param>
    /// <param name="clock">Tells how swift the server is.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task CountAsync(Func<bool> enough, Action learned, TimeProvider clock, CancellationToken token)
    {
        for (var size = FirstWindow; !enough() && NextWindow(size) is { Count: > 0 } window;)
        {
            var start = clock.GetTimestamp();
            await exchange.AskAsync([.. window.Select(x => Status(x.Name))], Hear, token, learned);
            if (_sizes && window.TrueForAll(x => _told.GetValueOrDefault(x.Name).Bytes is null)) _sizes = false;
            if (clock.GetElapsedTime(start) < Swift) size = Math.Min(LargestWindow, size * 2);
        }

        learned();
    }

    /// <summary>Whether the Inbox was not opened because the server wants to know who asks (NetEase: "Unsafe Login").</summary>
    internal bool WantsIntroduction => _refusal is { Reply: { } words }
        && SignInRefusal.Known(words, MailProtocol.Imap)?.Reason == SignInReason.AuthClientIdRequired;

    /// <summary>Throws where the Inbox could not be opened or the folders not be listed.</summary>
    /// <exception cref="UnexpectedReplyException">The server's refusal.</exception>
    internal void DemandOpened()
    {
        if (_refusal is not null) throw _refusal;
    }

    private List<FolderCount> NextWindow(int size)
    {
        var (characters, more) = (0, MaxAsked - _asked.Count);
        return
        [
            .. Folders!.Where(x => x.Messages is null && !x.Refused && (_asked.Contains(x.Name) || more-- > 0))
                .Take(size).TakeWhile(x => (characters += x.Name.Length) <= MaxWindowCharacters || characters == x.Name.Length),
        ];
    }

    private FolderCount Current(FolderCount folder)
    {
        var told = _told.GetValueOrDefault(folder.Name);
        var messages = Plausible.Messages(told.Messages);
        var counted = folder with
        {
            Told = told.Messages,
            Messages = messages,
            Bytes = Plausible.Bytes(told.Bytes, messages),
            Refused = messages is null && (told.Messages is not null || ImapFolder.Written(folder.Name, offer.Literals) is null || IsAskedInVain(folder.Name)),
        };
        return folder.IsInbox ? counted.Opened(_opened) : counted;
    }

    // Where a size was asked for too, it is asked once more without.
    private bool IsAskedInVain(string name) => _asked.Contains(name) && !_askedForSize.Contains(name);

    private ImapCommand Status(string name)
    {
        var withSize = _sizes && _asked.Add(name);
        _asked.Add(name);
        if (withSize) _askedForSize.Add(name);
        else _askedForSize.Remove(name);
        var items = withSize ? "(MESSAGES SIZE)" : "(MESSAGES)";
        var isInbox = name == ImapFolder.Inbox;
        return new ImapCommand(
            $"STATUS {(isInbox ? name : ImapFolder.Written(name, offer.Literals))} {items}", $"STATUS {(isInbox ? name : TranscriptRecorder.Hidden)} {items}", !isInbox);
    }

    // Where the wish for more than names was refused, the names alone; and what a list of everything leaves out.
    private async Task<ImapAnswer> ListRestAsync(ImapAnswer listed, Action learned, CancellationToken token)
    {
        List<ImapCommand> more = [.. _namespaces.Apart.Select(prefix => List(prefix + Everything, listed.Ok && ListsMore))];
        if (!listed.Ok && ListsMore) more.Insert(0, List(Everything, extended: false));
        if (more.Count == 0) return listed;
        var answers = await exchange.AskAsync(more, Hear, token, learned);
        return listed.Ok || !ListsMore ? listed : answers[0];
    }

    private bool ListsMore => offer.ListStatus || offer.ListSpecialUse;

    private ImapCommand List(string pattern, bool extended)
    {
        string?[] wishes = [offer.ListSpecialUse ? "SPECIAL-USE" : null, offer.ListStatus ? $"STATUS {(_sizes ? "(MESSAGES SIZE)" : "(MESSAGES)")}" : null];
        var end = extended ? $" RETURN ({string.Join(' ', wishes.OfType<string>())})" : "";
        return new ImapCommand($"LIST \"\" {ImapToken.Quote(pattern)}{end}", $"LIST \"\" {(pattern == Everything ? "\"*\"" : TranscriptRecorder.Hidden)}{end}");
    }

    private void Hear(List<ImapToken> line)
    {
        _namespaces.Hear(line);
        _quota.Hear(line);
        if (ImapFolder.Listed(line) is { } folder) _folders.TryAdd(folder.Name, folder);
        else if (ImapFolder.Counted(line) is { } count) _told[count.Name] = (count.Messages ?? _told.GetValueOrDefault(count.Name).Messages, count.Bytes ?? _told.GetValueOrDefault(count.Name).Bytes);
        else if (line.Count == 3 && line[2].Is("EXISTS")) _opened = line[1].Number;
    }
}
