using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ProtocolAdvisor.Advice;
using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Words;

namespace ProtocolAdvisor.Reports;

/// <summary>Which protocol to use, how sure that is, why, and what to do beside.</summary>
/// <param name="Protocol">The protocol; <c>none</c> when neither can be recommended.</param>
/// <param name="Confidence">How sure it is.</param>
/// <param name="Headline">The answer in one sentence.</param>
/// <param name="Endpoint">The settings to use; null where no endpoint is known.</param>
/// <param name="Plan">What to do beside choosing.</param>
/// <param name="Reasons">Why.</param>
/// <param name="ChangesIf">Single changes that would flip the protocol.</param>
public sealed record RecommendationReport(
    RecommendedProtocol Protocol,
    AdviceConfidence Confidence,
    string Headline,
    RecommendedEndpoint? Endpoint,
    PlanReport Plan,
    IReadOnlyList<ReasonReport> Reasons,
    IReadOnlyList<ChangeReport> ChangesIf)
{
    /// <summary>The shown form.</summary>
    internal static RecommendationReport From(Recommendation advice, RecommendedEndpoint? endpoint, Language language, string? firstThingToFix = null) => new(
        Name(advice.Protocol),
        advice.Confidence,
        AdviceWords.In(language).Headline(advice, firstThingToFix),
        endpoint,
        PlanReport.From(advice.Plan, language),
        [.. advice.Reasons.Select(x => ReasonReport.From(x, language))],
        [.. advice.ChangesIf.Select(x => ChangeReport.From(x, language))]);

    /// <summary>The reasons that carry the answer.</summary>
    public IEnumerable<ReasonReport> Grounds() => Reasons.Where(x => !Opposes(x));

    /// <summary>What spoke for the other protocol and was outweighed.</summary>
    public IEnumerable<ReasonReport> Objections() => Reasons.Where(Opposes);

    private bool Opposes(ReasonReport reason) =>
        (Protocol, reason.Favours) is (RecommendedProtocol.Imap, MailProtocol.Pop3) or (RecommendedProtocol.Pop3, MailProtocol.Imap);

    /// <summary>The protocol's name, <c>none</c> for null.</summary>
    internal static RecommendedProtocol Name(MailProtocol? protocol) => protocol switch
    {
        MailProtocol.Imap => RecommendedProtocol.Imap,
        MailProtocol.Pop3 => RecommendedProtocol.Pop3,
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

/// <summary>One rule that applied.</summary>
/// <param name="Code">Which rule.</param>
/// <param name="Favours">The protocol it speaks for; null when it speaks against both.</param>
/// <param name="Weight">Its weight; 100 for an exclusion.</param>
/// <param name="Decisive">Whether the answer would be another without it.</param>
/// <param name="Text">The reason in a sentence.</param>
/// <param name="Evidence">The facts it rests on.</param>
public sealed record ReasonReport(
    ReasonCode Code, MailProtocol? Favours, int Weight, bool Decisive, string Text, IReadOnlyList<string> Evidence)
{
    /// <summary>The shown form.</summary>
    internal static ReasonReport From(Reason reason, Language language) =>
        new(reason.Code, reason.Favours, reason.Weight, reason.Decisive, AdviceWords.In(language).Text(reason), reason.Evidence);
}

/// <summary>A single change that would flip the answer.</summary>
/// <param name="Change">The member and its new value.</param>
/// <param name="Protocol">What would then be recommended.</param>
/// <param name="Text">The same in a sentence.</param>
public sealed record ChangeReport(JsonObject Change, RecommendedProtocol Protocol, string Text)
{
    /// <summary>The shown form.</summary>
    internal static ChangeReport From(ChangeOfMind change, Language language) => new(
        new JsonObject { [change.Change] = Value(change.Value) }, RecommendationReport.Name(change.Protocol), AdviceWords.In(language).Text(change));

    private static JsonValue Value(string text) => text switch
    {
        "true" => JsonValue.Create(true),
        "false" => JsonValue.Create(false),
        _ when int.TryParse(text, out var number) => JsonValue.Create(number),
        _ => JsonValue.Create(text),
    };
}
