using System.Buffers;
using System.Globalization;

namespace ProtocolAdvisor.Sessions;

/// <summary>One folder that can hold messages.</summary>
/// <param name="Name">Its name as the server writes it, one character for each byte, so that the server understands it again. It is private
/// and not kept.</param>
/// <param name="IsInbox">Whether it is the Inbox.</param>
/// <param name="Role">What its special use makes of it in a sum over all folders.</param>
/// <param name="Messages">Its messages; null where that was not told, not asked, or not to be believed.</param>
/// <param name="Bytes">Their bytes; null where the server does not sum them, and where its sum is not to be believed.</param>
/// <param name="Use">What it is for.</param>
internal sealed record FolderCount(string Name, bool IsInbox, FolderRole Role, long? Messages, long? Bytes, FolderUse Use = FolderUse.Other)
{
    private const long MayArriveMeanwhile = 10;
    private const long MayArriveInHundred = 1;

    /// <summary>Whether it was asked for its count or its messages, and did not tell them.</summary>
    internal bool Refused { get; init; }

    /// <summary>What STATUS told, believed or not; null where it told nothing.</summary>
    internal long? Told { get; init; }

    /// <summary>What the open folder showed (EXISTS), believed or not; null where it was not opened.</summary>
    internal long? Shown { get; init; }

    /// <summary>Whether what it showed when it was opened is beyond belief: then no message can be asked for by its place.</summary>
    internal bool ShowsNonsense => Shown is not null && Plausible.Messages(Shown) is null;

    /// <summary>Whether the server's numbers contradict each other or sense, by more than the mail that may have come in between.</summary>
    internal bool Disagrees =>
        (Told is not null && Plausible.Messages(Told) is null) || ShowsNonsense || (Told is { } told && Shown is { } shown && AreApart(told, shown));

    /// <summary>
    /// The folder, now that it was opened: what was seen there counts, unless it is implausible. A server's sum over another number of
    /// messages does not count.
    /// </summary>
    internal FolderCount Opened(long? shown) => Plausible.Messages(shown) is not { } seen
        ? this with { Shown = shown }
        : this with { Shown = shown, Messages = seen, Bytes = Messages is { } believed && Fits(believed, seen) ? Bytes : null, Refused = false };

    private static bool Fits(long summed, long seen) => summed > 0 == seen > 0 && !AreApart(summed, seen);

    /// <summary>Whether two counts of one folder differ by more than the mail that may have come or gone in between.</summary>
    internal static bool AreApart(long one, long other) => Math.Abs(one - other) > Math.Max(MayArriveMeanwhile, Math.Max(one, other) / 100 * MayArriveInHundred);
}

/// <summary>A folder's part in a sum (special uses: RFC 6154, RFC 8457).</summary>
internal enum FolderRole
{
    /// <summary>Holds messages of its own.</summary>
    Own,

    /// <summary>Trash or Junk: of its own, and never in <see cref="All"/>.</summary>
    Apart,

    /// <summary>Shows all messages but those of <see cref="Apart"/> folders (Gmail's "All Mail").</summary>
    All,

    /// <summary>Shows a choice of other folders' messages (\Flagged, \Important).</summary>
    View,
}

/// <summary>Reads the lines in which IMAP tells of folders: LIST (RFC 9051 §7.3.1) and STATUS (§7.3.4); writes their names.</summary>
internal static class ImapFolder
{
    /// <summary>The one name that every server knows, in whatever case.</summary>
    internal const string Inbox = "INBOX";

    private static readonly SearchValues<char> AtomCharacters =
        SearchValues.Create("!#$&'+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[^_`abcdefghijklmnopqrstuvwxyz|}~");

    private const int MaxNonSynchronising = 4096; // RFC 7888 §5

    private static readonly (string Attribute, FolderUse Use)[] SpecialUses =
    [
        ("\\Sent", FolderUse.Sent), ("\\Drafts", FolderUse.Drafts), ("\\Trash", FolderUse.Trash), ("\\Junk", FolderUse.Junk), ("\\Archive", FolderUse.Archive),
        ("\\All", FolderUse.All), ("\\AllMail", FolderUse.All), ("\\Spam", FolderUse.Junk),
    ];

    /// <summary>The folder of a LIST line; null for any other line, and for a folder that holds none but other folders.</summary>
    internal static FolderCount? Listed(IReadOnlyList<ImapToken> line)
    {
        if (line.Count < 6 || !line[1].Is("LIST") || !line[2].Is("(")) return null;
        var attributes = line.Skip(3).TakeWhile(x => !x.Is(")")).ToList();
        var name = line.ElementAtOrDefault(attributes.Count + 5);
        bool Has(string attribute) => attributes.Exists(x => x.Is(attribute));
        if (string.IsNullOrEmpty(name.Text) || Has("\\Noselect") || Has("\\NonExistent")) return null;
        return IsInbox(name.Text)
            ? new FolderCount(Inbox, true, FolderRole.Own, null, null, FolderUse.Inbox)
            : new FolderCount(name.Text, false, RoleIn(Has), null, null, SpecialUses.FirstOrDefault(x => Has(x.Attribute)).Use);
    }

    /// <summary>What a STATUS line tells of which folder; null for any other line. Members that it does not tell are null.</summary>
    internal static (string Name, long? Messages, long? Bytes)? Counted(IReadOnlyList<ImapToken> line)
    {
        if (line.Count < 5 || !line[1].Is("STATUS") || !line[3].Is("(")) return null;
        long? Value(string item) => line.Index().FirstOrDefault(x => x.Index > 3 && x.Item.Is(item)) is { Index: > 0 } at ? line.ElementAtOrDefault(at.Index + 1).Number : null;
        return (IsInbox(line[2].Text) ? Inbox : line[2].Text, Value("MESSAGES"), Value("SIZE"));
    }

    /// <summary>The name in a command; null where none can be sent that would be understood.</summary>
    /// <param name="name">The name as the server writes it.</param>
    /// <param name="literals">Whether the server takes literals without being asked for leave (RFC 7888).</param>
    internal static string? Written(string name, bool literals)
    {
        if (name.AsSpan().ContainsAny('\r', '\n', '\0')) return null;
        if (!name.AsSpan().ContainsAnyExcept(AtomCharacters) && name is not "" && !name.Equals("NIL", StringComparison.OrdinalIgnoreCase)) return name;
        var needed = literals && name.Length <= MaxNonSynchronising && name.AsSpan().ContainsAnyExceptInRange(' ', '~');
        return needed ? string.Create(CultureInfo.InvariantCulture, $"{{{name.Length}+}}\r\n{name}") : ImapToken.Quote(name);
    }

    private static bool IsInbox(string name) => name.Equals(Inbox, StringComparison.OrdinalIgnoreCase);

    private static FolderRole RoleIn(Func<string, bool> has) =>
        has("\\All") || has("\\AllMail") ? FolderRole.All
        : has("\\Flagged") || has("\\Important") || has("\\Starred") ? FolderRole.View
        : has("\\Trash") || has("\\Junk") || has("\\Spam") ? FolderRole.Apart : FolderRole.Own;
}
