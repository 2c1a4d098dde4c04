using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Knowledge;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>
/// What is kept of a run: what was asked, learned and told, in no language. A report is made of it whenever it is opened, in the language
/// then asked for and by the rules then in force.
/// </summary>
/// <param name="Heading">What may be shown of the request.</param>
/// <param name="Facts">What was learned.</param>
/// <param name="Usage">How the mailbox is used.</param>
public sealed record AssessedRun(ReportHeading Heading, AssessmentFacts Facts, Usage Usage)
{
    /// <summary>The run's report.</summary>
    public AssessmentReport Report(Language language) => AssessmentReport.From(Heading, Facts, Judgement.Of(Facts, Usage), language);

    /// <summary>The run's settings in a format, or what stands against them.</summary>
    /// <param name="format">The format.</param>
    /// <param name="asked">The protocol to put first; null for the recommended one.</param>
    /// <param name="language">For the plain text.</param>
    /// <param name="holder">The one person whom they are for; null for everybody.</param>
    public SettingsOutcome Settings(SettingsFormat format, MailProtocol? asked, Language language, AccountHolder? holder = null)
    {
        var judgement = Judgement.Of(Facts, Usage);
        var recommended = judgement.Recommendation.Protocol;
        if ((asked ?? recommended) is not { } first) return SettingsOutcome.Of(SettingsObstacle.NothingRecommended);
        var plan = first == recommended ? judgement.Recommendation.Plan : Advisor.PlanFor(first, Usage, KnownFacts.From(Facts));
        var firstThingToFix = AssessmentReport.WhatToFixFirst(Heading, Facts, judgement, language);
        var settings = new RunSettings(Heading, Facts, judgement).With(first, plan, firstThingToFix);
        if (settings is null) return SettingsOutcome.Of(SettingsObstacle.ProtocolNotUsable);
        return SettingsWriter.Write(holder is null ? settings : settings.For(holder), format, language);
    }
}
