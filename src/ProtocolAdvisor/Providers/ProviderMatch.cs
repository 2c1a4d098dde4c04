namespace ProtocolAdvisor.Providers;

/// <summary>A provider, and what it was recognised by. At most likely: a mark can be another's by now.</summary>
/// <param name="Provider">The provider.</param>
/// <param name="Evidence">The mark that decided.</param>
public sealed record ProviderMatch(Provider Provider, ProviderEvidence Evidence)
{
    /// <summary>All marks of this provider that were seen, one of each kind: the one that decided first, then the strongest.</summary>
    public IReadOnlyList<ProviderEvidence> RecognisedBy { get; init; } = [Evidence];

    /// <summary>Other providers to which weaker evidence points, the strongest first; each once.</summary>
    public IReadOnlyList<ProviderMatch> Others { get; init; } = [];
}

/// <summary>A mark that was seen.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Mark">The mark, as the record has it: <c>l.google.com</c>.</param>
/// <param name="Seen">The value in which it was found: <c>aspmx.l.google.com</c>.</param>
public sealed record ProviderEvidence(MarkKind Kind, string Mark, string Seen);
