using ProtocolAdvisor.Dialing;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>Collects what was strange in a document, each remark once, and no more of them than a report can bear.</summary>
internal sealed class OddityList
{
    /// <summary>Most remarks kept; one more counts what was dropped.</summary>
    internal const int MaxRemarks = 40;

    private const int MaxShown = 64;
    private readonly List<Remark> _remarks = [];
    private int _dropped;

    /// <summary>The remarks, in the order in which they were made.</summary>
    internal IReadOnlyList<Remark> Remarks => _dropped == 0 ? _remarks : [.. _remarks, new Remark(RemarkCode.More, ("count", _dropped))];

    /// <summary>Adds a remark, unless it is there already.</summary>
    internal void Add(Remark remark)
    {
        if (_remarks.Contains(remark)) return;
        if (_remarks.Count < MaxRemarks) _remarks.Add(remark);
        else _dropped++;
    }

    /// <summary>A document's word, cut to 64 characters and fit to be shown.</summary>
    internal static string Shown(string word) => ServerText.Of(word.Length <= MaxShown ? word : word[..MaxShown] + "…");
}
