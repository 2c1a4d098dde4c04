using ProtocolAdvisor.Forecasting;

namespace ProtocolAdvisor.Advice.Rules;

/// <summary>
/// For POP3: on this line a large message opens at least 2 s later over IMAP than from the device, where POP3 has put it, even if the forecast is off as far as it may be.
/// What is only assumed does not count.
/// </summary>
internal static class LargeMessagesRule
{
    private const double FeltMs = 2000;

    public static bool Applies(Forecast? forecast) => forecast?[MailTask.OpenLargeMessage]
        is { Basis: ForecastBasis.Modelled, Imap: { } imap, Pop3: { } pop3, Spread: { } spread } && ((1 - spread) * imap.Ms) - pop3.Ms >= FeltMs;

    public static string?[] Facts(Situation s) =>
        [Evidence.Of("forecast.openLargeMessage.imapSeconds", s.Forecast?[MailTask.OpenLargeMessage].Imap is { } imap ? Math.Round(imap.Ms / 1000) : null)];
}
