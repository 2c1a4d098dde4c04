using System.Globalization;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Dialing.Wire;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Writes to the transcript of an IMAP session what may be shown. Commands, counts and what servers say about themselves are shown; sign-in
/// data, folder names, keywords, the contents of literals and whatever else is not known to be harmless are not. Of a reply's untagged
/// lines the first eight are told.
/// </summary>
internal sealed partial class ImapTranscript(TranscriptRecorder recorder)
{
    private const int ToldOfReply = 8;
    private int _untagged;
    private long _literal;

    // Whether the command is about a folder other than the Inbox: a server's words on it may well name it.
    private bool _elsewhere;

    /// <summary>
    /// The server's goodbye (RFC 9051 §7.1.5): it may come at any time, and may say why; null where there was none.
    /// </summary>
    internal string? Goodbye { get; private set; }

    /// <summary>We have sent these commands of our own, together.</summary>
    internal void Asked(IReadOnlyList<(string Tag, ImapCommand Command)> commands)
    {
        foreach (var (tag, command) in commands) recorder.Client($"{tag} {command.Shown}");
        _elsewhere = commands.Any(x => x.Command.Elsewhere);
    }

    /// <summary>
    /// The server has sent this line; where <paramref name="bodyFollows"/>, a message body follows that is not written down.
    /// </summary>
    internal void Heard(ReadOnlySpan<byte> line, bool bodyFollows)
    {
        if (_literal > 0)
        {
            _literal -= line.TrimEnd((byte)'\r').Length + 2;
            return;
        }

        line = line.TrimEnd((byte)'\r');
        if (!bodyFollows && line.EndsWith("}"u8)) _literal = LiteralSize(line);
        if (!line.IsEmpty && char.IsAsciiLetter((char)line[0])) _untagged = 0;
        Note(ServerText.Decode(line));
        if (line.StartsWith("*"u8) && ++_untagged > ToldOfReply) recorder.LeaveOut(1);
        else if (Reply(ServerText.Decode(line)) is { } shown) recorder.Server(shown);
    }

    // What must not be missed, whatever the transcript has room for. An answer about another folder may name it.
    private void Note(string line)
    {
        var untagged = line.StartsWith("* ", StringComparison.Ordinal);
        if (untagged || !_elsewhere) recorder.Alerts.Hear(line);
        if (untagged && line.StartsWith("* BYE", StringComparison.OrdinalIgnoreCase)) Goodbye = line;
    }

    // Null for the rest of a line that had a literal in it.
    private string? Reply(string line)
    {
        if (line.StartsWith('+') || Harmless().IsMatch(line)) return line;
        var status = Status().Match(line);
        if (status.Success && _elsewhere) return $"{status.Groups[1].Value} {(status.Groups[2].Success ? status.Groups[2].Value + "] " : "")}{TranscriptRecorder.Hidden}";
        if (status.Success) return Keywords().Replace(line, $"PERMANENTFLAGS {TranscriptRecorder.Hidden}");
        var begin = Untagged().Match(line).Value;
        if (begin.Length == 0) return null;
        var end = Counts().Match(line[Math.Max(begin.Length, line.LastIndexOfAny(['(', '{']))..]).Value;
        return $"{begin} {TranscriptRecorder.Hidden} {end}".TrimEnd();
    }

    private static long LiteralSize(ReadOnlySpan<byte> line) =>
        long.TryParse(line[(line.LastIndexOf((byte)'{') + 1)..^1].TrimEnd((byte)'+'), NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size : 0;

    [GeneratedRegex(@"^\* (?:CAPABILITY .*|BYE\b.*|\d+ (?:EXISTS|RECENT|EXPUNGE))$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Harmless();

    [GeneratedRegex(@"^((?:\*|[A-Za-z]\d+) (?:OK|NO|BAD|PREAUTH)\b)(?: (\[[A-Z-]+(?: \d+)?))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Status();

    // A user's own keywords are as private as the names of folders.
    [GeneratedRegex(@"PERMANENTFLAGS \([^)]*\)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Keywords();

    [GeneratedRegex(@"^\* (?:\d+ )?[A-Z]+\b(?: \((?:\\[A-Z]+ ?)*\))?", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Untagged();

    [GeneratedRegex(@"^(?:\((?:[A-Z][A-Z.0-9]*(?: \d+)+ ?)+\)|\{\d+\})$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Counts();
}
