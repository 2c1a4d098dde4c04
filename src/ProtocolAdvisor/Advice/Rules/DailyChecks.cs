using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Sessions;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// What a day's two checks for mail take over either protocol, with and without new messages, in milliseconds. Both are reckoned by one model over one line: throughputs that were
/// sampled one after the other differ by themselves.
/// </summary>
/// <param name="ImapMs">Over IMAP.</param>
/// <param name="Pop3Ms">Over POP3.</param>
/// <param name="OffMs">How far both together may be off.</param>
/// <param name="OnceMs">What POP3's server took longer for a connection and a sign-in: it was seen once, and may be gone the next time.</param>
/// <param name="AreWhole">Whether the check with new messages is among them.</param>
internal sealed record DailyChecks(double ImapMs, double Pop3Ms, double OffMs, double OnceMs, bool AreWhole)
{
    private const double Longer = 1.2;
    private const double FeltMs = 2000;

    // Of what takes many times as long, nobody wants to read how many percent that is.
    private const double Countable = 10;

    private const int Checks = 2;

    /// <summary>Whether POP3 takes at least 20 % longer, so much longer that it is felt, and longer than the forecast may be off.</summary>
    public bool Pop3IsSlower => Pop3Ms >= Longer * ImapMs && Pop3Ms - ImapMs - OnceMs >= Math.Max(FeltMs, OffMs);

    /// <summary>The checks, with a usual number of new messages where none was told; null where even looking for mail rests on assumptions, and where nobody knows whether both protocols can be used.</summary>
    public static DailyChecks? Of(Forecast? forecast, ImapKnowledge imap, Pop3Knowledge pop3)
    {
        if (forecast is null || IsUnknown(imap) || IsUnknown(pop3)) return null;
        if (forecast[MailTask.CheckNothingNew] is not { Basis: ForecastBasis.Modelled, Imap: { } idleImap, Pop3: { } idlePop3, Spread: { } spread }) return null;
        var off = spread * Math.Max(idleImap.Ms, idlePop3.Ms);
        var onceMs = Checks * Math.Max(0, Once(pop3) - Once(imap));
        return forecast[MailTask.CheckNewMail] is { Imap: { } imapCost, Pop3: { } pop3Cost } busy && pop3.Maildrop.Pipelining is not null
            ? new(idleImap.Ms + imapCost.Ms, idlePop3.Ms + pop3Cost.Ms, off + ((busy.Spread ?? spread) * Math.Max(imapCost.Ms, pop3Cost.Ms)), onceMs, true)
            : new(idleImap.Ms, idlePop3.Ms, off, onceMs, false);
    }

    /// <summary>What the rule rests on.</summary>
    public static string?[] Facts(Situation s) => s.Checks is not { } day ? [] :
    [
        Evidence.Of("forecast.imapSeconds", Seconds(day.ImapMs)), Evidence.Of("forecast.pop3Seconds", Seconds(day.Pop3Ms)),
        Evidence.Of("forecast.pop3SlowerPercent", PercentOver(day.Pop3Ms / day.ImapMs)),
    ];

    private static bool IsUnknown(ProtocolKnowledge known) => known is { Usable: null, SignIn: not SignInOutcome.Accepted };

    private static double Once(ProtocolKnowledge known) => (known.Server.SignInServerMs ?? 0) + (known.Server.ConnectServerMs ?? 0);

    private static double Seconds(double ms) => Math.Round(ms / 1000, 1);

    private static double? PercentOver(double ratio) => ratio <= Countable ? Math.Round((ratio - 1) * 100) : null;
}
