using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Discovery;

/// <summary>
/// The names of well-known providers, and which of them a misspelled name means: the one that differs by one typing error (a letter too
/// many, too few, another one, or two neighbouring letters swapped). A known name is never taken for a typing error.
/// </summary>
internal sealed class KnownProviders
{
    /// <summary>Up to this length another letter makes another word: <c>gms.de</c> is no slip for <c>gmx.de</c>.</summary>
    private const int ShortLabel = 3;

    private static readonly Lazy<KnownProviders> Embedded = new(FromResource);
    private readonly List<HostName> _names = [];

    /// <summary>Reads a list: a name a line, <c>#</c> begins a comment.</summary>
    /// <exception cref="FormatException">A name is wrong: the message names its line.</exception>
    internal KnownProviders(TextReader list)
    {
        for (var number = 1; list.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            _names.Add(HostName.TryParse(line, null, out var name) && name.Value == line && !_names.Contains(name)
                ? name : throw new FormatException($"Line {number} of the list of providers is no name of its own: {line}"));
        }
    }

    /// <summary>The list that the product ships, read at its first use.</summary>
    internal static KnownProviders Official => Embedded.Value;

    /// <summary>Every known name.</summary>
    internal IReadOnlyList<HostName> Names => _names;

    /// <summary>The known name that was probably meant; null where the name is known itself, or near to none.</summary>
    internal HostName? Meant(HostName name) =>
        name.Address is not null || _names.Contains(name) ? null : _names.Find(known => IsSlip(name.Value, known.Value));

    private static bool IsSlip(string name, string known)
    {
        var start = name.AsSpan().CommonPrefixLength(known);
        var end = 0;
        while (end < Math.Min(name.Length, known.Length) - start && name[^(end + 1)] == known[^(end + 1)]) end++;
        var (typed, meant) = (name[start..^end], known[start..^end]);
        return (typed.Length, meant.Length) switch
        {
            (2, 2) => typed[0] == meant[1] && typed[1] == meant[0],
            (1, 0) => IsRepeated(name, start) || IsTelling(known, start),
            (1, 1) or (0, 1) => IsTelling(known, start),
            _ => false,
        };
    }

    private static bool IsRepeated(string name, int at) => at > 0 && name[at] == name[at - 1];

    // The last label is short by nature, and nobody makes words of it.
    private static bool IsTelling(string known, int at)
    {
        var next = known.IndexOf('.', at);
        if (next < 0) return true;
        return next - (known.LastIndexOf('.', Math.Max(at - 1, 0)) + 1) > ShortLabel;
    }

    private static KnownProviders FromResource()
    {
        using var stream = typeof(KnownProviders).Assembly.GetManifestResourceStream("known_providers.txt")
            ?? throw new InvalidOperationException("The list of providers is not embedded.");
        using var reader = new StreamReader(stream);
        return new KnownProviders(reader);
    }
}
