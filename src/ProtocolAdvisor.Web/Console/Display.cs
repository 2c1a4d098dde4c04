using System.Globalization;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports;
using ProtocolAdvisor.Reports.Text;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Web.Console;

/// <summary>How figures are written on pages.</summary>
internal static class Display
{
    private const string Space = "\u00A0";

    /// <summary>A time in the unit that suits it; a dash where it is not known.</summary>
    public static string Time(double? ms, Language language) => ms is { } known ? new ReportWords(language).Time(known) : "–";

    /// <summary>What a line carries.</summary>
    public static string Capacity(double mbit, Language language) => new ReportWords(language).Capacity(mbit);

    /// <summary>A number of bytes; a dash where it is not known.</summary>
    public static string Size(long? bytes, Language language) => bytes is { } known ? language.Notation.Size(known) : "–";

    /// <summary>A number; a dash where it is not known.</summary>
    public static string Count(long? count, Language language) => count is { } known ? language.Notation.Number(known) : "–";

    /// <summary>A day.</summary>
    public static string Day(DateTimeOffset instant, Language language) => language.Notation.Date(instant);

    /// <summary>An instant to the second, UTC.</summary>
    public static string Instant(DateTimeOffset instant, Language language) =>
        $"{language.Notation.Date(instant)}, {instant.UtcDateTime.ToString("HH:mm:ss", CultureInfo.InvariantCulture)}{Space}UTC";

    /// <summary>An endpoint in one line, its name in its own letters.</summary>
    public static string Endpoint(EndpointReport endpoint, Language language) =>
        $"{endpoint.Protocol.Name()} · {OwnLetters.Of(endpoint.Host)}:{endpoint.Port.ToString(CultureInfo.InvariantCulture)} · {Security(endpoint.Security, language)}";

    /// <summary>How a connection is encrypted.</summary>
    public static string Security(ConnectionSecurity security, Language language) => new ReportWords(language).Security(security);

    /// <summary>A coordinate or length in a picture.</summary>
    public static string Svg(double value) => Math.Round(value, 2).ToString(CultureInfo.InvariantCulture);
}
