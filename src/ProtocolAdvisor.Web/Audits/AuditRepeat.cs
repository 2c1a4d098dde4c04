using System.Globalization;

namespace ProtocolAdvisor.Web.Audits;

/// <summary>After how many days an audit is made again, as ISO 8601 writes it: <c>P7D</c>.</summary>
internal static class AuditRepeat
{
    /// <summary>The most days.</summary>
    public const int MostDays = 90;

    /// <summary>What every right one fits.</summary>
    public const string Pattern = "^P([1-9]|[1-8][0-9]|90)D$";

    /// <summary>Reads it.</summary>
    public static bool TryParse(string text, out int days)
    {
        days = 0;
        return text is ['P', >= '1' and <= '9', .., 'D']
            && int.TryParse(text.AsSpan(1, text.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out days) && days <= MostDays;
    }

    /// <summary>Writes it.</summary>
    public static string? Written(int? days) => days is { } some ? string.Create(CultureInfo.InvariantCulture, $"P{some}D") : null;
}
