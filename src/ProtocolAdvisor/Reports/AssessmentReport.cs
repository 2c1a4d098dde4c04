using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Settings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>What one assessment found and recommends: the only shape that leaves the process. No secret, no full address.</summary>
/// <param name="Id">The unguessable id that opens the report.</param>
/// <param name="CreatedAt">When the run began, UTC.</param>
/// <param name="ExpiresAt">When the report is removed, UTC.</param>
/// <param name="DurationMs">How long the run took.</param>
/// <param name="Complete">False when the deadline cut something off, or the mailbox could be counted in part only.</param>
/// <param name="AdviceVersion">Version of the rules behind the recommendation: those in force when the report was opened.</param>
/// <param name="Subject">Whose mailbox it was.</param>
/// <param name="Summary">Whether it works, what is to be done, and what became of the sign-in.</param>
/// <param name="Discovery">Where the endpoints came from.</param>
/// <param name="Endpoints">Every endpoint that was probed.</param>
/// <param name="Mailbox">The mailbox's size and speed; null without a sign-in.</param>
/// <param name="Forecast">What daily tasks will cost; null where it cannot be told.</param>
/// <param name="Recommendation">Which protocol to use, and why.</param>
/// <param name="Comparison">Both protocols side by side, and what each respect means for this mailbox.</param>
/// <param name="Findings">Causes, with the way out.</param>
public sealed record AssessmentReport(
    string Id,
    DateTimeOffset CreatedAt,
    DateTimeOffset ExpiresAt,
    double DurationMs,
    bool Complete,
    int AdviceVersion,
    SubjectReport Subject,
    SummaryReport Summary,
    DiscoveryReport Discovery,
    IReadOnlyList<EndpointReport> Endpoints,
    MailboxReport? Mailbox,
    ForecastReport? Forecast,
    RecommendationReport Recommendation,
    IReadOnlyList<ComparisonReport> Comparison,
    IReadOnlyList<FindingReport> Findings)
{
    /// <summary>Version of the rules and their rungs.</summary>
    public const int CurrentAdviceVersion = 4;

    /// <summary>Whose mailbox it is; null where nobody is recognised.</summary>
    public ProviderReport? Provider { get; init; }

    /// <summary>What must be done at the provider before a mail program is set up, in this order; a sign-in that worked has proved it done.</summary>
    public IReadOnlyList<PreparationReport> BeforeYouBegin { get; init; } = [];

    /// <summary>
    /// Findings that the run could not judge, for want of time, of a turn or of an answer: that they are not among the findings says nothing.
    /// </summary>
    public IReadOnlyList<FindingCode> NotJudged { get; init; } = [];

    /// <summary>What a client is to be told; null where nothing is recommended, or no server may be told.</summary>
    internal ClientSettings? Settings { get; init; }

    /// <summary>Signing in with OAuth 2.0, where that is the only way; null elsewhere.</summary>
    internal OAuthOnly? OAuthOnly { get; init; }

    /// <summary>Shapes what was learned and concluded into what is shown.</summary>
    internal static AssessmentReport From(ReportHeading heading, AssessmentFacts facts, Judgement judgement, Language language)
    {
        var (words, beginning) = (new SummaryWords(language), SummaryOf(heading, facts, judgement));
        var (summary, choice) = (words.Report(beginning), new RunSettings(heading, facts, judgement));
        var settings = choice.Recommended(words.InTheWay(beginning));
        return new(
            heading.Id,
            facts.StartedAt,
            facts.StartedAt + heading.Retention,
            facts.DurationMs,
            facts is { Complete: true, Imap: null or { AtLeast: false } },
            CurrentAdviceVersion,
            heading.Subject,
            summary,
            DiscoveryReport.From(
                facts.Discovery, facts.Endpoints, choice.UsernameFor,
                judgement.Provider is { } known && ProviderReading.ConcernsMailbox(known, facts) ? known : null, language),
            [.. facts.Endpoints.Select(x => EndpointReport.From(x, language))],
            MailboxReport.From(facts),
            ForecastReport.From(judgement.Forecast),
            RecommendationReport.From(judgement.Recommendation, choice.Endpoint, language, summary.Headline) with { Outgoing = choice.Outgoing(settings) },
            [.. judgement.Comparison.Select(x => ComparisonReport.From(x, language))],
            [.. judgement.Findings.Select(x => FindingReport.From(x, language))])
        {
            Provider = ProviderReport.From(judgement.Provider),
            BeforeYouBegin = [.. judgement.BeforeYouBegin.Select(x => PreparationReport.From(x, language))],
            NotJudged = Unjudged.Of(facts),
            Settings = settings,
            OAuthOnly = OAuthOnly.Of(facts, judgement.Recommendation.Protocol)?.Beside(settings),
        };
    }

    /// <summary>What must be mended, or waited for, before anything works; null where something does.</summary>
    internal static string? WhatToFixFirst(ReportHeading heading, AssessmentFacts facts, Judgement judgement, Language language) =>
        new SummaryWords(language).InTheWay(SummaryOf(heading, facts, judgement));

    private static Summaries.Summary SummaryOf(ReportHeading heading, AssessmentFacts facts, Judgement judgement) =>
        Summaries.Summary.Of(facts, judgement, credentialsGiven: heading.Authentication is not null);
}
