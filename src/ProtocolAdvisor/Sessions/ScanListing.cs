using System.Globalization;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// LIST's lines (RFC 1939 §5): each message's own number and its size. Numbers have gaps where messages are missing. Lines that cannot be
/// read are counted and left out. Beyond a bound, lines are only counted.
/// </summary>
internal sealed class ScanListing
{
    /// <summary>Most messages that are remembered one by one.</summary>
    internal const int MaxListed = 100_000;

    private readonly HashSet<int> _numbers = [];
    private readonly List<MessageSize> _sizes = [];
    private long _beyond;

    /// <summary>How many messages it lists.</summary>
    internal long Messages => _numbers.Count + _beyond;

    /// <summary>Their bytes, of those whose size is believed.</summary>
    internal long Bytes { get; private set; }

    /// <summary>Lines without a number, or without a size that can be believed.</summary>
    internal int Unreadable { get; private set; }

    /// <summary>The messages whose size is believed, in the server's order; empty where there are more than can be remembered.</summary>
    internal IReadOnlyList<MessageSize> Sizes => _beyond == 0 ? _sizes : [];

    /// <summary>Reads one line; further words behind the size are allowed.</summary>
    internal void Add(string line)
    {
        var words = Words(line);
        var size = words.Length > 1 ? Size(words[1]) : null;
        if (Number(words) is not { } number)
        {
            Unreadable++;
            return;
        }

        if (_numbers.Count == MaxListed) _beyond++;
        else if (!_numbers.Add(number)) return;
        if (size is null) Unreadable++;
        else Keep(number, size.Value);
    }

    private void Keep(int number, long size)
    {
        Bytes = Math.Min(Plausible.MaxBytes, Bytes + size);
        if (_beyond == 0) _sizes.Add(new MessageSize(number - 1, size, null));
    }

    /// <summary>The words of a line; servers divide them by more than one blank, and by tabs.</summary>
    internal static string[] Words(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The message's number, which is at least 1; null where there is none.</summary>
    internal static int? Number(string[] words) =>
        words.Length > 0 && int.TryParse(words[0], NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? number : null;

    /// <summary>A count or a size; null where it is none, or beyond belief.</summary>
    internal static long? Size(string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) && value <= Plausible.MaxBytes ? value : null;
}
