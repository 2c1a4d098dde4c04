namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: the quota is used to 90 %, or will be used up within 3 months at the measured growth; fetching frees the server.</summary>
internal static class QuotaPressureRule
{
    public static Verdict Judge(Situation s) => QuotaOutlook.Of(s.Imap) is { } outlook
        ? Verdict.When(outlook.UsedShare >= QuotaOutlook.PressureShare | IsFullSoon(outlook))
        : Verdict.Unknown;

    public static string?[] Facts(Situation s) => QuotaOutlook.Of(s.Imap) is not { } outlook ? [] :
    [
        Evidence.Of("imap.quota.usedPercent", outlook.UsedPercent),
        IsFullSoon(outlook) == true ? Evidence.Of("imap.quota.monthsUntilFull", outlook.MonthsLeft) : null,
    ];

    private static bool? IsFullSoon(QuotaOutlook outlook) => outlook.MonthsUntilFull.Is(x => x <= QuotaOutlook.PressureMonths);
}
