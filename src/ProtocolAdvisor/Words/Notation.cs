using System.Globalization;

namespace ProtocolAdvisor.Words;

/// <summary>
/// How a language writes numbers, sizes and dates. Laid down here and not asked of the system, whose tables differ from machine to machine: the same facts give
/// the same sentence everywhere. Numbers and units are bound by a space that does not break.
/// </summary>
internal sealed class Notation
{
    private const decimal Thousand = 1000;
    private const decimal Minute = 60;
    private const decimal Hour = 60 * Minute;
    private const decimal Day = 24 * Hour;
    private readonly CultureInfo _culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
    private readonly string _dateFormat;
    private readonly string[] _timeUnits;

    private Notation(string decimalPoint, string groupSeparator, string dateFormat, string[] timeUnits, params string[] months)
    {
        _culture.NumberFormat.NumberDecimalSeparator = decimalPoint;
        _culture.NumberFormat.NumberGroupSeparator = groupSeparator;
        _culture.DateTimeFormat.MonthGenitiveNames = _culture.DateTimeFormat.MonthNames = [.. months, string.Empty];
        (_dateFormat, _timeUnits) = (dateFormat, timeUnits);
    }

    private static Notation English { get; } = new(
        ".", ",", "d\u00A0MMMM yyyy", ["second|seconds", "minute|minutes", "hour|hours", "day|days"], "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December");

    private static Notation German { get; } = new(
        ",", ".", "d.\u00A0MMMM yyyy", ["Sekunde|Sekunden", "Minute|Minuten", "Stunde|Stunden", "Tag|Tage"], "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November", "Dezember");

    /// <summary>A language's notation.</summary>
    public static Notation Of(Language language) => language == Language.German ? German : English;

    /// <summary>A number with the decimals that it was given with (<c>1.0</c> keeps its zero).</summary>
    public string Number(decimal value) => value.ToString($"N{value.Scale}", _culture);

    /// <summary>A day, UTC.</summary>
    public string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString(_dateFormat, _culture);

    /// <summary>A number of seconds in the unit that people would use, with a decimal below ten.</summary>
    public string Duration(decimal seconds)
    {
        var (unit, name) = seconds switch { < 2 * Minute => (1, 0), < 2 * Hour => (Minute, 1), < 2 * Day => (Hour, 2), _ => (Day, 3) };
        var amount = Math.Round(seconds / unit, seconds / unit < 10 ? 1 : 0);
        return $"{amount.ToString("#,0.#", _culture)}\u00A0{_timeUnits[name].Split('|')[amount == 1 ? 0 : 1]}";
    }

    /// <summary>A number of bytes in decimal units, with a decimal below ten, and two from a gigabyte on: a nearly full quota must not look half full.</summary>
    public string Size(long bytes)
    {
        var (amount, unit) = Scaled(bytes / Thousand, "kB", "MB", "GB", "TB");
        return $"{amount.ToString(amount >= 10 ? "N0" : unit is "GB" or "TB" ? "0.##" : "0.#", _culture)}\u00A0{unit}";
    }

    private static (decimal Amount, string Unit) Scaled(decimal amount, params ReadOnlySpan<string> units)
    {
        var unit = 0;
        while (Math.Round(amount) >= Thousand && unit < units.Length - 1) (amount, unit) = (amount / Thousand, unit + 1);
        return (amount, units[unit]);
    }
}
