using ProtocolAdvisor.Forecasting;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;

namespace ProtocolAdvisor.Advice;

/// <summary>Turns the use and the facts into a recommendation. Pure: the same input gives the same output.</summary>
public static class Advisor
{
    /// <summary>
    /// Climbs down the ladder, plans, and tells what would change the answer. A protocol of which nothing is known
    /// is not put out; the unknown lowers <see cref="Recommendation.Confidence"/>.
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
        var decision = Ladder.Decide(situation);
        var changes = WhatIf.Of(situation, decision.Protocol);
        var open = Certainty.OpenPoints(situation, decision, changes);
        return new Recommendation(
            decision.Protocol,
            Certainty.Of(situation, decision, open),
            Planner.For(decision.Protocol, situation),
            Grounds.Of(situation, decision),
            changes)
        {
            OpenPoints = open,
        };
    }

    /// <summary>The plan for a protocol that somebody asks for, whatever is recommended.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="usage">How the mailbox is used.</param>
    /// <param name="facts">What is known.</param>
    public static Plan PlanFor(MailProtocol protocol, Usage usage, KnownFacts facts)
    {
        ArgumentNullException.ThrowIfNull(usage);
        ArgumentNullException.ThrowIfNull(facts);
        return Planner.For(protocol, Situation.Of(usage, facts, ForecastFor(usage, facts)));
    }
}
