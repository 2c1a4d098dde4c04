using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Reports.Text;

/// <summary>What people wait for, over each protocol.</summary>
internal static class ForecastText
{
    private const int TimeColumn = 18;

    // What the advice takes for a difference, too: a fifth longer, and two seconds.
    private const double Longer = 1.2;
    private const double FeltMs = 2000;

    /// <summary>Whether anybody would feel a difference, in a sentence: what is done every day first; null where both cannot be told.</summary>
    public static string? Sentence(ForecastReport forecast, ReportWords words)
    {
        var both = forecast.Tasks.Where(x => x is { ImapMs: not null, Pop3Ms: not null }).ToList();
        if (both.Count == 0) return null;
        var felt = both.FindAll(x => Math.Max(x.ImapMs!.Value, x.Pop3Ms!.Value) is var slower && Math.Min(x.ImapMs.Value, x.Pop3Ms.Value) is var faster
            && slower - faster >= FeltMs && slower >= Longer * faster);
        if (felt.Count == 0) return words.Phrases.NoDifference;
        var told = felt.Find(x => x.Task != MailTask.FirstSync) ?? felt[0];
        var imapIsFaster = told.ImapMs < told.Pop3Ms;
        return words.Filled(
            told.Task == MailTask.FirstSync ? words.Phrases.DifferenceOnce : told is { ImapMs: 0 } or { Pop3Ms: 0 } ? words.Phrases.DifferenceAtOnce : words.Phrases.Difference,
            ("task", words.Phrases.Tasks[told.Task]),
            ("faster", (imapIsFaster ? MailProtocol.Imap : MailProtocol.Pop3).Name()), ("fasterTime", Time(imapIsFaster ? told.ImapMs : told.Pop3Ms, told.Basis, words)),
            ("slower", (imapIsFaster ? MailProtocol.Pop3 : MailProtocol.Imap).Name()), ("slowerTime", Time(imapIsFaster ? told.Pop3Ms : told.ImapMs, told.Basis, words)));
    }

    public static TextSection Section(ForecastReport? forecast, ReportWords words) => new(words.Phrases.Forecast, forecast is null ? [] :
    [
        .. Sentence(forecast, words) is { } sentence ? words.Layout.Wrapped(sentence) : [],
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
