using System.Globalization;
using System.Text;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// Knows below which names anybody can register one (publicsuffix.org): all names below one registrable domain have one owner. The list's
/// private section counts as well. Trust follows the registrable domain, and the customers of <c>github.io</c> or <c>uk.com</c> have
/// nothing to do with each other.
/// </summary>
internal sealed class PublicSuffixList
{
    /// <summary>Room for the official list, so that it is not copied while it grows.</summary>
    private const int Capacity = 10_500;

    private static readonly Lazy<PublicSuffixList> Embedded = new(FromResource);
    private readonly HashSet<string> _suffixes = new(Capacity, StringComparer.Ordinal);
    private readonly HashSet<string> _parents = new(StringComparer.Ordinal);
    private readonly HashSet<string> _exceptions = new(StringComparer.Ordinal);

    /// <summary>
    /// Reads a list in the official format: a rule is a line's beginning up to the first blank, <c>//</c> begins a comment.
    /// </summary>
    internal PublicSuffixList(TextReader list)
    {
        var idn = new IdnMapping();
        while (list.ReadLine() is { } line)
        {
            var rule = line.AsSpan();
            if (rule.IndexOfAny(' ', '\t') is var end and >= 0) rule = rule[..end];
            if (!rule.IsEmpty && !rule.StartsWith("//")) Add(rule, idn);
        }

        _suffixes.TrimExcess();
    }

    /// <summary>
    /// The list that the product ships, read at its first use (measured: 2 ms, up to 30 ms where nothing is compiled yet; 650 KiB kept).
    /// </summary>
    internal static PublicSuffixList Official => Embedded.Value;

    /// <summary>How many names are public suffixes by a rule of their own.</summary>
    internal int Count => _suffixes.Count;

    /// <summary>
    /// The public suffix and the one label before it; null for a public suffix itself and for an address. A name of which the list knows
    /// nothing has a one-label suffix.
    /// </summary>
    internal HostName? RegistrableDomain(HostName host)
    {
        if (host.Address is not null) return null;
        var name = host.Value.AsSpan();
        var suffix = SuffixStart(name);
        if (suffix == 0) return null;
        var start = name[..(suffix - 1)].LastIndexOf('.') + 1;
        return start == 0 ? host : HostName.Parse(name[start..].ToString());
    }

    /// <summary>
    /// Whether the names below this one are given out to strangers: a public suffix of either section, and the parent of a wildcard rule
    /// (<c>*.kawasaki.jp</c> makes every <c>x.kawasaki.jp</c> a suffix). The owner of a mailbox there owns none of them, and neither does
    /// the provider.
    /// </summary>
    internal bool GivesNamesOut(HostName domain) => RegistrableDomain(domain) is null || _parents.Contains(domain.Value);

    // The rule of most labels prevails, an exception over all; an exception's suffix begins one label later.
    private int SuffixStart(ReadOnlySpan<char> name)
    {
        var longest = -1;
        for (var start = 0; ;)
        {
            var dot = name[start..].IndexOf('.');
            var next = start + dot + 1;
            if (Has(_exceptions, name[start..])) return next;
            if (longest < 0 && (Has(_suffixes, name[start..]) || (dot > 0 && Has(_parents, name[next..])))) longest = start;
            if (dot < 0) return longest < 0 ? start : longest;
            start = next;
        }
    }

    private static bool Has(HashSet<string> names, ReadOnlySpan<char> name) => names.GetAlternateLookup<ReadOnlySpan<char>>().Contains(name);

    private void Add(ReadOnlySpan<char> rule, IdnMapping idn)
    {
        var (names, from) = rule switch
        {
            ['*', '.', ..] => (_parents, 2),
            ['!', ..] => (_exceptions, 1),
            _ => (_suffixes, 0),
        };
        var name = rule[from..].ToString();
        names.Add(Ascii.IsValid(name) ? name : idn.GetAscii(name).ToLowerInvariant());
    }

    private static PublicSuffixList FromResource()
    {
        using var stream = typeof(PublicSuffixList).Assembly.GetManifestResourceStream("public_suffix_list.dat")
            ?? throw new InvalidOperationException("The public suffix list is not embedded.");
        using var reader = new StreamReader(stream);
        return new PublicSuffixList(reader);
    }
}
