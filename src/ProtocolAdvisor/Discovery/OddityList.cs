using System.Globalization;
using ProtocolAdvisor.Dialing;

namespace ProtocolAdvisor.Discovery;

/// <summary>Collects what was strange in a document, each line once, and no more lines than a report can bear.</summary>
internal sealed class OddityList
{
    /// <summary>Most lines kept; one more counts what was dropped.</summary>
    internal const int MaxLines = 40;

    private const int MaxQuoted = 64;
    private readonly List<string> _lines = [];
    private int _dropped;

    /// <summary>The lines, in the order in which they were found.</summary>
    internal IReadOnlyList<string> Lines =>
        _dropped == 0 ? _lines : [.. _lines, string.Create(CultureInfo.InvariantCulture, $"and {_dropped} more")];

    /// <summary>Adds a line, unless it is there already.</summary>
    internal void Add(string line)
    {
        if (_lines.Contains(line)) return;
        if (_lines.Count < MaxLines) _lines.Add(line);
        else _dropped++;
    }

    /// <summary>A document's word in quotation marks, cut to 64 characters and fit to be shown.</summary>
    internal static string Quoted(string word) => $"\"{ServerText.Of(word.Length <= MaxQuoted ? word : word[..MaxQuoted] + "…")}\"";
}
