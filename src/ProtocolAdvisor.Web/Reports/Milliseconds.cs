namespace ProtocolAdvisor.Web.Reports;

/// <summary>Times as reports show them: tenths of a millisecond; finer digits are noise.</summary>
internal static class Milliseconds
{
    /// <summary>To 0.1 ms.</summary>
    public static double Rounded(double value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);

    /// <summary>To 0.1 ms; null stays null.</summary>
    public static double? Rounded(double? value) => value is { } known ? Rounded(known) : null;
}
