using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// For IMAP: at this server the day's checks for mail, with and without new messages, take at least 20 % longer over POP3, and so much longer that it is felt. Where
/// the forecast rests on assumptions, the measured speeds stand in for it. Neither is certain: another fact would move it, so it is presumed where it speaks and open where it does not. Measurement overrules folklore.
/// </summary>
internal static class Pop3SlowerRule
{
    private const double Longer = 1.2;
    private const double FeltMs = 2000;

    // Of what takes many times as long, nobody wants to read how many percent that is.
    private const double Countable = 10;
    private const double BytesPerSecondPerMbit = 125_000;

    // What most people's lines carry: a server that is faster than the line is fast enough, however much faster it is.
    private const double UsualMbit = 100;

    public static Verdict Judge(Situation s)
    {
        if (Forecast(s) is { } day) return day.Pop3 < Longer * day.Imap || day.Pop3 - day.Imap < FeltMs ? Verdict.Unknown : Verdict.Presumed;
        return Measured(s) is { } speed && Felt(speed.Imap, s) / Felt(speed.Pop3, s) >= Longer ? Verdict.Presumed : Verdict.Unknown;
    }

    public static string?[] Facts(Situation s)
    {
        if (Forecast(s) is var (imapMs, pop3Ms))
        {
            return
            [
                Evidence.Of("forecast.imapSeconds", Seconds(imapMs)), Evidence.Of("forecast.pop3Seconds", Seconds(pop3Ms)),
                Evidence.Of("forecast.pop3SlowerPercent", PercentOver(pop3Ms / imapMs)),
            ];
        }

        return Measured(s) is not var (imap, pop3) ? [] :
        [
            Evidence.Of("imap.throughputBytesPerSecond", imap), Evidence.Of("pop3.throughputBytesPerSecond", pop3),
            Evidence.Of("pop3.slowerPercent", PercentOver(Felt(imap, s) / Felt(pop3, s))),
        ];
    }

    // The day's checks in milliseconds; null where they rest on assumptions.
    private static (double Imap, double Pop3)? Forecast(Situation s)
    {
        if (s.Forecast?[MailTask.CheckNothingNew] is not { Basis: ForecastBasis.Modelled, Imap: { } imapIdle, Pop3: { } pop3Idle }) return null;
        if (s.Forecast[MailTask.CheckNewMail] is not { Basis: ForecastBasis.Modelled, Imap: { } imapBusy, Pop3: { } pop3Busy }) return null;
        return (imapIdle.Ms + imapBusy.Ms, pop3Idle.Ms + pop3Busy.Ms);
    }

    private static (double Imap, double Pop3)? Measured(Situation s) =>
        s is { Imap.ThroughputBytesPerSecond: > 0 and { } imap, Pop3.ThroughputBytesPerSecond: > 0 and { } pop3 } ? (imap, pop3) : null;

    private static double Felt(double throughput, Situation s) => Math.Min(throughput, (s.Usage.Link?.DownMbit ?? UsualMbit) * BytesPerSecondPerMbit);

    private static double Seconds(double ms) => Math.Round(ms / 1000, 1);

    private static double? PercentOver(double ratio) => ratio <= Countable ? Math.Round((ratio - 1) * 100) : null;
}
