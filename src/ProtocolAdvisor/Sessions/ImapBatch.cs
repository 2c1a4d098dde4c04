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
    private readonly ImapAnswer?[] _answers = new ImapAnswer?[commands.Count];
    private int _first;

    /// <summary>The commands.</summary>
    internal IReadOnlyList<ImapCommand> Commands { get; } = commands;

    /// <summary>The commands with the tags that they have now.</summary>
    internal IReadOnlyList<(string Tag, ImapCommand Command)> Tagged =>
        [.. Commands.Select((command, i) => (string.Create(CultureInfo.InvariantCulture, $"q{_first + i}"), command))];

    /// <summary>Whether all are answered.</summary>
    internal bool IsAnswered => !_answers.Contains(null);

    /// <summary>Whether one of them is answered, or there is none.</summary>
    internal bool IsBegun => _answers.Length == 0 || _answers.Any(x => x is not null);

    /// <summary>The answers, in the order of the commands; only where all are there.</summary>
    internal IReadOnlyList<ImapAnswer> Answers => _answers!;

    /// <summary>Gives them tags, from this number on. Earlier ones stay valid: a late answer is an answer.</summary>
    internal void Number(int first)
    {
        _first = first;
        for (var i = 0; i < Commands.Count; i++) _placeOfTag[first + i] = i;
    }

    /// <summary>Notes a line, where it answers one of them.</summary>
    /// <returns>Whether it does.</returns>
    internal bool Note(string line)
    {
        if (Answer().Match(line) is not { Success: true } answer) return false;
        if (!_placeOfTag.TryGetValue(int.Parse(answer.Groups["tag"].ValueSpan, CultureInfo.InvariantCulture), out var place)) return false;
        _answers[place] ??= new ImapAnswer(answer.Groups["ok"].Success, ServerText.Decode(Encoding.Latin1.GetBytes(answer.Groups["text"].Value)));
        return true;
    }

    [GeneratedRegex(@"^q(?<tag>\d{1,9}) (?<text>(?:(?<ok>OK)|NO|BAD)\b.*)$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Answer();
}
