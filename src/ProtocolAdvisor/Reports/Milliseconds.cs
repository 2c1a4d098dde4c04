namespace ProtocolAdvisor.Reports;

/// <summary>Times as reports show them: tenths of a millisecond, hundredths under ten; finer digits are noise.</summary>
internal static class Milliseconds
{
    private const double Short = 10;

    /// <summary>Rounded.</summary>
    public static double Rounded(double value) => Math.Round(value, value < Short ? 2 : 1, MidpointRounding.AwayFromZero);

    /// <summary>Rounded; null stays null.</summary>
    public static double? Rounded(double? value) => value is { } known ? Rounded(known) : null;
}
