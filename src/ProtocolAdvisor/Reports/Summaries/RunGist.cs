using ProtocolAdvisor.Findings;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports.Summaries;

/// <summary>What a list says of a run, in no language: it is written beside the run, so that nobody judges a run again only to list it.</summary>
/// <param name="State">Whether it works.</param>
/// <param name="Standing">The same, told finer.</param>
/// <param name="Headline">The outcome.</param>
/// <param name="Protocol">What is recommended.</param>
/// <param name="Must">How many causes must be mended, as the report says it.</param>
/// <param name="Findings">The findings' codes, the weightiest first, each once.</param>
internal sealed record RunGist(
    SummaryState State, Standing Standing, SummaryHeadline Headline, RecommendedProtocol Protocol, int Must, IReadOnlyList<FindingCode> Findings)
{
    /// <summary>The rules that this was judged by: another build of the library may judge otherwise.</summary>
    public static string Rules { get; } = typeof(RunGist).Module.ModuleVersionId.ToString("N");

    /// <summary>The gist of a run.</summary>
    /// <param name="run">The run.</param>
    /// <param name="language">Any: causes are counted as reports tell them, apart where their remedies are.</param>
    public static RunGist Of(AssessedRun run, Language language)
    {
        var judgement = Judgement.Of(run.Facts, run.Usage);
        var summary = Summary.Of(run.Facts, judgement, credentialsGiven: run.Heading.Authentication is not null);
        var protocol = RecommendationReport.Name(judgement.Recommendation.Protocol);
        return new(
            summary.State,
            summary.Standing,
            summary.Headline,
            protocol,
            ToDo.Of([.. judgement.Findings.Select(x => FindingReport.From(x, language))], summary.LeadingCause, summary.State, protocol).Must.Count,
            [.. judgement.Findings.OrderBy(x => x.Severity).Select(x => x.Code).Distinct()]);
    }

    /// <summary>How it stands in a few words, as the report's summary says it.</summary>
    public static string Text(Standing standing, Language language) => new SummaryWords(language).Standing(standing);

    /// <summary>The outcome in a few words, as the report's summary says it.</summary>
    public static string Text(SummaryHeadline headline, Language language) => new SummaryWords(language).Headline(headline);
}
