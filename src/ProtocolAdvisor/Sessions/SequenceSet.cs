using System.Globalization;
using System.Text;

namespace ProtocolAdvisor.Sessions;

/// <summary>Numbers of messages as IMAP writes them (RFC 9051 §9, sequence-set), so many to a command as any server takes.</summary>
internal static class SequenceSet
{
    /// <summary>
    /// Most characters of one. RFC 7162 §4 advises command lines of no more than 8,192 octets; servers end at 10,240 (Zimbra, Exchange), and not all of them say to which command.
    /// </summary>
    internal const int MaxLength = 8_000;

    /// <summary>The numbers in as few sets as that allows, neighbours as ranges.</summary>
    /// <param name="numbers">From 1, ascending.</param>
    internal static IReadOnlyList<string> Of(IEnumerable<long> numbers)
    {
        var (sets, set) = (new List<string>(), new StringBuilder());
        foreach (var part in Parts(numbers))
        {
            if (set.Length + 1 + part.Length > MaxLength)
            {
                sets.Add(set.ToString());
                set.Clear();
            }

            set.Append(set.Length > 0 ? "," : "").Append(part);
        }

        return set.Length > 0 ? [.. sets, set.ToString()] : sets;
    }

    private static IEnumerable<string> Parts(IEnumerable<long> numbers)
    {
        (long First, long Last)? run = null;
        foreach (var number in numbers)
        {
            if (run is { } open && open.Last + 1 < number) yield return Written(open);
            run = run is { } known && known.Last + 1 >= number ? (known.First, number) : (number, number);
        }

        if (run is { } end) yield return Written(end);
    }

    private static string Written((long First, long Last) run) =>
        run.First == run.Last ? run.First.ToString(CultureInfo.InvariantCulture) : string.Create(CultureInfo.InvariantCulture, $"{run.First}:{run.Last}");
}
