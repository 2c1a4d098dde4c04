namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Every key that somebody reads: our settings, and what the framework takes.</summary>
internal static class KnownKeys
{
    /// <summary>The keys; of a list also its entries.</summary>
    public static IReadOnlyList<KnownKey> All { get; } =
    [
        .. KnownSettings.All.Concat(HostSettings.All).Concat(KestrelSettings.All).Concat(LogSettings.All).Concat(OtlpSettings.All)
            .SelectMany(x => x.IsList ? [new KnownKey(x, x.Key), new KnownKey(x, $"{x.Key}:*")] : new[] { new KnownKey(x, x.Key) }),
    ];

    /// <summary>The sections that they lie in.</summary>
    public static IReadOnlySet<string> Sections { get; } =
        All.Where(x => x.Parts.Count > 1).Select(x => x.Parts[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
}

/// <summary>A key with places: <c>*</c> is an entry's number, <c>{name}</c> any name.</summary>
/// <param name="Setting">What it sets.</param>
/// <param name="Text">The key.</param>
internal sealed record KnownKey(Setting Setting, string Text)
{
    private const string Number = "*";
    private const string Name = "{name}";

    /// <summary>Its parts.</summary>
    public IReadOnlyList<string> Parts { get; } = Text.Split(':');

    /// <summary>Whether one value is expected on it, and not a list below it.</summary>
    public bool IsValue => !Setting.IsList || Text != Setting.Key;

    /// <summary>A key that it takes, with its places filled from the one that was typed as far as that goes.</summary>
    public string Filled(IReadOnlyList<string> typed) => string.Join(':', Parts.Select((part, at) => part switch
    {
        Number => at < typed.Count && IsNumber(typed[at]) ? typed[at] : "0",
        Name => at < typed.Count ? typed[at] : "Name",
        _ => part,
    }));

    /// <summary>Whether it takes the key.</summary>
    public bool Matches(IReadOnlyList<string> key) => key.Count == Parts.Count && Begins(key, Parts);

    /// <summary>Whether the key is a section in which it lies.</summary>
    public bool LeadsThrough(IReadOnlyList<string> key) => key.Count < Parts.Count && Begins(key, Parts);

    /// <summary>Whether the key lies below it, where nothing is expected.</summary>
    public bool LiesAbove(IReadOnlyList<string> key) => key.Count > Parts.Count && Begins(Parts, key, swapped: true);

    /// <summary>By how many letters the key, or the beginning of this one where the key is shorter, differs; null where it is something else.</summary>
    public int? SlipsOf(IReadOnlyList<string> key)
    {
        if (key.Count > Parts.Count) return null;
        var slips = 0;
        foreach (var (typed, part) in key.Zip(Parts))
        {
            if (Takes(part, typed)) continue;
            if (part == Number) slips++;
            else if (part != Name && Spelling.Slips(typed, part) is { } found) slips += found;
            else return null;
        }

        return slips;
    }

    private static bool Begins(IReadOnlyList<string> key, IReadOnlyList<string> parts, bool swapped = false) =>
        key.Zip(parts).All(x => swapped ? Takes(x.First, x.Second) : Takes(x.Second, x.First));

    private static bool Takes(string part, string typed) => part switch
    {
        Number => IsNumber(typed),
        Name => true,
        _ => typed.Equals(part, StringComparison.OrdinalIgnoreCase),
    };

    private static bool IsNumber(string text) => text.Length > 0 && text.All(char.IsAsciiDigit);
}
