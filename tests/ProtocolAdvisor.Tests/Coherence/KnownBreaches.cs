namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Where today's reports are known to break a rule, and why that is not mended yet. The list only shrinks: a breach that no report has any more fails a test.</summary>
internal static class KnownBreaches
{
    public static IReadOnlyList<KnownBreach> All { get; } =
    [
        new(CoherenceRule.HeadlineIsShort, "", "what to do stands in the headline itself, and German needs more room"),
        new(CoherenceRule.NoneNamesTheCause, "", "only a blocking finding is named; a closed policy, a failed look-up and a weak certificate are not blocking"),
        new(CoherenceRule.FirstLinesTellOfTheSignIn, "", "only a refusal for good is said first; without credentials, held back or refused for now is said at the endpoint"),
        new(CoherenceRule.RemedyIsNew, "AuthTlsRequired", "over TLS, too, the remedy is to set TLS"),
        new(CoherenceRule.CauseIsToldOnce, "CleartextOnly and StarttlsNotOffered", "both detectors tell of the same missing offer"),
        new(CoherenceRule.CauseIsToldOnce, "HostLikelyMisspelled and DiscoveryNothingFound", "the slip is told beside what it led to"),
        new(CoherenceRule.CauseIsToldOnce, "TcpRefused and ImplicitTlsMissing", "a closed port is told once as closed and once as missing"),
    ];

    public static bool Covers(CoherenceRule rule, string complaint) => All.Any(x => x.Rule == rule && x.Covers(complaint));
}

/// <summary>One of them.</summary>
/// <param name="Rule">The rule that is broken.</param>
/// <param name="Words">What the complaint says; empty for every complaint of the rule.</param>
/// <param name="Reason">Why it is so today.</param>
internal sealed record KnownBreach(CoherenceRule Rule, string Words, string Reason)
{
    public bool Covers(string complaint) => complaint.Contains(Words, StringComparison.Ordinal);
}
