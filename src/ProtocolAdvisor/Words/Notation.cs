using System.Globalization;

namespace ProtocolAdvisor.Words;

/// <summary>
/// How a language writes numbers, sizes and dates. The system is not asked: its tables differ from machine to machine, and the same facts
/// must give the same sentence everywhere. Between a number and its unit stands a space that does not break.
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

    /// <summary>A notation.</summary>
    /// <param name="plurals">Which form of a word goes with a number.</param>
    /// <param name="decimalPoint">What stands before the decimals.</param>
    /// <param name="groupSeparator">What stands between thousands.</param>
    /// <param name="dateFormat">A date in .NET's letters.</param>
    /// <param name="months">The months as they stand in a date.</param>
    /// <param name="timeUnits">Second, minute, hour, day; each in every form that <paramref name="plurals"/> tells apart.</param>
    public Notation(Plurals plurals, string decimalPoint, string groupSeparator, string dateFormat, string[] months, string[] timeUnits)
    {
        _culture.NumberFormat.NumberDecimalSeparator = decimalPoint;
        _culture.NumberFormat.NumberGroupSeparator = groupSeparator;
        _culture.DateTimeFormat.MonthGenitiveNames = _culture.DateTimeFormat.MonthNames = [.. months, string.Empty];
        (Plurals, _dateFormat, _timeUnits) = (plurals, dateFormat, timeUnits);
    }

    /// <summary>Which form of a word goes with a number.</summary>
    public Plurals Plurals { get; }

    /// <summary>A number with the decimals that it was given with (<c>1.0</c> keeps its zero).</summary>
    public string Number(decimal value) => value.ToString($"N{value.Scale}", _culture);

    /// <summary>A day, UTC.</summary>
    public string Date(DateTimeOffset instant) => instant.UtcDateTime.ToString(_dateFormat, _culture);

    /// <summary>A number of seconds in the unit that people would use, with a decimal below ten.</summary>
    public string Duration(decimal seconds)
    {
        var (unit, name) = seconds switch { < 2 * Minute => (1, 0), < 2 * Hour => (Minute, 1), < 2 * Day => (Hour, 2), _ => (Day, 3) };
        var amount = Math.Round(seconds / unit, seconds / unit < 10 ? 1 : 0);
        if (decimal.IsInteger(amount)) amount = decimal.Truncate(amount);
        return $"{amount.ToString("#,0.#", _culture)}\u00A0{Plurals.Form(_timeUnits[name], amount)}";
    }

    /// <summary>
    /// A number of bytes in decimal units, with a decimal below ten, and two from a gigabyte on: a nearly full quota must not look half
    /// full.
    /// </summary>
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
