using System.Globalization;

namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>The kinds of values that several settings share, each with its bounds.</summary>
internal static class SettingKinds
{
    // Hours end at 23: what TimeSpan.Parse makes of "24:00:00" are 24 days, and of "2" two.
    private static readonly string[] Times = [@"hh\:mm\:ss", @"hh\:mm\:ss\.FFF", @"d\.hh\:mm\:ss", @"d\.hh\:mm\:ss\.FFF"];

    /// <summary>A whole number.</summary>
    public static Setting<int> Number(string key, int fallback, int least, int most) =>
        new(key, Whole(least, most), (text, out value) => IsWhole(text, least, most, out value), fallback, $"{fallback}");

    /// <summary>A whole number that need not be set.</summary>
    public static Setting<int?> OptionalNumber(string key, int least, int most) => new(key, Whole(least, most), Optional<int>((text, out value) => IsWhole(text, least, most, out value)), null, "none");

    /// <summary>A time: <c>[days.]hours:minutes:seconds[.milliseconds]</c> and nothing else.</summary>
    public static Setting<TimeSpan> Time(string key, TimeSpan fallback, TimeSpan least, TimeSpan most) => new(
        key,
        $"a time as [days.]hh:mm:ss, from {Written(least)} to {Written(most)},",
        (text, out value) => TimeSpan.TryParseExact(text, Times, CultureInfo.InvariantCulture, out value) && value >= least && value <= most,
        fallback,
        Written(fallback));

    /// <summary>Yes or no.</summary>
    public static Setting<bool> Choice(string key, bool fallback) => new(key, "true or false", bool.TryParse, fallback, fallback ? "true" : "false");

    /// <summary>Yes, no, or not set.</summary>
    public static Setting<bool?> OptionalChoice(string key, string fallback) => new(key, "true or false", Optional<bool>(bool.TryParse), null, fallback);

    /// <summary>One name of an enumeration, in any case, never its number.</summary>
    public static Setting<T> OneOf<T>(string key, T fallback)
        where T : struct, Enum => new(key, $"one of {string.Join(", ", Enum.GetNames<T>())}", IsNamed, fallback, $"{fallback}");

    /// <summary>Any text.</summary>
    public static Setting<string> Text(string key) => new(key, "a text", (text, out value) => (value = text ?? "").Length > 0, "", "none");

    /// <summary>A file that is there.</summary>
    public static Setting<string> ExistingFile(string key) => new(key, "an existing file", (text, out path) => File.Exists(path = text ?? ""), "", "none");

    /// <summary>A list whose entries are of one kind.</summary>
    public static ListSetting<T> List<T>(string key, string expected, Parse<T> parse, IReadOnlyList<T> fallback, string fallbackText) =>
        new(new Setting<T>(key, expected, parse, default!, ""), fallback, fallbackText);

    /// <summary>A time as it is to be written.</summary>
    public static string Written(TimeSpan time) => time.ToString(
        (time.Days > 0 ? @"d\." : "") + @"hh\:mm\:ss" + (time.Milliseconds > 0 ? @"\.fff" : ""), CultureInfo.InvariantCulture);

    /// <summary>Whether it is a name of the enumeration.</summary>
    public static bool IsNamed<T>(string? text, out T value)
        where T : struct, Enum => Enum.TryParse(text, true, out value) && Enum.IsDefined(value)
            && char.IsLetter(text!.Trim()[0]) && !text.Contains(',', StringComparison.Ordinal);

    private static string Whole(int least, int most) => string.Create(CultureInfo.InvariantCulture, $"a whole number from {least} to {most}");

    private static bool IsWhole(string? text, int least, int most, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= least && value <= most;

    private static Parse<T?> Optional<T>(Parse<T> parse)
        where T : struct => (text, out value) =>
    {
        var parsed = parse(text, out var found);
        value = found;
        return parsed;
    };
}
