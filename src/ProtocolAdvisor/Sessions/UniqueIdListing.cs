namespace ProtocolAdvisor.Sessions;

/// <summary>
/// UIDL's lines (RFC 1939 §7): each message's number and the name by which a client knows it again. Beyond a bound lines are only counted.
/// </summary>
internal sealed class UniqueIdListing
{
    private readonly HashSet<int> _numbers = [];
    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);
    private long _beyond;

    /// <summary>Whether the server refused to list them.</summary>
    internal bool Refused { get; init; }

    /// <summary>Messages with an id.</summary>
    internal long Messages => _numbers.Count + _beyond;

    /// <summary>How many different ids they have: what is beyond the bound is taken for different.</summary>
    internal long Different => _ids.Count + _beyond;

    /// <summary>
    /// Whether most messages have an id of their own. Two copies of one message may share one (RFC 1939 §7 lets an id be the message's
    /// hash).
    /// </summary>
    internal bool TellsApart => Messages > 0 && Different * 2 >= Messages;

    /// <summary>Reads one line; one without an id names nothing.</summary>
    internal void Add(string line)
    {
        var words = ScanListing.Words(line);
        if (words.Length < 2 || ScanListing.Number(words) is not { } number) return;
        if (_numbers.Count == ScanListing.MaxListed) _beyond++;
        else if (_numbers.Add(number)) _ids.Add(words[1]);
    }
}
