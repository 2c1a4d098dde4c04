using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Discovery;
using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// The answer to facts that a caller tells. The same facts have the same recommendation, reasons, plan and headline as in a report: where
/// endpoints are told as a report has them, the headline is that of such a run.
/// </summary>
/// <param name="Recommendation">Which protocol to use, and why.</param>
/// <param name="Forecast">What daily tasks will cost; null where it cannot be told.</param>
internal sealed record ToldAnswer(RecommendationReport Recommendation, ForecastReport? Forecast)
{
    /// <summary>Answers.</summary>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="imap">What is told of IMAP.</param>
    /// <param name="pop3">What is told of POP3.</param>
    /// <param name="endpoints">The endpoints, as a report has them.</param>
    /// <param name="discovery">The search, as a report has it; null where it is not told.</param>
    /// <param name="asOf">The instant of the question.</param>
    /// <param name="language">The reader's.</param>
    public static ToldAnswer Of(
        Usage usage,
        ImapKnowledge? imap,
        Pop3Knowledge? pop3,
        IReadOnlyList<EndpointFacts> endpoints,
        DiscoveryResult? discovery,
        DateTimeOffset asOf,
        Language language)
    {
        var known = KnownFacts.Told(imap, pop3, endpoints, discovery, asOf);
        var forecast = Advisor.ForecastFor(usage, known);
        var advice = Advisor.Advise(usage, known, forecast);
        var headline = (endpoints.Count == 0 && discovery is null) || IsToldBeside(imap) || IsToldBeside(pop3)
            ? Summary.HeadlineOf(advice, known) : OfRun(KnownFacts.Run(imap, pop3, endpoints, discovery, asOf), forecast, advice);
        var said = new SummaryWords(language).Headline(headline);
        return new(RecommendationReport.From(advice, null, language, said), ForecastReport.From(forecast));
    }

    // What is told beside the endpoints stands above them, and then they are no run of ours any more.
    private static bool IsToldBeside(ProtocolKnowledge? told) => told is not null
        && (told.Access.State != AccessState.Unknown || told.SignIn is not null || told.Opening.State != AccessState.Unknown);

    private static SummaryHeadline OfRun(AssessmentFacts run, Forecast? forecast, Recommendation advice) =>
        Summary.Of(run, new Judgement(forecast, advice, Diagnosis.Of(run, advice), []), credentialsGiven: false).Headline;
}
