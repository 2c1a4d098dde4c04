using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>For POP3: on this line a large message opens at least 2 s later over IMAP than from the device, where POP3 has put it. What is only assumed does not count.</summary>
internal static class LargeMessagesRule
{
    private const double FeltMs = 2000;

    public static RuleOutcome Judge(Situation s) =>
        s.Forecast?[MailTask.OpenLargeMessage] is { Basis: ForecastBasis.Modelled, Imap: { } imap, Pop3: { } pop3 }
            ? RuleOutcome.When(imap.Ms - pop3.Ms >= FeltMs, Evidence.Of("forecast.openLargeMessage.imapSeconds", Math.Round(imap.Ms / 1000)))
            : RuleOutcome.Unknown;
}
