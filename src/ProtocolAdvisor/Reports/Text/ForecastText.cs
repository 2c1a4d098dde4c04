using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>What people wait for, over each protocol.</summary>
internal static class ForecastText
{
    private const int TimeColumn = 18;

    public static TextSection Section(ForecastReport? forecast, ReportWords words) => new(words.Phrases.Forecast, forecast is null ? [] :
    [
        .. TextLayout.Row(Widths(words), string.Empty, "POP3", "IMAP"),
        .. forecast.Tasks.SelectMany(x => TextLayout.Row(Widths(words), words.Phrases.Tasks[x.Task], Time(x.Pop3Ms, x.Basis, words), Time(x.ImapMs, x.Basis, words))),
        .. words.Layout.Wrapped(Link(forecast.Link, words)),
    ]);

    private static int[] Widths(ReportWords words) => [Math.Min(46, words.Layout.Width - (2 * TimeColumn)), TimeColumn, TimeColumn];

    private static string Time(double? ms, ForecastBasis basis, ReportWords words) => ms switch
    {
        null => words.Phrases.Unknown,
        0 => words.Phrases.AtOnce,
        _ when basis == ForecastBasis.Assumed => words.Said(words.Phrases.Estimated, "time", words.Time(ms.Value)),
        _ => words.Time(ms.Value),
    };

    private static string Link(LinkModel link, ReportWords words) => words.Filled(
        words.Phrases.Line,
        ("roundTrip", words.Time(link.RoundTripMs)),
        ("roundTripBasis", words.Phrases.LineBases[link.RoundTripBasis]),
        ("capacity", words.Capacity(link.DownMbit)),
        ("capacityBasis", words.Phrases.LineBases[link.DownMbitBasis]))!;
}
