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
        var protocol = Choice.Of(judgements);
        return new Recommendation(
            protocol, new Certainty(judgements).Of(situation), Planner.For(protocol, situation), Reasons(judgements, situation, protocol), WhatIf.Of(situation, protocol));
    }

    // Preferences count only when both protocols are in, so only then are they shown: the shown weights explain the choice.
    private static IReadOnlyList<Reason> Reasons(Judgement[] judgements, Situation situation, MailProtocol? protocol)
    {
        var applying = Array.FindAll(judgements, x => x.Verdict.Applies);
        var excluding = Array.FindAll(applying, x => x.Rule.Excludes);
        return
        [
            .. (excluding.Length > 0 ? excluding : applying)
                .GroupBy(x => x.Rule.Code)
                .Select(group => ReasonOf([.. group.Select(x => x.Rule)], situation, Choice.Of(applying, without: group.Key) != protocol))
                .OrderByDescending(x => x.Weight).ThenBy(x => x.Code),
        ];
    }

    private static Reason ReasonOf(AdviceRule[] sameCode, Situation situation, bool decisive) => new(
        sameCode[0].Code,
        sameCode.Length == 1 ? sameCode[0].Favours : null,
        sameCode[0].Weight,
        decisive,
        [.. sameCode.SelectMany(x => x.Facts(situation)).OfType<string>()]);
}
