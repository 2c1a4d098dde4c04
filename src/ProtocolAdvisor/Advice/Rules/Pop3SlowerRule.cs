using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// For IMAP: at this server the checks for mail take at least 20 % longer over POP3, so much longer that it is felt, and longer than the forecast may be off. Both are reckoned by
/// one model over one line: throughputs that were sampled one after the other differ by themselves. It is never certain: another fact would move it, so it is presumed where it
/// speaks and open where it does not. Measurement overrules folklore.
/// </summary>
internal static class Pop3SlowerRule
{
    private const double Longer = 1.2;
    private const double FeltMs = 2000;

    // Of what takes many times as long, nobody wants to read how many percent that is.
    private const double Countable = 10;

    // A day's two checks, with and without new messages; how many are new a day may be unknown.
    private static readonly MailTask[] Checks = [MailTask.CheckNothingNew, MailTask.CheckNewMail];

    public static Verdict Judge(Situation s) =>
        Day(s) is { } day && day.Pop3 >= Longer * day.Imap && day.Pop3 - day.Imap - OnceMs(s) >= Math.Max(FeltMs, day.Off) ? Verdict.Presumed : Verdict.Unknown;

    public static string?[] Facts(Situation s) => Day(s) is not var (imap, pop3, _) ? [] :
    [
        Evidence.Of("forecast.imapSeconds", Seconds(imap)), Evidence.Of("forecast.pop3Seconds", Seconds(pop3)),
        Evidence.Of("forecast.pop3SlowerPercent", PercentOver(pop3 / imap)),
    ];

    // In milliseconds, and how far they may be off; null where even looking for mail rests on assumptions.
    private static (double Imap, double Pop3, double Off)? Day(Situation s)
    {
        var known = Checks.Select(x => s.Forecast?[x]).OfType<TaskForecast>().Where(x => x is { Basis: ForecastBasis.Modelled, Imap: not null, Pop3: not null, Spread: not null }).ToList();
        return known.Exists(x => x.Kind == MailTask.CheckNothingNew)
            ? (known.Sum(x => x.Imap!.Value.Ms), known.Sum(x => x.Pop3!.Value.Ms), known.Sum(x => x.Spread!.Value * Math.Max(x.Imap!.Value.Ms, x.Pop3!.Value.Ms)))
            : null;
    }

    // What POP3's server took longer for a connection and a sign-in was seen once, and may be gone the next time.
    private static double OnceMs(Situation s) => Checks.Length * Math.Max(0, OnceMs(s.Pop3Side.Server) - OnceMs(s.ImapSide.Server));

    private static double OnceMs(ServerLine server) => (server.SignInServerMs ?? 0) + (server.ConnectServerMs ?? 0);

    private static double Seconds(double ms) => Math.Round(ms / 1000, 1);

    private static double? PercentOver(double ratio) => ratio <= Countable ? Math.Round((ratio - 1) * 100) : null;
}
