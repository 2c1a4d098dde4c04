using ProtocolAdvisor.Advice.Rules;
using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>Turns the use and the facts into a recommendation. Pure: the same input gives the same output.</summary>
public static class Advisor
{
    /// <summary>
    /// Excludes what cannot serve, weighs the rest, plans, and tells what would change the answer. A protocol of which nothing is known
    /// is not excluded; the unknown lowers <see cref="Recommendation.Confidence"/>.
    /// </summary>
    /// <param name="usage">How the mailbox is used; members not told are null.</param>
    /// <param name="facts">What was measured or told; members not known are null.</param>
    public static Recommendation Advise(Usage usage, KnownFacts facts) => Advise(usage, facts, ForecastFor(usage, facts));

    /// <summary>The forecast that the advice for this use rests on; null where nothing can be told.</summary>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="facts">What is known.</param>
    public static Forecast? ForecastFor(Usage usage, KnownFacts facts)
    {
        ArgumentNullException.ThrowIfNull(usage);
        return Forecast.For(facts, usage.Link, usage.NewMessagesPerDay);
    }

    /// <summary>The same with a forecast that was made before.</summary>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="facts">What is known.</param>
    /// <param name="forecast">Of <see cref="ForecastFor"/>.</param>
    public static Recommendation Advise(Usage usage, KnownFacts facts, Forecast? forecast)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(facts);
        var situation = Situation.Of(usage, facts, forecast);
        var judgements = RuleBook.Judge(situation);
        var applying = judgements.Where(x => x.Outcome.Applies).ToList();
        var protocol = Choice.Of(applying.ConvertAll(x => x.Rule));
        return new Recommendation(
            protocol, new Certainty(judgements).Of(situation), Planner.For(protocol, situation), Reasons(applying, protocol), WhatIf.Of(situation, protocol));
    }

    // Preferences count only when both protocols are in, so only then are they shown: the shown weights explain the choice.
    private static IReadOnlyList<Reason> Reasons(List<Judgement> applying, MailProtocol? protocol)
    {
        var excluding = applying.Where(x => x.Rule.Excludes).ToList();
        return
        [
            .. (excluding.Count > 0 ? excluding : applying)
                .GroupBy(x => x.Rule.Code)
                .Select(group => ReasonOf([.. group], Choice.Of([.. applying.Select(x => x.Rule).Where(x => x.Code != group.Key)]) != protocol))
                .OrderByDescending(x => x.Weight).ThenBy(x => x.Code),
        ];
    }

    private static Reason ReasonOf(IReadOnlyList<Judgement> sameCode, bool decisive) => new(
        sameCode[0].Rule.Code,
        sameCode.Count == 1 ? sameCode[0].Rule.Favours : null,
        sameCode[0].Rule.Weight,
        decisive,
        [.. sameCode.SelectMany(x => x.Outcome.Evidence).Select(x => x.ToString())]);
}
