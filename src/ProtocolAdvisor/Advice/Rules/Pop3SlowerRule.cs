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
    private const double BytesPerSecondPerMbit = 125_000;

    // What most people's lines carry: a server that is faster than the line is fast enough, however much faster it is.
    private const double UsualMbit = 100;

    public static RuleOutcome Judge(Situation s) => ByForecast(s) ?? BySpeed(s);

    private static RuleOutcome? ByForecast(Situation s)
    {
        if (s.Forecast?[MailTask.CheckNothingNew] is not { Basis: ForecastBasis.Modelled, Imap: { } imapIdle, Pop3: { } pop3Idle }) return null;
        if (s.Forecast[MailTask.CheckNewMail] is not { Basis: ForecastBasis.Modelled, Imap: { } imapBusy, Pop3: { } pop3Busy }) return null;
        var (imap, pop3) = (imapIdle.Ms + imapBusy.Ms, pop3Idle.Ms + pop3Busy.Ms);
        return pop3 < Longer * imap || pop3 - imap < FeltMs ? RuleOutcome.Unknown : RuleOutcome.Presumed(
            Evidence.Of("forecast.imapSeconds", Seconds(imap)), Evidence.Of("forecast.pop3Seconds", Seconds(pop3)),
            Evidence.Of("forecast.pop3SlowerPercent", Math.Round(((pop3 / imap) - 1) * 100)));
    }

    private static RuleOutcome BySpeed(Situation s) =>
        s is { Imap.ThroughputBytesPerSecond: > 0 and { } imap, Pop3.ThroughputBytesPerSecond: > 0 and { } pop3 } && Felt(imap, s) / Felt(pop3, s) >= Longer
            ? RuleOutcome.Presumed(
                Evidence.Of("imap.throughputBytesPerSecond", imap), Evidence.Of("pop3.throughputBytesPerSecond", pop3),
                Evidence.Of("pop3.slowerPercent", Math.Round(((Felt(imap, s) / Felt(pop3, s)) - 1) * 100)))
            : RuleOutcome.Unknown;

    private static double Seconds(double ms) => Math.Round(ms / 1000, 1);

    private static double Felt(double throughput, Situation s) => Math.Min(throughput, (s.Usage.Link?.DownMbit ?? UsualMbit) * BytesPerSecondPerMbit);
}
