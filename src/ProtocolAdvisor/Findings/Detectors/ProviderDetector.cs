using ProtocolAdvisor.Mail;
using ProtocolAdvisor.Providers;

namespace ProtocolAdvisor.Findings.Detectors;

/// <summary>What is publicly known of the mailbox's provider, where it explains what was seen, or what a user will see over POP3.</summary>
internal static class ProviderDetector
{
    // That messages are missing, or disappear, matters to whoever uses POP3.
    private static readonly Pop3Trait[] Harmless =
        [Pop3Trait.FetchingMarksRead, Pop3Trait.ListsSentMail, Pop3Trait.LeavesOutSpam, Pop3Trait.MinutesBetweenChecks];

    public static IEnumerable<Finding> Find(Case c) =>
        c.Provider is { } match ? Refusals(c, match).Concat(Standard(c, match)).Concat(Pop3(c, match)) : [];

    /// <summary>The same for a search without a run: whether the provider speaks the protocols at all.</summary>
    public static IEnumerable<Finding> Of(Discovery.DiscoveryResult discovery) =>
        ProviderReading.Of(discovery) is { Provider.StandardAccess: { } access } match && ProviderReading.HasNothingBut(discovery)
            ? [Standard(match, access, default)] : [];

    private static IEnumerable<Finding> Refusals(Case c, ProviderMatch match) =>
        from endpoint in c.Facts.Endpoints
        from cause in ProviderCause.Of(c, endpoint)
        let evidence = Seen.All(Seen.Quoted(endpoint.SignIn.Reply), Recognised(match), Age(cause.Fact, c.Facts.StartedAt))
        select Found.At(endpoint.Probe, cause.Code, evidence, cause.Confidence);

    // A server that answers is stronger than what is known of its owner.
    private static IEnumerable<Finding> Standard(Case c, ProviderMatch match) =>
        match.Provider.StandardAccess is { } access && !c.Facts.HasUsable && ProviderReading.ConcernsMailbox(match, c.Facts)
            ? [Standard(match, access, c.Facts.StartedAt)] : [];

    private static Finding Standard(ProviderMatch match, StandardAccessFact access, DateTimeOffset now) =>
        Found.Once(
            FindingCode.ProviderNoStandardProtocol, match.Provider.Key,
            Seen.All(Recognised(match), Age(access, now)), FindingConfidence.Likely) with
        {
            Remedy = access.Access == StandardAccess.BridgeOnly ? RemedyVariant.BridgeIsThere : RemedyVariant.Usual,
        };

    private static IEnumerable<Finding> Pop3(Case c, ProviderMatch match)
    {
        var traits = match.Provider.Pop3.Where(x => x.Plan is null).ToList();
        if (traits.Count == 0 || !(c.Advises(MailProtocol.Pop3) || c.HasUsable(MailProtocol.Pop3))
            || !ProviderReading.ConcernsMailbox(match, c.Facts, MailProtocol.Pop3)) yield break;
        var evidence = Seen.All([Recognised(match), .. traits.Select(x => Trait(x, c.Facts.StartedAt))]);
        var finding = Found.For(MailProtocol.Pop3, FindingCode.ProviderPop3Differs, evidence, FindingConfidence.Likely);
        var isHarmless = !c.Advises(MailProtocol.Pop3) || traits.TrueForAll(x => Harmless.Contains(x.Trait));
        yield return isHarmless ? finding : finding with { Severity = Severity.Medium };
    }

    /// <summary>A provider, and what it was recognised by.</summary>
    public static FindingEvidence Recognised(string provider, MarkKind mark, string value) =>
        Seen.That(EvidenceCode.ProviderRecognised, ("provider", provider), ("mark", mark), ("value", value));

    /// <summary>A mark's value as it is told: of a greeting, only the words that are the mark.</summary>
    public static string Shown(ProviderEvidence evidence) => evidence.Kind == MarkKind.Greeting ? evidence.Mark : evidence.Seen;

    /// <summary>The same as a part among others.</summary>
    public static EvidencePart Recognised(ProviderMatch match) =>
        Recognised(match.Provider.Name, match.Evidence.Kind, Shown(match.Evidence)).Parts[0];

    /// <summary>When a fact was last looked up, where that is long ago; null elsewhere.</summary>
    public static EvidencePart? Age(ProviderFact fact, DateTimeOffset now) => fact.IsOld(ProviderReading.DayOf(now))
        ? Seen.Part(EvidenceCode.KnownSince, ("date", ProviderReading.InstantOf(fact.Checked))) : null;

    private static EvidencePart Trait(Pop3Fact fact, DateTimeOffset now) => Seen.Part(
        fact.IsOld(ProviderReading.DayOf(now)) ? EvidenceCode.Pop3DifferedOn : EvidenceCode.Pop3Differs,
        ("trait", fact.Trait), ("amount", fact.Amount ?? 0), ("date", ProviderReading.InstantOf(fact.Checked)));
}
