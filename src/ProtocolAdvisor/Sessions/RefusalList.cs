using System.Globalization;

namespace ProtocolAdvisor.Sessions;

/// <summary>
/// Reads the list of known refusals. What servers say changes over time, so the list is data, and each row has a date and a source. A row
/// that cannot be read fails, and the error names its line.
/// </summary>
internal static class RefusalList
{
    private const string Nothing = "-";
    private static readonly Lazy<IReadOnlyList<KnownRefusal>> Embedded = new(FromResource);

    /// <summary>The list that the product ships, read at the first refusal.</summary>
    internal static IReadOnlyList<KnownRefusal> Official => Embedded.Value;

    /// <summary>Reads a list; what the columns are, its head says.</summary>
    /// <exception cref="FormatException">A row is wrong: the message names its line.</exception>
    internal static IReadOnlyList<KnownRefusal> Read(TextReader list)
    {
        var rows = new List<KnownRefusal>();
        for (var number = 1; list.ReadLine() is { } line; number++)
        {
            if (line.Length == 0 || line[0] == '#') continue;
            rows.Add(Row(line) ?? throw new FormatException($"Line {number} of the list of refusals cannot be read: {line}"));
        }

        return rows;
    }

    private static KnownRefusal? Row(string line)
    {
        if (line.Split(" | ") is not [var sign, { Length: > 0 } words, var reason, { Length: > 0 }, var seen, { Length: > 0 }, { Length: > 0 } example]) return null;
        return Named<RefusalSign>(sign) is { } knownBy && Named<SignInReason>(reason) is { } meaning
            && DateOnly.TryParseExact(seen, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
            ? new KnownRefusal(knownBy, words, meaning, example == Nothing ? null : example) : null;
    }

    // Reasons are written as reports write them: auth-bad-credentials.
    private static T? Named<T>(string name)
        where T : struct, Enum => name.Any(char.IsAsciiLetterLower) && Enum.TryParse<T>(name.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value) ? value : null;

    private static IReadOnlyList<KnownRefusal> FromResource()
    {
        using var stream = typeof(RefusalList).Assembly.GetManifestResourceStream("refusals.txt")
            ?? throw new InvalidOperationException("The list of refusals is not embedded.");
        using var reader = new StreamReader(stream);
        return Read(reader);
    }
}
