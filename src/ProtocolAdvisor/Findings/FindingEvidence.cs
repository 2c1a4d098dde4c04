namespace ProtocolAdvisor.Findings;

/// <summary>
/// What shows a finding, as data: no words of ours are in it. Those are <see cref="EvidenceWords"/>'. Equal parts in equal order are equal
/// evidence.
/// </summary>
/// <param name="parts">The parts, in the order in which they are told.</param>
public sealed class FindingEvidence(params IEnumerable<EvidencePart> parts) : IEquatable<FindingEvidence>
{
    /// <summary>The parts, in the order in which they are told.</summary>
    public IReadOnlyList<EvidencePart> Parts { get; } = [.. parts];

    /// <inheritdoc/>
    public bool Equals(FindingEvidence? other) => other is not null && Parts.SequenceEqual(other.Parts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as FindingEvidence);

    /// <inheritdoc/>
    public override int GetHashCode() => Parts.Aggregate(0, HashCode.Combine);
}

/// <summary>One part: what it is about, what was seen, and the server's own words. Any two of the three may be missing.</summary>
public sealed record EvidencePart
{
    /// <summary>
    /// What it is about, the same in every language: <c>host:port</c>, an address, the URL of a file, a word of a protocol; several stand
    /// behind commas.
    /// </summary>
    public string? About { get; init; }

    /// <summary>What was seen; the table of a language has its words.</summary>
    public EvidenceCode? Code { get; init; }

    /// <summary>
    /// What stands in the places of those words: invariant text as templates take it, or something that has words of its own in every
    /// language, such as a step or a certificate's fault.
    /// </summary>
    public IReadOnlyList<KeyValuePair<string, object>> Values { get; init; } = [];

    /// <summary>The server's own words, scrubbed; they are never translated.</summary>
    public string? Quote { get; init; }

    /// <inheritdoc/>
    public bool Equals(EvidencePart? other) =>
        other is not null && (About, Code, Quote) == (other.About, other.Code, other.Quote) && Values.SequenceEqual(other.Values);

    /// <inheritdoc/>
    public override int GetHashCode() => Values.Aggregate(HashCode.Combine(About, Code, Quote), HashCode.Combine);
}
