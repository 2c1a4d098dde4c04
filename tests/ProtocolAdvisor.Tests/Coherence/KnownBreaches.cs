namespace ProtocolAdvisor.Tests.Coherence;

/// <summary>Where today's reports are known to break a rule, and why that is not mended yet. The list only shrinks: a breach that no report has any more fails a test.</summary>
internal static class KnownBreaches
{
    public static IReadOnlyList<KnownBreach> All { get; } =
    [
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
