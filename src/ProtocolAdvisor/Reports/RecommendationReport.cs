using System.Collections.Concurrent;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Reports.Summaries;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>Which protocol to use, how sure that is, why, and what to do beside.</summary>
/// <param name="Protocol">The protocol; <c>none</c> when neither can be recommended.</param>
/// <param name="Confidence">How far it could still move: high where no single unanswered question or unmeasured fact would change
/// it.</param>
/// <param name="Surer">What would make it surer; null where nothing would.</param>
/// <param name="Headline">The answer in a few words; of a run, the headline of its summary.</param>
/// <param name="Endpoint">The settings to use; null where no endpoint is known.</param>
/// <param name="Plan">What to do beside choosing.</param>
/// <param name="Reasons">Why.</param>
/// <param name="ChangesIf">Single changes that would flip the protocol.</param>
public sealed record RecommendationReport(
    RecommendedProtocol Protocol,
    AdviceConfidence Confidence,
    SurerReport? Surer,
    string Headline,
    RecommendedEndpoint? Endpoint,
    PlanReport Plan,
    IReadOnlyList<ReasonReport> Reasons,
    IReadOnlyList<ChangeReport> ChangesIf)
{
    /// <summary>The server for sending; null where none is known, or the endpoint may not be told.</summary>
    public RecommendedEndpoint? Outgoing { get; init; }

    /// <summary>The shown form.</summary>
    internal static RecommendationReport From(Recommendation advice, RecommendedEndpoint? endpoint, Language language, string? headline = null) => new(
        Name(advice.Protocol),
        advice.Confidence,
        AdviceWords.In(language).Surer(advice) is { } surer ? new SurerReport(advice.OpenPoints, surer) : null,
        headline ?? new SummaryWords(language).Headline(Summary.HeadlineOf(advice)),
        endpoint,
        PlanReport.From(advice.Plan, language),
        [.. advice.Reasons.Select(x => ReasonReport.From(x, language))],
        [.. advice.ChangesIf.Select(x => ChangeReport.From(x, language))]);

    /// <summary>Why: the reasons that decided, and what is not known of the answer.</summary>
    public IEnumerable<ReasonReport> Grounds() => Reasons.Where(x => x.Decisive || x.Favours is null);

    /// <summary>What else speaks for it: on lower rungs, where it was not needed.</summary>
    public IEnumerable<ReasonReport> Support() => Reasons.Where(x => !x.Decisive && x.Favours is not null && !Opposes(x));

    /// <summary>What speaks against it, on lower rungs, where it does not count, and on the same one at a tie.</summary>
    public IEnumerable<ReasonReport> Objections() => Reasons.Where(x => !x.Decisive && Opposes(x));

    /// <summary>What heads the way here from the other protocol; empty where neither is recommended.</summary>
    public string WayHere(Language language) => Protocol switch
    {
        RecommendedProtocol.Imap => AdviceWords.In(language).WayTo(MailProtocol.Imap),
        RecommendedProtocol.Pop3 => AdviceWords.In(language).WayTo(MailProtocol.Pop3),
        _ => string.Empty,
    };

    private bool Opposes(ReasonReport reason) =>
        (Protocol, reason.Favours) is (RecommendedProtocol.Imap, MailProtocol.Pop3) or (RecommendedProtocol.Pop3, MailProtocol.Imap);

    /// <summary>The protocol's name, <c>none</c> for null.</summary>
    internal static RecommendedProtocol Name(MailProtocol? protocol) => protocol switch
    {
        MailProtocol.Imap => RecommendedProtocol.Imap,
        MailProtocol.Pop3 => RecommendedProtocol.Pop3,
        MailProtocol.Submission => throw MailProtocol.Submission.IsNotCompared(),
        null => RecommendedProtocol.None,
    };
}

/// <summary>The possible answers.</summary>
[JsonConverter(typeof(CamelCase<RecommendedProtocol>))]
public enum RecommendedProtocol
{
    /// <summary>Use IMAP.</summary>
    Imap,

    /// <summary>Use POP3.</summary>
    Pop3,

    /// <summary>Neither can be recommended.</summary>
    None,
}

/// <summary>What would make an answer surer.</summary>
/// <param name="Points">The questions to answer and the things to do, the weightiest first.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record SurerReport(IReadOnlyList<OpenPoint> Points, string Text);

/// <summary>One rule that applied.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Favours">The protocol it speaks for; null when it speaks for neither.</param>
/// <param name="Rung">The rung that it stands on, 1 to 5: the first rung on which a protocol is favoured decides, and what stands on lower
/// ones is never counted against it.</param>
/// <param name="Decisive">Whether it stands on the rung that decided, and speaks for the answer.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <param name="Evidence">The facts it rests on.</param>
public sealed record ReasonReport(
    ReasonCode Code, MailProtocol? Favours, int Rung, bool Decisive, string Text, IReadOnlyList<string> Evidence)
{
    /// <summary>The shown form.</summary>
    internal static ReasonReport From(Reason reason, Language language) =>
        new(reason.Code, reason.Favours, reason.Rung, reason.Decisive, AdviceWords.In(language).Text(reason), reason.Evidence);
}

/// <summary>A single change that would flip the answer.</summary>
/// <param name="Change">For another answer: a merge patch (RFC 7396) of <c>usage</c> that can be sent as it stands; null for a broken
/// protocol that would have to work.</param>
/// <param name="Facts">For a broken protocol that would have to work: a merge patch (RFC 7396) of <c>facts</c>; null for another
/// answer.</param>
/// <param name="Protocol">What would then be recommended.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record ChangeReport(UsagePatch? Change, FactsPatch? Facts, RecommendedProtocol Protocol, string Text)
{
    // As many as there are conditions, outcomes and languages.
    private static readonly ConcurrentDictionary<(ChangeOfMind Change, Language Language), ChangeReport> Known = new();

    /// <summary>The shown form.</summary>
    internal static ChangeReport From(ChangeOfMind change, Language language) => Known.GetOrAdd((change, language), static x => Of(x.Change, x.Language));

    private static ChangeReport Of(ChangeOfMind change, Language language) => new(
        change.Answer is { } question ? UsagePatch.Of(question, change.Value!) : null,
        change.Mended is { } protocol ? FactsPatch.Mending(protocol) : null,
        RecommendationReport.Name(change.Protocol),
        AdviceWords.In(language).Text(change));
}
