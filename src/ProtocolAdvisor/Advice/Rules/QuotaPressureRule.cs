namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: the quota is used to 90 %, or will be used up within 3 months at the measured growth; fetching frees the server.</summary>
internal static class QuotaPressureRule
{
    public static RuleOutcome Judge(Situation s)
    {
        if (QuotaOutlook.Of(s.Imap) is not { } outlook) return RuleOutcome.Unknown;
        var months = outlook.MonthsUntilFull;
        var soon = months.Is(x => x <= QuotaOutlook.PressureMonths);
        return RuleOutcome.When(
            outlook.UsedShare >= QuotaOutlook.PressureShare | soon,
            Evidence.Of("imap.quota.usedPercent", outlook.UsedPercent),
            soon == true ? Evidence.Of("imap.quota.monthsUntilFull", FormattableString.Invariant($"{months:0.0}")) : default);
    }
}
