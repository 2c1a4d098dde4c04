using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Reports;

namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Rule 5: a reason of speed and the forecast beside it tell of the same line.</summary>
internal static class SpeedRules
{
    public static IEnumerable<Complaint> Of(AssessmentReport report)
    {
        if (Gives(report, ReasonCode.Pop3Slower) && Modelled(report, MailTask.CheckNothingNew) is { } idle && Modelled(report, MailTask.CheckNewMail) is { } busy
            && idle.Pop3Ms + busy.Pop3Ms <= idle.ImapMs + busy.ImapMs)
            yield return new(CoherenceRule.SpeedAgreesWithTheForecast, "POP3 is called slower, and the forecast has it faster");
        if (Gives(report, ReasonCode.LargeMessages) && Modelled(report, MailTask.OpenLargeMessage) is { } open && open.ImapMs <= open.Pop3Ms)
            yield return new(CoherenceRule.SpeedAgreesWithTheForecast, "large messages are said to open slowly over IMAP, and the forecast has them faster");
    }

    private static bool Gives(AssessmentReport report, ReasonCode code) => report.Recommendation.Reasons.Any(x => x.Code == code);

    private static TaskReport? Modelled(AssessmentReport report, MailTask task) => report.Forecast?.Tasks.SingleOrDefault(x => x.Task == task && x.Basis == ForecastBasis.Modelled);
}
