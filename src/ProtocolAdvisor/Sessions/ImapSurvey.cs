using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// A first look at a mailbox in as few round trips as can be: the Inbox, the quota and the list of folders in one, which may ride behind the sign-in; then the counts that the
/// list did not bring, many in one write. What one folder refuses takes nothing from the others. The Inbox is examined, not selected: nothing changes.
/// </summary>
/// <param name="exchange">Asks.</param>
/// <param name="offer">What may be asked, as far as is known by now.</param>
internal sealed class ImapSurvey(ImapExchange exchange, Func<SurveyOffer> offer)
{
    private const string Everything = "*";
    private const string Return = " RETURN (";
    private const int MaxAsked = 2_000;
    private const int FirstWindow = 16;
    private const int LargestWindow = 64;

    // The first look, what it was wrong about, folders beside the list of everything, and one more for a server that contradicts itself.
    private const int MaxLooks = 4;

    // A server that waits for its answers to be read must not be waited for by our own write.
    private const int MaxWindowCharacters = 16 << 10;
    private static readonly TimeSpan Swift = TimeSpan.FromSeconds(1);

    private readonly ImapNamespaces _namespaces = new();
    private readonly ImapQuota _quota = new();
    private readonly Dictionary<string, FolderCount> _folders = [];
    private readonly Dictionary<string, (long? Messages, long? Bytes)> _told = [];
    private readonly HashSet<string> _asked = [];
    private readonly HashSet<string> _askedForSize = [];
    private readonly HashSet<string> _sent = [];
    private List<FolderCount>? _own;
    private bool _sumsNoSizes;
    private long? _opened;
    private ImapAnswer? _examined;
    private ImapAnswer? _listed;
    private string _listedWith = "";

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

    /// <summary>The questions of the first look, as far as they were not asked yet: the Inbox, the quota, and the list of folders.</summary>
    internal IReadOnlyList<ImapCommand> Questions()
    {
        var may = offer();
        List<ImapCommand> commands = [];
        if (may.Namespaces && _sent.Add("NAMESPACE")) commands.Add(ImapCommand.Plain("NAMESPACE"));
        if (!may.ListStatus && IsInboxToBeCounted()) commands.Add(Status(ImapFolder.Inbox));
        if (may.Quota && _sent.Add("GETQUOTAROOT")) commands.Add(ImapCommand.Plain($"GETQUOTAROOT {ImapFolder.Inbox}"));
        if (_sent.Add(Examine)) commands.Add(ImapCommand.Plain(Examine));
        commands.AddRange(_namespaces.Apart.Where(prefix => _sent.Add($"apart {prefix}")).Select(prefix => List(prefix + Everything, _listedWith)));
        if (ListOfAll(may) is { } list) commands.Add(list);
        return commands;
    }

    /// <summary>The first look: one round trip, and one more where the server turns out to offer something else than was presumed.</summary>
    /// <param name="ahead">The first questions, where they have gone already; null where not.</param>
    /// <param name="learned">Told as more becomes known.</param>
    /// <param name="token">The step's limit.</param>
    internal async Task LookAsync(ImapBatch? ahead, Action learned, CancellationToken token)
    {
        if (ahead is not null) Note(ahead.Commands, await exchange.ReadAsync(ahead, Hear, token, learned));
        for (var look = 0; look < MaxLooks && Questions() is { Count: > 0 } questions; look++) Note(questions, await exchange.AskAsync(questions, Hear, token, learned));
        if (_listed is not { Ok: true }) return;
        _own = [.. _folders.Values.Where(x => !x.IsInbox && _namespaces.IsOwn(x.Name))];
        Foreign = _folders.Values.Count(x => !x.IsInbox) - _own.Count;
    }

    /// <summary>Notes an untagged line.</summary>
    internal void Hear(List<ImapToken> line)
    {
        _namespaces.Hear(line);
        _quota.Hear(line);
        if (ImapFolder.Listed(line) is { } folder) _folders.TryAdd(folder.Name, folder);
        else if (ImapFolder.Counted(line) is { } count) _told[count.Name] = (count.Messages ?? _told.GetValueOrDefault(count.Name).Messages, count.Bytes ?? _told.GetValueOrDefault(count.Name).Bytes);
        else if (line.Count == 3 && line[2].Is("EXISTS")) _opened = line[1].Number;
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
            if (SumsSizes && window.TrueForAll(x => _told.GetValueOrDefault(x.Name).Bytes is null)) _sumsNoSizes = true;
            if (clock.GetElapsedTime(start) < Swift) size = Math.Min(LargestWindow, size * 2);
        }

        learned();
    }

    /// <summary>Whether the Inbox was not opened because the server wants to know who asks (NetEase: "Unsafe Login").</summary>
    internal bool WantsIntroduction => Refusal is { Reply: { } words }
        && SignInRefusal.Known(words, MailProtocol.Imap)?.Reason == SignInReason.AuthClientIdRequired;

    /// <summary>Throws where the Inbox could not be opened or the folders not be listed.</summary>
    /// <exception cref="UnexpectedReplyException">The server's refusal.</exception>
    internal void DemandOpened()
    {
        if (Refusal is { } refusal) throw refusal;
    }

    private static string Examine => $"EXAMINE {ImapFolder.Inbox}";

    private bool SumsSizes => offer().StatusSize && !_sumsNoSizes;

    private UnexpectedReplyException? Refusal =>
        _examined is { Ok: false } ? new(FailureKind.MailboxRefused, _examined.Text) : _listed is { Ok: false } ? new(FailureKind.FolderListRefused, _listed.Text) : null;

    private void Note(IReadOnlyList<ImapCommand> commands, IReadOnlyList<ImapAnswer> answers)
    {
        foreach (var (command, answer) in commands.Zip(answers))
        {
            if (command.Text == Examine) _examined = answer;
            else if (IsListOfAll(command) && _listed is not { Ok: true }) (_listed, _listedWith) = (answer, answer.Ok ? WishesIn(command) : "");
        }
    }

    // Where the list does not bring its count along; and once more, where sizes turn out to be summed.
    private bool IsInboxToBeCounted()
    {
        if (!_asked.Contains(ImapFolder.Inbox)) return !_told.ContainsKey(ImapFolder.Inbox);
        return SumsSizes && !_askedForSize.Contains(ImapFolder.Inbox) && _sent.Add("size") && _asked.Remove(ImapFolder.Inbox);
    }

    // With all that may be wished for, and again where more may be; the names alone, where that was refused.
    private ImapCommand? ListOfAll(SurveyOffer may)
    {
        var best = Wishes(may);
        string[] forms = _listed is not { Ok: true } ? [best, ""] : best.Split(' ').Except(_listedWith.Split(' ')).Any() ? [best] : [];
        return forms.Select(wishes => List(Everything, wishes)).FirstOrDefault(x => _sent.Add(x.Text));
    }

    private static string WishesIn(ImapCommand list) => list.Text.IndexOf(Return, StringComparison.Ordinal) is >= 0 and var at ? list.Text[(at + Return.Length)..^1] : "";

    private static bool IsListOfAll(ImapCommand command) => command.Text.StartsWith($"LIST \"\" \"{Everything}\"", StringComparison.Ordinal);

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
            Refused = messages is null && (told.Messages is not null || ImapFolder.Written(folder.Name, offer().Literals) is null || IsAskedInVain(folder.Name)),
        };
        return folder.IsInbox ? counted.Opened(_opened) : counted;
    }

    // Where a size was asked for too, it is asked once more without.
    private bool IsAskedInVain(string name) => _asked.Contains(name) && !_askedForSize.Contains(name);

    private ImapCommand Status(string name)
    {
        var withSize = SumsSizes && _asked.Add(name);
        _asked.Add(name);
        if (withSize) _askedForSize.Add(name);
        else _askedForSize.Remove(name);
        var items = withSize ? "(MESSAGES SIZE)" : "(MESSAGES)";
        var isInbox = name == ImapFolder.Inbox;
        return new ImapCommand(
            $"STATUS {(isInbox ? name : ImapFolder.Written(name, offer().Literals))} {items}", $"STATUS {(isInbox ? name : TranscriptRecorder.Hidden)} {items}", !isInbox);
    }

    // What a list is to bring along (RFC 5258 §3, 5819, 6154).
    private static string Wishes(SurveyOffer may)
    {
        string?[] wishes = [may.ListSpecialUse ? "SPECIAL-USE" : null, may.ListStatus ? $"STATUS {(may.StatusSize ? "(MESSAGES SIZE)" : "(MESSAGES)")}" : null];
        return string.Join(' ', wishes.OfType<string>());
    }

    private static ImapCommand List(string pattern, string wishes)
    {
        var end = wishes.Length > 0 ? $"{Return}{wishes})" : "";
        return new ImapCommand($"LIST \"\" {ImapToken.Quote(pattern)}{end}", $"LIST \"\" {(pattern == Everything ? "\"*\"" : TranscriptRecorder.Hidden)}{end}");
    }
}
