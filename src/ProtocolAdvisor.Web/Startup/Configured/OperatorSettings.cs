namespace ProtocolAdvisor.Web.Startup.Configured;

/// <summary>Reads configuration values; a wrong one refuses the start with one line that names its key, what is allowed, and the value.</summary>
internal sealed class OperatorSettings(IConfiguration configuration)
{
    private const int LongestQuote = 80;

    /// <summary>The value, or its default where none is set.</summary>
    public T Value<T>(Setting<T> setting) => Value(setting, setting.Key);

    /// <summary>The value of a setting of the list's entry at this path, or its default where none is set.</summary>
    public T ValueAt<T>(string entry, Setting<T> setting) => Value(setting, At(entry, setting));

    /// <summary>The value of a setting of the list's entry at this path, which must be set.</summary>
    public T RequiredAt<T>(string entry, Setting<T> setting) => Parsed(At(entry, setting), configuration[At(entry, setting)], setting);

    /// <summary>The list, or its default where none is set.</summary>
    public IReadOnlyList<T> List<T>(ListSetting<T> setting) => List(setting, setting.Key);

    /// <summary>The list of the list's entry at this path, or its default where none is set.</summary>
    public IReadOnlyList<T> ListAt<T>(string entry, ListSetting<T> setting) => List(setting, At(entry, setting));

    private T Value<T>(Setting<T> setting, string key) => configuration[key] is { Length: > 0 } text ? Parsed(key, text, setting) : setting.Default;

    // What is set replaces the default, never adds to it: a list that silently keeps what one meant to take away is a hole in a policy. One value with
    // commas is a list, too.
    private IReadOnlyList<T> List<T>(ListSetting<T> setting, string key)
    {
        var section = configuration.GetSection(key);
        var texts = section.GetChildren().Select(x => (x.Path, x.Value)).ToList();
        if (section.Value is { Length: > 0 } one) texts = [.. ListSetting<T>.Texts(one).Select(x => (key, (string?)x))];
        else if (texts.Count == 0) return section.Value is null || setting.Default.Count == 0 ? setting.Default : throw EmptyList(key, setting);
        return [.. texts.Select(x => Parsed(x.Path, x.Value, setting.Item))];
    }

    // Whoever empties a list wants nothing allowed, and would get the default.
    private static StartRefusedException EmptyList(string key, Setting setting) =>
        new($"{key}: an entry is expected at least: {setting.Expected.TrimEnd(',')}. Leave the key away for {setting.DefaultText}.");

    private static T Parsed<T>(string key, string? text, Setting<T> setting) => setting.Parse(text, out var value)
        ? value : throw new StartRefusedException($"{key}: {Complaint(setting, text)}");

    /// <summary>What is expected instead of a value that is wrong.</summary>
    public static string Complaint(Setting setting, string? text) =>
        setting.IsSecret || text is null ? $"{setting.Expected} is expected." : $"{setting.Expected} is expected, not {Quoted(text)}.";

    /// <summary>A value as it may stand in one line.</summary>
    public static string Quoted(string text)
    {
        var oneLine = string.Concat(text.Take(LongestQuote).Select(x => char.IsControl(x) ? ' ' : x));
        return text.Length > LongestQuote ? $"\"{oneLine}…\"" : $"\"{oneLine}\"";
    }

    // "Access:Keys:*:Name" of the entry "Access:Keys:0".
    private static string At(string entry, Setting setting) => entry + setting.Key[(setting.Key.IndexOf('*', StringComparison.Ordinal) + 1)..];
}
