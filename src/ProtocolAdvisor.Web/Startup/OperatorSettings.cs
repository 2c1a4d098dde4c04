using System.Globalization;

namespace ProtocolAdvisor.Web.Startup;

/// <summary>Reads configuration values; a wrong one refuses the start with one line that names its key.</summary>
internal sealed class OperatorSettings(IConfiguration configuration)
{
    /// <summary>Turns a text into a value, or says that it is none.</summary>
    public delegate bool Parse<T>(string? text, out T value);

    /// <summary>The value, or <paramref name="fallback"/> where none is set.</summary>
    public T Value<T>(string key, T fallback, Parse<T> parse, string expected) =>
        configuration[key] is { Length: > 0 } text ? Parsed(key, text, parse, expected) : fallback;

    /// <summary>The value, or null where none is set.</summary>
    public T? Optional<T>(string key, Parse<T> parse, string expected)
        where T : struct => configuration[key] is { Length: > 0 } text ? Parsed(key, text, parse, expected) : null;

    /// <summary>The value, which may mean nothing; <paramref name="fallback"/> where none is set.</summary>
    public T? Reference<T>(string key, T? fallback, Parse<T?> parse, string expected)
        where T : class => configuration[key] is { Length: > 0 } text ? Parsed(key, text, parse, expected) : fallback;

    /// <summary>The value, which must be set.</summary>
    public T Required<T>(string key, Parse<T> parse, string expected) => Parsed(key, configuration[key], parse, expected);

    /// <summary>
    /// The list, or <paramref name="fallback"/> where none is set. What is set replaces the default, never adds to it: a list that silently keeps
    /// what one meant to take away is a hole in a policy. One value with commas is a list, too.
    /// </summary>
    public IReadOnlyList<T> List<T>(string key, IReadOnlyList<T> fallback, Parse<T> parse, string expected)
    {
        var section = configuration.GetSection(key);
        var texts = section.GetChildren().Select(x => (x.Path, x.Value)).ToList();
        if (section.Value is { Length: > 0 } one) texts = [.. one.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(x => (key, (string?)x))];
        else if (texts.Count == 0) return fallback;
        return [.. texts.Select(x => Parsed(x.Path, x.Value, parse, expected))];
    }

    /// <summary>A whole number above 0.</summary>
    public static bool IsPositive(string? text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value > 0;

    /// <summary>A whole number, 0 included.</summary>
    public static bool IsCount(string? text, out int value) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);

    /// <summary>A time above 0, at most ten years.</summary>
    public static bool IsTime(string? text, out TimeSpan value) =>
        TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out value) && value > TimeSpan.Zero && value <= TimeSpan.FromDays(3653);

    private static T Parsed<T>(string key, string? text, Parse<T> parse, string expected) =>
        parse(text, out var value) ? value : throw new StartRefusedException($"{key}: {expected} is expected.");
}
