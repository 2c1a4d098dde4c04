using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Sessions;

/// <summary>A command of our own.</summary>
/// <param name="Text">The command without its tag; a character is a byte.</param>
/// <param name="Shown">What the transcript may have of it.</param>
/// <param name="Elsewhere">Whether it is about a folder other than the Inbox: a server's words on it may well name it.</param>
internal sealed record ImapCommand(string Text, string Shown, bool Elsewhere = false)
{
    /// <summary>A command that holds nothing private.</summary>
    internal static ImapCommand Plain(string text) => new(text, text);
}

/// <summary>How a command of ours was answered.</summary>
/// <param name="Ok">Whether with OK.</param>
/// <param name="Text">The answer without its tag.</param>
internal sealed record ImapAnswer(bool Ok, string Text)
{
    /// <summary>The answer as a failure: the server's refusal, or that it lacks what was asked for.</summary>
    internal UnexpectedReplyException Failure() => new(Ok ? FailureKind.ProtocolViolation : FailureKind.CommandRefused, Ok ? null : Text);
}

/// <summary>Commands that are sent together, with the answers as they come: in any order, each counted once.</summary>
/// <param name="commands">The commands.</param>
internal sealed partial class ImapBatch(IReadOnlyList<ImapCommand> commands)
{
    private readonly Dictionary<int, int> _placeOfTag = [];
    private readonly int[] _tags = new int[commands.Count];
    private readonly ImapAnswer?[] _answers = new ImapAnswer?[commands.Count];
    private readonly Queue<ImapAnswer> _untagged = [];

    /// <summary>The commands.</summary>
    internal IReadOnlyList<ImapCommand> Commands { get; } = commands;

    /// <summary>Whether they went in the same write as a sign-in.</summary>
    internal bool RodeBehind { get; set; }

    /// <summary>Those that are not answered, with the tags that they have now.</summary>
    internal IReadOnlyList<(string Tag, ImapCommand Command)> Tagged =>
        [.. Open.Select(i => (string.Create(CultureInfo.InvariantCulture, $"q{_tags[i]}"), Commands[i]))];

    /// <summary>Whether all are answered.</summary>
    internal bool IsAnswered => !_answers.Contains(null);

    /// <summary>Whether one of them is answered, or there is none.</summary>
    internal bool IsBegun => _answers.Length == 0 || _answers.Any(x => x is not null);

    /// <summary>The place of the first that is not answered; how many there are, where all are.</summary>
    internal int Next => Array.IndexOf(_answers, null) is >= 0 and var place ? place : _answers.Length;

    /// <summary>The answer at a place; null where it has not come.</summary>
    internal ImapAnswer? AnswerAt(int place) => _answers[place];

    /// <summary>The answers, in the order of the commands; only where all are there.</summary>
    internal IReadOnlyList<ImapAnswer> Answers => _answers!;

    private List<int> Open => [.. Enumerable.Range(0, Commands.Count).Where(i => _answers[i] is null)];

    /// <summary>Gives those that are not answered tags, from this number on. Earlier ones stay valid: a late answer is an answer.</summary>
    /// <returns>How many.</returns>
    internal int Number(int first)
    {
        _untagged.Clear(); // what could not be made out is asked again
        var open = Open;
        for (var i = 0; i < open.Count; i++) _placeOfTag[_tags[open[i]] = first + i] = open[i];
        return open.Count;
    }

    /// <summary>
    /// Notes a line, where it answers one of them. A BAD without a tag is of a command that the server could not make out, as one that was too long for it (RFC 9051 §7.1.3):
    /// nothing else will be said to that one, so that as many such as there are commands left are the answers to these.
    /// </summary>
    /// <returns>Whether it does.</returns>
    internal bool Note(string line)
    {
        var answers = NoteTagged(line);
        if (Untagged().Match(line) is { Success: true } bad) _untagged.Enqueue(Said(false, bad));
        if (Open is not { Count: > 0 } open || open.Count > _untagged.Count) return answers;
        open.ForEach(place => _answers[place] = _untagged.Dequeue());
        return true;
    }

    private bool NoteTagged(string line)
    {
        if (Answer().Match(line) is not { Success: true } answer) return false;
        if (!_placeOfTag.TryGetValue(int.Parse(answer.Groups["tag"].ValueSpan, CultureInfo.InvariantCulture), out var place)) return false;
        _answers[place] ??= Said(answer.Groups["ok"].Success, answer);
        if (!_answers[place]!.Ok) _untagged.TryDequeue(out _); // said twice, once without the tag
        return true;
    }

    private static ImapAnswer Said(bool ok, Match answer) => new(ok, ServerText.Decode(Encoding.Latin1.GetBytes(answer.Groups["text"].Value)));

    [GeneratedRegex(@"^\* (?<text>BAD\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Untagged();

    [GeneratedRegex(@"^q(?<tag>\d{1,9}) (?<text>(?:(?<ok>OK)|NO|BAD)\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Answer();
}
