namespace ProtocolAdvisor.Dialing.Wire;

/// <summary>
/// Writes down what is said on one connection, so that a report can show it: at most 60 lines of at most 300 characters. Where more is
/// said, the beginning and the end are kept, because a failure is at the end. Message contents are never given to it.
/// </summary>
internal sealed class TranscriptRecorder(TimeProvider clock)
{
    /// <summary>Most lines of one connection.</summary>
    internal const int MostLines = 60;

    /// <summary>Most characters of a line.</summary>
    internal const int MostCharacters = 300;

    /// <summary>Stands for what is not shown.</summary>
    internal const string Hidden = "•••";

    private const int AtTheBeginning = 40;

    // Two lines tell of what was left out: one between beginning and end, one behind the end.
    private const int AtTheEnd = MostLines - AtTheBeginning - 2;

    private readonly long _start = clock.GetTimestamp();
    private readonly List<TranscriptLine> _beginning = [];
    private readonly Queue<TranscriptLine> _end = [];
    private TranscriptLine? _gap;
    private int _leftOut;

    /// <summary>Makes a server's words fit to be shown: set to a scrubber before credentials are sent.</summary>
    internal Func<string, string> Clean { get; set; } = ServerText.Of;

    /// <summary>What the server told its user by ALERT.</summary>
    internal AlertList Alerts { get; } = new();

    /// <summary>The alerts, fit to be shown.</summary>
    internal IReadOnlyList<string> ShownAlerts => [.. Alerts.Heard.Select(x => Clean(x))];

    /// <summary>What was said so far.</summary>
    internal IReadOnlyList<TranscriptLine> Lines =>
        [.. _beginning, .. _gap is null ? [] : (TranscriptLine[])[_gap], .. _end, .. _leftOut == 0 ? [] : (TranscriptLine[])[LeftOutHere()]];

    /// <summary>
    /// We say a line, which holds nothing of the user's: it is not scrubbed, because scrubbing for a user named "stat" would remove the
    /// command's name.
    /// </summary>
    internal void Client(string line) => Add(Speaker.Client, Fit(ServerText.Of(line)));

    /// <summary>The server says a line. What a SASL mechanism asks may be derived from a secret, and is not shown.</summary>
    internal void Server(string line)
    {
        Alerts.Hear(line);
        Add(Speaker.Server, line == "+" || line.StartsWith("+ ", StringComparison.Ordinal) ? $"+ {Hidden}"
            : line.StartsWith("334 ", StringComparison.Ordinal) ? $"334 {Hidden}" : Fit(Clean(line)));
    }

    /// <summary>Something happens on the connection that is no line.</summary>
    internal void Note(string text) => Add(Speaker.Note, text);

    /// <summary>Lines of the server's pass that are not shown.</summary>
    internal void LeaveOut(int lines) => _leftOut += lines;

    /// <summary>
    /// The line before came from another service, which speaks <paramref name="kind"/>. The kind is shown, the words are not.
    /// </summary>
    internal void HideLast(string? kind) => _beginning[^1] = _beginning[^1] with { Text = kind is null ? Hidden : $"{Hidden} ({kind})" };

    private double Now => Math.Round(clock.GetElapsedTime(_start).TotalMilliseconds, 2);

    // Cleaned before it is cut, so that no cut leaves half a secret.
    private static string Fit(string text) =>
        text.Length <= MostCharacters ? text : text[..(MostCharacters - (char.IsHighSurrogate(text[MostCharacters - 2]) ? 2 : 1))] + '…';

    private void Add(Speaker from, string text)
    {
        if (_leftOut > 0) Keep(LeftOutHere());
        _leftOut = 0;
        Keep(new TranscriptLine(from, Now, text));
    }

    private TranscriptLine LeftOutHere() => new(Speaker.Server, Now, "", _leftOut);

    private void Keep(TranscriptLine line)
    {
        if (_beginning.Count < AtTheBeginning)
        {
            _beginning.Add(line);
            return;
        }

        _end.Enqueue(line);
        if (_end.Count <= AtTheEnd) return;
        var dropped = _end.Dequeue();
        _gap = new TranscriptLine(Speaker.Note, dropped.Ms, "", (_gap?.LeftOut ?? 0) + Math.Max(1, dropped.LeftOut));
    }
}
